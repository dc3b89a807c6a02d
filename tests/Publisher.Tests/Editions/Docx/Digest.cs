using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Statement = Publisher.Model.Document;

namespace Publisher.Tests.Editions.Docx;

/// <summary>What a reader must get out of a document, as lines one can compare: headings, list items, tables, notes, links, a line each.</summary>
internal sealed class Digest
{
    private readonly List<string> _lines = [];
    private readonly List<string> _notes = [];

    /// <summary>Every word of the flow, as it was read.</summary>
    public ValueList<string> Words { get; private set; }

    /// <summary>The structure in reading order, the notes last.</summary>
    public IEnumerable<string> Lines => _lines.Concat(_notes.Select(note => "note " + note));

    /// <summary>The lines of some kinds only.</summary>
    public IEnumerable<string> Only(params string[] kinds) => Lines.Where(line => kinds.Contains(line.Split(' ')[0]));

    /// <summary>What the model says.</summary>
    public static Digest Of(Statement document)
    {
        var digest = new Digest();
        new Walk(digest).All(document.Blocks);
        foreach (var note in document.Footnotes)
        {
            digest._notes.Add(Joined(note.Content.OfType<Paragraph>().Select(p => PlainText.Of(p.Content))));
        }

        foreach (var link in InlineWalk.Of(document).OfType<Link>().Where(link => !link.Target.StartsWith('#')))
        {
            digest._lines.Add($"link {link.Target} {Joined([PlainText.Of(link.Content)])}");
        }

        digest._lines.AddRange(document.LinkReferences.Select(reference => $"link {reference.Target} {reference.Target}"));

        return digest;
    }

    /// <summary>What pandoc read, from its JSON.</summary>
    /// <param name="json">What <c>pandoc -t json</c> prints.</param>
    public static Digest OfPandoc(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var digest = new Digest();
        var pandoc = new Pandoc(digest);
        pandoc.Blocks(parsed.RootElement.GetProperty("blocks"), 0);
        pandoc.AddLinks(parsed.RootElement.GetProperty("blocks"));
        var text = new System.Text.StringBuilder();

        // The title and what stands beside it is metadata to pandoc where it comes first.
        foreach (var field in parsed.RootElement.GetProperty("meta").EnumerateObject())
        {
            pandoc.Gather(field.Value, text);
            text.Append(' ');
        }

        pandoc.Gather(parsed.RootElement.GetProperty("blocks"), text);
        digest.Words = WordStream.Split(text.ToString());
        return digest;
    }

    /// <summary>What mammoth read, from its HTML.</summary>
    public static Digest OfHtml(string html)
    {
        var digest = new Digest();
        var body = new HtmlParser().ParseDocument(html).Body!;
        digest._lines.AddRange(body.QuerySelectorAll("a[href]").Where(a => !a.GetAttribute("href")!.StartsWith('#')).Select(a => $"link {a.GetAttribute("href")} {Joined([a.TextContent])}"));
        foreach (var note in body.QuerySelectorAll("li[id^=footnote]"))
        {
            digest._notes.Add(Joined(note.QuerySelectorAll("p, li").Where(e => e.QuerySelector("p, li") is null).Select(e => e.TextContent.Replace("↑", "", StringComparison.Ordinal))));
            note.ParentElement!.RemoveChild(note);
        }

        foreach (var mark in body.QuerySelectorAll("sup > a[href^='#footnote']").ToArray())
        {
            mark.Remove();
        }

        foreach (var element in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6, li, table"))
        {
            digest._lines.Add(element.LocalName switch
            {
                "li" => $"item {Depth(element)} {(element.ParentElement!.LocalName == "ol" ? "1" : "-")} {FirstText(element)}",
                "table" => "table " + string.Join(" / ", element.QuerySelectorAll("tr").Select(row => string.Join(" | ", row.Children.Select(cell => Joined([TextOf(cell)]))))).TrimEnd(),
                _ => $"heading {element.LocalName[1]} {Joined([element.TextContent])}",
            });
        }

        digest.Words = WordStream.Split(WordsOf(body));
        return digest;
    }

    private static int Depth(IElement item)
    {
        var depth = 0;
        for (var e = item.ParentElement; e is not null && e.LocalName is not ("td" or "th"); e = e.ParentElement)
        {
            depth += e.LocalName is "ul" or "ol" ? 1 : 0;
        }

        return depth;
    }

    /// <summary>The text of a page, in which blocks and breaks part words and marks of type do not.</summary>
    private static string WordsOf(IElement body)
    {
        var text = new System.Text.StringBuilder();
        foreach (var node in body.Descendants())
        {
            text.Append(node switch
            {
                IText characters => characters.Data,
                IElement { LocalName: "p" or "br" or "li" or "td" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" } => " ",
                _ => "",
            });
        }

        return text.ToString();
    }

    // Blocks part words.
    private static string TextOf(IElement element) => string.Join(' ', element.Descendants<IText>().Select(text => text.Data));

    private static string FirstText(IElement item)
    {
        var text = new System.Text.StringBuilder();
        foreach (var node in item.ChildNodes.TakeWhile(node => node is not IElement { LocalName: "ul" or "ol" or "p" }))
        {
            text.Append(node is IElement { LocalName: "br" } ? " " : node.TextContent);
        }

        return Joined([text.ToString()]);
    }

    private static string Joined(IEnumerable<string> texts) => string.Join(' ', WordStream.Split(string.Join(' ', texts)));

    /// <summary>Walks the model.</summary>
    private sealed class Walk(Digest digest) : BlockVisitor<bool>
    {
        private int _depth;

        public bool All(ValueList<Block> blocks)
        {
            foreach (var block in blocks)
            {
                block.Accept(this);
            }

            return true;
        }

        public override bool VisitHeading(Heading heading) => Add($"heading {heading.Level} {Joined([PlainText.Of(heading.Content)])}");

        public override bool VisitParagraph(Paragraph paragraph) => true;

        public override bool VisitUnorderedList(UnorderedList list) => Items(list.Items, "-");

        public override bool VisitOrderedList(OrderedList list) => Items(list.Items, "1");

        public override bool VisitQuote(Quote quote) => All(quote.Content);

        public override bool VisitTable(Table table)
        {
            Add("table " + string.Join(" / ", table.HeaderRows.Concat(table.Rows).Select(row => string.Join(" | ", row.Cells.Select(cell => Joined(TextsOf(cell.Content)))))));
            var depth = _depth;
            _depth = 0;
            foreach (var cell in table.HeaderRows.Concat(table.Rows).SelectMany(row => row.Cells))
            {
                All(cell.Content);
            }

            _depth = depth;
            return true;
        }

        public override bool VisitFigure(Figure figure) => true;

        public override bool VisitCodeBlock(CodeBlock code) => true;

        public override bool VisitThematicBreak(ThematicBreak thematicBreak) => true;

        public override bool VisitPageBreak(PageBreak pageBreak) => true;

        private static ValueList<string> TextsOf(ValueList<Block> blocks) =>
            WordStream.Of(Statement.Empty with { Blocks = blocks }).Flow;

        private bool Items(ValueList<ListItem> items, string mark)
        {
            _depth++;
            foreach (var item in items)
            {
                Add($"item {_depth} {mark} {(item.Content.IsEmpty || item.Content[0] is not Paragraph first ? "" : Joined([PlainText.Of(first.Content)]))}");
                All(item.Content);
            }

            _depth--;
            return true;
        }

        private bool Add(string line)
        {
            digest._lines.Add(line.TrimEnd());
            return true;
        }
    }

    /// <summary>Walks pandoc's blocks; see pandoc-types, Text.Pandoc.Definition.</summary>
    private sealed class Pandoc(Digest digest)
    {
        public void Blocks(JsonElement blocks, int depth)
        {
            foreach (var block in blocks.EnumerateArray())
            {
                Block(block, depth);
            }
        }

        private void Block(JsonElement block, int depth)
        {
            var content = block.TryGetProperty("c", out var c) ? c : default;
            switch (block.GetProperty("t").GetString())
            {
                case "Header":
                    digest._lines.Add($"heading {content[0].GetInt32()} {Joined([Text(content[2])])}");
                    break;
                case "BulletList":
                    Items(content, depth + 1, "-");
                    break;
                case "OrderedList":
                    Items(content[1], depth + 1, "1");
                    break;
                case "BlockQuote":
                    Blocks(content, depth);
                    break;
                case "Div":
                    Blocks(content[1], depth);
                    break;
                case "Table":
                    Table(content);
                    break;
                case "Para" or "Plain":
                    Text(content);
                    break;
            }
        }

        private void Items(JsonElement items, int depth, string mark)
        {
            foreach (var item in items.EnumerateArray())
            {
                var line = digest._lines.Count;
                var isText = item.GetArrayLength() > 0 && item[0].GetProperty("t").GetString() is "Para" or "Plain";
                var text = isText ? Joined([Text(item[0].GetProperty("c"))]) : "";
                digest._lines.Insert(line, $"item {depth} {mark} {text}".TrimEnd());
                foreach (var block in item.EnumerateArray().Skip(isText ? 1 : 0))
                {
                    Block(block, depth);
                }
            }
        }

        private void Table(JsonElement table)
        {
            var line = digest._lines.Count;
            var rows = new List<string>();
            foreach (var group in table.EnumerateArray().Skip(3))
            {
                foreach (var row in Rows(group))
                {
                    rows.Add(string.Join(" | ", row.EnumerateArray().Select(cell => Joined([CellText(cell[4])]))));
                }
            }

            digest._lines.Insert(line, "table " + string.Join(" / ", rows).TrimEnd());
        }

        // A head is [attr, rows]; the bodies are [[attr, columns, head rows, rows]].
        private static IEnumerable<JsonElement> Rows(JsonElement group)
        {
            foreach (var element in group.EnumerateArray())
            {
                if (element.ValueKind != JsonValueKind.Array)
                {
                    continue;
                }

                foreach (var found in Find(element))
                {
                    yield return found;
                }
            }
        }

        // A row is [attr, cells]; an attr is ["", [], []].
        private static IEnumerable<JsonElement> Find(JsonElement element)
        {
            if (element.ValueKind != JsonValueKind.Array)
            {
                yield break;
            }

            var items = element.EnumerateArray().ToArray();
            if (items is [{ ValueKind: JsonValueKind.Array } attr, { ValueKind: JsonValueKind.Array } cells] && IsAttr(attr)
                && cells.GetArrayLength() > 0 && cells[0].ValueKind == JsonValueKind.Array && cells[0].GetArrayLength() == 5)
            {
                yield return cells;
                yield break;
            }

            foreach (var found in items.SelectMany(Find))
            {
                yield return found;
            }
        }

        private static bool IsAttr(JsonElement element) => element.GetArrayLength() == 3 && element[0].ValueKind == JsonValueKind.String;

        private string CellText(JsonElement blocks)
        {
            // What stands in a cell is its text, and in its own right a list or heading.
            var text = new System.Text.StringBuilder();
            Gather(blocks, text);
            Blocks(blocks, 0);
            return text.ToString();
        }

        public void Gather(JsonElement element, System.Text.StringBuilder text)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Gather(item, text);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("t", out var type))
            {
                switch (type.GetString())
                {
                    case "Str":
                        text.Append(element.GetProperty("c").GetString());
                        return;
                    case "Note":
                        return;
                    case "Space" or "SoftBreak" or "LineBreak":
                        text.Append(' ');
                        return;
                    case "Code":
                        text.Append(element.GetProperty("c")[1].GetString());
                        return;
                    case "Para" or "Plain" or "Header":
                        text.Append(' ');
                        break;
                }

                if (element.TryGetProperty("c", out var content))
                {
                    Gather(content, text);
                }
            }
        }

        public void AddLinks(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    AddLinks(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("c", out var content))
            {
                if (element.GetProperty("t").GetString() == "Link" && content[2][0].GetString() is { } target && !target.StartsWith('#'))
                {
                    digest._lines.Add($"link {target} {Joined([Text(content[1])])}");
                }

                AddLinks(content);
            }
        }

        private string Text(JsonElement inlines)
        {
            var text = new System.Text.StringBuilder();
            foreach (var inline in inlines.EnumerateArray())
            {
                var content = inline.TryGetProperty("c", out var c) ? c : default;
                switch (inline.GetProperty("t").GetString())
                {
                    case "Str":
                        text.Append(content.GetString());
                        break;
                    case "Space" or "SoftBreak" or "LineBreak":
                        text.Append(' ');
                        break;
                    case "Code":
                        text.Append(content[1].GetString());
                        break;
                    case "Note":
                        var note = new System.Text.StringBuilder();
                        Gather(content, note);
                        digest._notes.Add(Joined([note.ToString()]));
                        break;
                    case "Link":
                        text.Append(Text(content[1]));
                        break;
                    case "Image":
                        break;
                    case "Span" or "Quoted" or "Cite":
                        text.Append(Text(content[1]));
                        break;
                    case "Emph" or "Strong" or "Strikeout" or "Superscript" or "Subscript" or "SmallCaps" or "Underline":
                        text.Append(Text(content));
                        break;
                }
            }

            return text.ToString();
        }
    }
}
