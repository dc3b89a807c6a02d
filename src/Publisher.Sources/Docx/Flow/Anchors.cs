using Publisher.Sources.Docx.Facts;
using Publisher.Sources.Docx.Looks;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The headings that links of the document lead to, by their bookmarks.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<Element, string> _headings = [];

    /// <summary>Finds them: a look ahead over the whole text, since links lead forward too.</summary>
    public Anchors(Element? document, StyleTable styles, StatementFacts? facts)
    {
        var wanted = new HashSet<string>(facts?.Anchors.Keys ?? [], StringComparer.Ordinal);
        var paragraphs = new List<(Element Paragraph, List<string> Bookmarks)>();
        var before = new List<string>();
        if (document is not null)
        {
            Walk(document, before, wanted, paragraphs);
        }

        // Our own contents lead to bookmarks that name no heading of the statement.
        wanted.RemoveWhere(bookmark => facts is not null && bookmark.StartsWith("_Toc", StringComparison.Ordinal));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (paragraph, bookmarks) in paragraphs)
        {
            var properties = paragraph.Child("w:pPr");
            var outline = StyleTable.Number(properties?.ValueOf("w:outlineLvl"));
            if (styles.Paragraph(properties?.ValueOf("w:pStyle")).Kind == ParagraphKind.Heading || outline is >= 0 and < 9)
            {
                Add(paragraph, bookmarks.FindAll(wanted.Contains), facts, taken);
            }
        }
    }

    /// <summary>The name of a heading; null if no link leads to it.</summary>
    public string? IdOf(Element paragraph) => _headings.GetValueOrDefault(paragraph);

    /// <summary>The target of a link to a bookmark; null if it marks no heading.</summary>
    public string? TargetOf(string bookmark) => _ids.TryGetValue(bookmark, out var id) ? "#" + id : null;

    /// <summary>Collects what links want and what is marked; a bookmark between two paragraphs marks the second.</summary>
    private static void Walk(Element parent, List<string> bookmarks, HashSet<string> wanted, List<(Element Paragraph, List<string> Bookmarks)> paragraphs)
    {
        for (var element = parent.First; element is not null; element = element.Next)
        {
            switch (element.Name)
            {
                case "w:p":
                    var inside = new List<string>(bookmarks);
                    bookmarks.Clear();
                    Walk(element, inside, wanted, paragraphs);
                    if (inside.Count > 0)
                    {
                        paragraphs.Add((element, inside));
                    }

                    continue;
                case "w:bookmarkStart" when element["w:name"] is { } name:
                    bookmarks.Add(name);
                    continue;
                case "w:hyperlink" when element["w:anchor"] is { } anchor:
                    wanted.Add(anchor);
                    break;
                case "w:instrText" or "w:fldSimple":
                    Add(wanted, FieldCode.Of(element.Name == "w:instrText" ? element.Text : element["w:instr"] ?? ""));
                    break;
            }

            Walk(element, bookmarks, wanted, paragraphs);
        }
    }

    private void Add(Element paragraph, List<string> bookmarks, StatementFacts? facts, HashSet<string> taken)
    {
        if (bookmarks.Count == 0)
        {
            return;
        }

        // A heading has one name; our own bookmark gives it the one it had.
        var named = bookmarks.Find(bookmark => facts?.Anchors.ContainsKey(bookmark) == true) ?? bookmarks[0];
        var id = facts?.Anchors.GetValueOrDefault(named) ?? named.TrimStart('_');
        if (id.Length == 0 || !taken.Add(id))
        {
            return;
        }

        _headings.Add(paragraph, id);
        foreach (var bookmark in bookmarks)
        {
            _ids.TryAdd(bookmark, id);
        }
    }

    private static void Add(HashSet<string> wanted, FieldCode code)
    {
        if (code.Name == "HYPERLINK" && code.Switch('l') is { } bookmark)
        {
            wanted.Add(bookmark);
        }
    }
}
