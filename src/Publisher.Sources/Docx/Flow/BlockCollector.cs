using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Looks;

namespace Publisher.Sources.Docx.Flow;

/// <summary>Builds the nesting of lists, quotations and captions from paragraphs, which in Word stand flat one behind the other.</summary>
internal sealed class BlockCollector(Reading reading)
{
    private readonly List<Block> _blocks = [];
    private readonly List<OpenList> _lists = [];
    private readonly List<Block> _quote = [];
    private ValueList<Inline> _caption;
    private SourceSpan _captionSpan;
    private bool _lastIsCode;

    /// <summary>True if this is what a quotation's content control holds.</summary>
    public bool IsQuote { get; init; }

    /// <summary>Who said it, if this is a quotation.</summary>
    public ValueList<Inline> Attribution { get; private set; }

    /// <summary>True if nothing was added.</summary>
    public bool IsEmpty => _blocks.Count == 0 && _lists.Count == 0 && _quote.Count == 0 && _caption.IsEmpty;

    /// <summary>Adds a block that is no part of a list.</summary>
    public void Add(Block block)
    {
        if (block is Table table && !_caption.IsEmpty)
        {
            block = table with { Caption = _caption };
            _caption = default;
        }

        Close();
        _blocks.Add(block);
    }

    /// <summary>Adds lines of code; in foreign documents each line is a paragraph.</summary>
    public void AddCode(CodeBlock code)
    {
        var joins = !reading.IsOurs && _lastIsCode && _blocks.Count > 0 && _lists.Count == 0 && _quote.Count == 0 && _caption.IsEmpty;
        if (joins && _blocks[^1] is CodeBlock before)
        {
            _blocks[^1] = before with { Text = before.Text + "\n" + code.Text, Span = before.Span.To(code.Span) };
            return;
        }

        Add(code);
        _lastIsCode = true;
    }

    /// <summary>Adds a paragraph of a quotation.</summary>
    public void AddQuoted(Paragraph paragraph)
    {
        if (IsQuote)
        {
            Add(paragraph);
            return;
        }

        if (_quote.Count == 0)
        {
            Close();
        }

        _quote.Add(paragraph);
    }

    /// <summary>Adds who said what stands above; a paragraph if nothing is quoted there.</summary>
    public void AddAttribution(Paragraph paragraph)
    {
        if (IsQuote)
        {
            Close();
            Attribution = paragraph.Content;
        }
        else if (_quote.Count > 0)
        {
            EndQuote(paragraph.Content);
        }
        else
        {
            Add(paragraph);
        }
    }

    /// <summary>Adds a caption: of the figure above, else of the table below, else of the table above.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="span">Its place.</param>
    /// <param name="isTables">True if it says that it belongs to a table.</param>
    public void AddCaption(ValueList<Inline> content, SourceSpan span, bool isTables)
    {
        if (!isTables && _caption.IsEmpty && _lists.Count == 0 && _quote.Count == 0 && _blocks.Count > 0 && _blocks[^1] is Figure { Caption.IsEmpty: true } figure)
        {
            _blocks[^1] = figure with { Caption = content };
            return;
        }

        Close();
        (_caption, _captionSpan) = (content, span);
    }

    /// <summary>Adds an item to a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="level">Its depth, from 0.</param>
    /// <param name="anew">True if the list begins anew here by what its definition says.</param>
    /// <param name="number">The item's number.</param>
    /// <param name="paragraph">Its first paragraph; null if it begins otherwise.</param>
    /// <param name="tight">True if no space stands between the items.</param>
    public void AddItem(ListInstance list, int level, bool anew, int number, Paragraph? paragraph, bool tight)
    {
        EndQuote();
        EndCaption();
        CloseLists(level);
        if (_lists.Count > 0 && _lists[^1].Level == level && !Continues(_lists[^1], list, level, anew))
        {
            CloseLists(level - 1);
        }

        if (_lists.Count == 0 || _lists[^1].Level < level)
        {
            _lists.Add(new OpenList(list, level, number, tight));
        }

        _lists[^1].BeginItem(paragraph);
        _lastIsCode = false;
    }

    /// <summary>Adds blocks to the item that is open at a level; to the text if there is none.</summary>
    /// <param name="level">The level, from 0; null for the deepest.</param>
    /// <param name="blocks">The blocks.</param>
    public void Continue(int? level, IEnumerable<Block> blocks)
    {
        EndQuote();
        EndCaption();
        CloseLists(level ?? int.MaxValue);
        if (_lists.Count > 0)
        {
            _lists[^1].Item.AddRange(blocks);
            return;
        }

        foreach (var block in blocks)
        {
            Add(block);
        }
    }

    /// <summary>The level of the open list whose text begins where a paragraph does; null if there is none.</summary>
    public int? LevelAt(int indent)
    {
        // People move the ruler by eye.
        const int Tolerance = 60;
        for (var i = _lists.Count - 1; i >= 0; i--)
        {
            if (_lists[i].Indent > 0 && indent >= _lists[i].Indent - Tolerance)
            {
                return _lists[i].Level;
            }
        }

        return null;
    }

    /// <summary>The blocks.</summary>
    public ValueList<Block> End()
    {
        Close();
        return _blocks.ToValueList();
    }

    private bool Continues(OpenList open, ListInstance list, int level, bool anew) =>
        open.List == list || (!reading.KeepsLists && open.List.Kind == list.Kind && !anew && open.List[level].Numbering == list[level].Numbering);

    private void Close()
    {
        EndQuote();
        EndCaption();
        CloseLists(-1);
        _lastIsCode = false;
    }

    private void EndQuote(ValueList<Inline> attribution = default)
    {
        if (_quote.Count > 0)
        {
            var content = _quote.ToValueList();
            _quote.Clear();
            _blocks.Add(new Quote(content, attribution) { Span = content[0].Span.To(content[^1].Span) });
        }
    }

    private void EndCaption()
    {
        if (_caption.IsEmpty)
        {
            return;
        }

        var caption = _caption;
        _caption = default;
        if (_lists.Count == 0 && _blocks.Count > 0 && _blocks[^1] is Table { Caption.IsEmpty: true } table)
        {
            _blocks[^1] = table with { Caption = caption };
        }
        else
        {
            _blocks.Add(new Paragraph(caption) { Span = _captionSpan });
        }
    }

    /// <summary>Closes the lists that are deeper than a level.</summary>
    private void CloseLists(int level)
    {
        while (_lists.Count > 0 && _lists[^1].Level > level)
        {
            var list = _lists[^1].End();
            _lists.RemoveAt(_lists.Count - 1);
            (_lists.Count > 0 ? _lists[^1].Item : _blocks).Add(list);
        }
    }

    /// <summary>A list whose items are still being read.</summary>
    private sealed class OpenList(ListInstance list, int level, int start, bool tight)
    {
        private readonly List<ListItem> _items = [];
        private bool _hasItem;

        public ListInstance List => list;

        public int Level => level;

        public int Indent => list[level].Indent;

        /// <summary>The blocks of the open item.</summary>
        public List<Block> Item { get; } = [];

        public void BeginItem(Paragraph? paragraph)
        {
            EndItem();
            _hasItem = true;
            if (paragraph is not null)
            {
                Item.Add(paragraph);
            }
        }

        public Block End()
        {
            EndItem();
            var items = _items.ToValueList();
            var span = items[0].Span.To(items[^1].Span);
            var format = list[level];
            return format.Numbering is { } numbering
                ? new OrderedList(items, start, numbering, format.Delimiter, tight) { Span = span }
                : new UnorderedList(items, tight) { Span = span };
        }

        private void EndItem()
        {
            if (_hasItem)
            {
                var content = Item.ToValueList();
                _items.Add(new ListItem(content) { Span = content.IsEmpty ? SourceSpan.None : content[0].Span.To(content[^1].Span) });
                Item.Clear();
            }
        }
    }
}
