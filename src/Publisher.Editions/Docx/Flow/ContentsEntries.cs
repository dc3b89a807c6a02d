using Publisher.Editions.Docx.Looks;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Words;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Docx.Flow;

/// <summary>
/// The headings of the contents in reading order. Their pages are estimated: only Word knows where it breaks its lines, and it puts the
/// right numbers in when the field is updated or the document printed.
/// </summary>
internal sealed class ContentsEntries
{
    private readonly List<(Heading Heading, int Page)> _entries;
    private int _next;

    public ContentsEntries(EditionRequest request)
    {
        var walk = new PageEstimate(request);
        walk.Walk(request.Document.Blocks);
        _entries = walk.Headings;
    }

    /// <summary>The entries with their bookmarks and pages.</summary>
    public IEnumerable<(Heading Heading, string Bookmark, int Page)> All => _entries.Select((entry, index) => (entry.Heading, BookmarkOf(index), entry.Page));

    /// <summary>True if there is nothing to list.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The bookmark of the next heading of the text; null if the contents do not list it.</summary>
    public string? Add(Heading heading) =>
        _next < _entries.Count && ReferenceEquals(_entries[_next].Heading, heading) ? BookmarkOf(_next++) : null;

    private static string BookmarkOf(int index) => $"_Toc{index + 1:000000000}";

    /// <summary>Adds up the heights of the blocks.</summary>
    private sealed class PageEstimate : BlockVisitor<bool>
    {
        // Mean advance of a letter in a text face, in em: a rule of thumb, not measured; page numbers here are estimates anyhow.
        private const double MeanAdvance = 0.49;

        private readonly StyleSheet _sheet;
        private readonly double _measure;
        private readonly double _pageHeight;
        private double _height;

        public PageEstimate(EditionRequest request)
        {
            var page = request.Edition.Page;
            _sheet = request.Template.Styles;
            _measure = (page.TextWidth - (page.ColumnGap * (page.Columns - 1))).Points / Math.Max(1, page.Columns);
            _pageHeight = Math.Max(1, (page.Height - page.MarginTop - page.MarginBottom).Points * Math.Max(1, page.Columns));

            // The letterhead, the title and the contents come first.
            _height = _sheet[StyleRole.Letterhead].Leading.Points + _sheet[StyleRole.Letterhead].SpaceAfter.Points;
            Add(StyleRole.Title, PlainText.Of(request.Document.Metadata.Title).Length);
            Add(StyleRole.Subtitle, PlainText.Of(request.Document.Metadata.Subtitle).Length);
            Add(StyleRole.Byline, 1);
            var listed = request.Document.Blocks.Count(block => block is Heading { Level: <= WordStyle.ContentsLevels });
            for (var i = 0; i <= listed; i++)
            {
                Add(StyleRole.ContentsEntry, 1);
            }
        }

        public List<(Heading Heading, int Page)> Headings { get; } = [];

        public void Walk(ValueList<Block> blocks)
        {
            foreach (var block in blocks)
            {
                block.Accept(this);
            }
        }

        public override bool VisitHeading(Heading heading)
        {
            var role = StyleSheet.HeadingRole(heading.Level);

            // A heading takes two lines of what follows along.
            var needed = _sheet[role].Leading.Points + (_sheet[StyleRole.Body].Leading.Points * 2);
            if (_height % _pageHeight > _pageHeight - needed)
            {
                _height += _pageHeight - (_height % _pageHeight);
            }

            if (heading.Level <= WordStyle.ContentsLevels)
            {
                Headings.Add((heading, 1 + (int)((_height + _sheet[role].SpaceBefore.Points) / _pageHeight)));
            }

            return Add(role, PlainText.Of(heading.Content).Length);
        }

        public override bool VisitParagraph(Paragraph paragraph) => Add(StyleSheet.RoleOf(paragraph.Role), PlainText.Of(paragraph.Content).Length);

        public override bool VisitUnorderedList(UnorderedList list) => Items(list.Items);

        public override bool VisitOrderedList(OrderedList list) => Items(list.Items);

        public override bool VisitQuote(Quote quote)
        {
            Walk(quote.Content);
            return quote.Attribution.IsEmpty || Add(StyleRole.Attribution, PlainText.Of(quote.Attribution).Length);
        }

        public override bool VisitTable(Table table)
        {
            foreach (var row in table.HeaderRows.Concat(table.Rows))
            {
                var before = _height;
                var tallest = before;
                foreach (var cell in row.Cells)
                {
                    _height = before;
                    Walk(cell.Content);
                    tallest = Math.Max(tallest, _height);
                }

                _height = tallest;
            }

            return true;
        }

        public override bool VisitFigure(Figure figure)
        {
            _height += _pageHeight / 4;
            return true;
        }

        public override bool VisitCodeBlock(CodeBlock code)
        {
            _height += _sheet[StyleRole.CodeBlock].Leading.Points * (1 + code.Text.AsSpan().Count('\n'));
            return true;
        }

        public override bool VisitThematicBreak(ThematicBreak thematicBreak) => Add(StyleRole.Body, 1);

        public override bool VisitPageBreak(PageBreak pageBreak)
        {
            _height += _pageHeight - (_height % _pageHeight);
            return true;
        }

        private bool Items(ValueList<ListItem> items)
        {
            foreach (var item in items)
            {
                Walk(item.Content);
            }

            return true;
        }

        private bool Add(StyleRole role, int characters)
        {
            var style = _sheet[role];
            var perLine = Math.Max(1, (_measure - style.IndentStart.Points - style.IndentEnd.Points) / (style.Size.Points * MeanAdvance));
            _height += Math.Max(style.SpaceBefore.Points, 0) + (Math.Ceiling(characters / perLine) * style.Leading.Points) + style.SpaceAfter.Points;
            return true;
        }
    }
}
