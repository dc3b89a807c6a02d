using System.Globalization;
using Publisher.Model.Blocks;
using Publisher.Sources.Docx.Facts;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Looks;

/// <summary>The styles of a document (ECMA-376-1, 17.7), resolved once each by name, outline level and what they are based on.</summary>
internal sealed class StyleTable
{
    // A chain of styles; Word allows some ten, a hostile file a circle.
    private const int LongestChain = 32;
    private const int LevelsOfOutline = 9;

    private readonly Dictionary<string, Element> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphStyle> _paragraphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CharacterStyle> _characters = new(StringComparer.Ordinal);
    private readonly StatementFacts? _facts;
    private readonly string? _defaultParagraph;

    public StyleTable(Element? styles, StatementFacts? facts)
    {
        _facts = facts;
        foreach (var style in styles?.Children("w:style") ?? [])
        {
            if (style["w:styleId"] is { } id)
            {
                _elements.TryAdd(id, style);
                if (style["w:type"] == "paragraph" && style["w:default"] is "1" or "true" or "on")
                {
                    _defaultParagraph ??= id;
                }
            }
        }

        DefaultLanguage = WordLanguage.Of(styles?.Child("w:docDefaults")?.Child("w:rPrDefault")?.Child("w:rPr")?.Child("w:lang")?["w:val"]);
        UsesCompact = _elements.Values.Any(style => style.ValueOf("w:name") == "Compact");
    }

    /// <summary>The language of text that nothing says a language of; null if not stated.</summary>
    public string? DefaultLanguage { get; }

    /// <summary>True for documents of pandoc, in which tight lists have a style of their own.</summary>
    public bool UsesCompact { get; }

    /// <summary>The style of a paragraph.</summary>
    /// <param name="id">Its id; null for the default.</param>
    public ParagraphStyle Paragraph(string? id)
    {
        var key = id ?? _defaultParagraph ?? "";
        if (!_paragraphs.TryGetValue(key, out var style))
        {
            style = Resolve(key);
            _paragraphs.Add(key, style);
        }

        return style;
    }

    /// <summary>The style of characters.</summary>
    /// <param name="id">Its id; null for none.</param>
    public CharacterStyle Character(string? id)
    {
        if (id is null)
        {
            return CharacterStyle.Plain;
        }

        if (!_characters.TryGetValue(id, out var style))
        {
            style = ResolveCharacter(id);
            _characters.Add(id, style);
        }

        return style;
    }

    /// <summary>True if the style of a table sets its first row apart.</summary>
    public bool HasFirstRow(string? id) => Chain(id ?? "").Any(style => style.Children("w:tblStylePr").Any(part => part["w:type"] == "firstRow"));

    private ParagraphStyle Resolve(string id)
    {
        var chain = Chain(id).ToArray();
        var names = chain.Select(style => style.ValueOf("w:name") ?? "").ToArray();
        var name = names.Length > 0 ? names[0] : id;
        var said = names.Length == 0 ? StyleNames.Paragraph(id) : names.Select(StyleNames.Paragraph).FirstOrDefault(found => found is not null);
        var properties = chain.Select(style => style.Child("w:pPr")).OfType<Element>().ToArray();
        var outline = First(properties, p => Number(p.ValueOf("w:outlineLvl")));
        var (kind, value) = said ?? (outline is >= 0 and < LevelsOfOutline ? (ParagraphKind.Heading, outline.Value + 1) : (ParagraphKind.Body, 0));
        if (_facts is null && kind is ParagraphKind.Furniture or ParagraphKind.RemovedText or ParagraphKind.LinkReference)
        {
            kind = ParagraphKind.Body;
        }

        var characters = chain.Select(style => style.Child("w:rPr")).OfType<Element>().ToArray();
        return new ParagraphStyle(id, name, kind, value)
        {
            CodeLanguage = names.Select(n => _facts?.CodeLanguages.GetValueOrDefault(n)).FirstOrDefault(language => language is not null),
            ListInstance = First(properties, p => Number(p.Child("w:numPr")?.ValueOf("w:numId"))),
            ListLevel = First(properties, p => Number(p.Child("w:numPr")?.ValueOf("w:ilvl"))),
            Alignment = properties.Select(p => p.ValueOf("w:jc")).FirstOrDefault(jc => jc is not null),
            Indent = First(properties, p => Number(p.Child("w:ind")?["w:left"] ?? p.Child("w:ind")?["w:start"])) ?? 0,
            Language = characters.Select(c => WordLanguage.Of(c.Child("w:lang")?["w:val"])).FirstOrDefault(language => language is not null),
            IsHidden = characters.Select(c => c.Toggle("w:vanish")).FirstOrDefault(hidden => hidden is not null) == true,
            Cell = CellStyle.Of(name),
        };
    }

    private CharacterStyle ResolveCharacter(string id)
    {
        var chain = Chain(id).ToArray();
        var name = chain.Length > 0 ? chain[0].ValueOf("w:name") ?? id : id;
        var characters = chain.Select(style => style.Child("w:rPr")).OfType<Element>().ToArray();
        var marks = MarksOf(name, chain, characters);
        return new CharacterStyle(
            [.. marks.Where(mark => mark.Kind != MarkKind.NoteReference)],
            characters.Select(c => WordLanguage.Of(c.Child("w:lang")?["w:val"])).FirstOrDefault(language => language is not null),
            characters.Select(c => c.Toggle("w:vanish")).FirstOrDefault(hidden => hidden is not null) == true,
            marks.Any(mark => mark.Kind == MarkKind.NoteReference));
    }

    /// <summary>The marks of a style, from outside in: what its name says, ours being made of several, else what it looks like.</summary>
    private List<Mark> MarksOf(string name, Element[] chain, Element[] characters)
    {
        var marks = new List<Mark>();
        foreach (var part in name.Split(" + "))
        {
            if (_facts?.Languages.GetValueOrDefault(part) is { } language)
            {
                marks.Add(new Mark(MarkKind.Language, language));
            }
            else if (StyleNames.Character(part) is { } kind)
            {
                marks.Add(new Mark(kind));
            }
        }

        if (marks.Count > 0)
        {
            return marks;
        }

        if (chain.Select(style => StyleNames.Character(style.ValueOf("w:name") ?? "")).FirstOrDefault(kind => kind is not null) is { } inherited)
        {
            return [new Mark(inherited)];
        }

        foreach (var look in characters.Reverse())
        {
            DirectMarks.Add(marks, look);
        }

        return marks;
    }

    private IEnumerable<Element> Chain(string id)
    {
        for (var i = 0; i < LongestChain && _elements.TryGetValue(id, out var style); i++)
        {
            yield return style;
            if (style.ValueOf("w:basedOn") is not { } parent || parent == id)
            {
                break;
            }

            id = parent;
        }
    }

    private static int? First(Element[] properties, Func<Element, int?> value)
    {
        foreach (var element in properties)
        {
            if (value(element) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A whole number of the file; null if it is none.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A paragraph style, resolved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it makes of a paragraph.</param>
/// <param name="Value">The level or role that goes with the kind.</param>
internal sealed record ParagraphStyle(string Id, string Name, ParagraphKind Kind, int Value)
{
    /// <summary>The programming language of its code; null if not stated.</summary>
    public string? CodeLanguage { get; init; }

    /// <summary>The list it belongs to; null for none.</summary>
    public int? ListInstance { get; init; }

    /// <summary>The level of that list; null if the list itself tells.</summary>
    public int? ListLevel { get; init; }

    /// <summary>The value of <c>w:jc</c>; null if not stated.</summary>
    public string? Alignment { get; init; }

    /// <summary>Indent in twips.</summary>
    public int Indent { get; init; }

    /// <summary>BCP 47 tag of its text; null if not stated.</summary>
    public string? Language { get; init; }

    /// <summary>True if its text is hidden.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What it says about a cell of a table; null if nothing.</summary>
    public CellStyle? Cell { get; init; }
}

/// <summary>A character style, resolved.</summary>
/// <param name="Marks">What it says, from outside in.</param>
/// <param name="Language">BCP 47 tag; null if not stated.</param>
/// <param name="IsHidden">True if its text is hidden.</param>
/// <param name="IsNoteReference">True for the marks of notes.</param>
internal sealed record CharacterStyle(Mark[] Marks, string? Language, bool IsHidden, bool IsNoteReference)
{
    /// <summary>No style.</summary>
    public static CharacterStyle Plain { get; } = new([], null, false, false);
}

/// <summary>What a style of ours says about a cell.</summary>
/// <param name="IsRowHeader">True if the cell heads its row.</param>
/// <param name="Alignment">How its column is set.</param>
internal sealed record CellStyle(bool IsRowHeader, ColumnAlignment Alignment)
{
    /// <summary>The cell of a style's name; null if it is none of ours.</summary>
    public static CellStyle? Of(string name)
    {
        var isRowHeader = name.StartsWith("Table Row Header", StringComparison.Ordinal);
        return isRowHeader || name.StartsWith("Table Cell", StringComparison.Ordinal) || name.StartsWith("Table Header", StringComparison.Ordinal)
            ? new CellStyle(
                isRowHeader,
                name.EndsWith(" Center", StringComparison.Ordinal) ? ColumnAlignment.Center : name.EndsWith(" End", StringComparison.Ordinal) ? ColumnAlignment.End : ColumnAlignment.Start)
            : null;
    }
}
