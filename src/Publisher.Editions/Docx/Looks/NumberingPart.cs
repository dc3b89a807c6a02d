using Publisher.Editions.Docx.Package;
using Publisher.Model.Blocks;
using Publisher.Templates;

namespace Publisher.Editions.Docx.Looks;

/// <summary>
/// The lists (ECMA-376-1, 17.9): a multilevel list for each way of marking, and an instance for each list of the text that must start
/// anew. The first two belong to the styles List Bullet and List Number.
/// </summary>
internal sealed class NumberingPart
{
    /// <summary>The instance that the styles of lists with marks use by themselves.</summary>
    public const int Bullets = 1;

    /// <summary>The instance that the styles of numbered lists use by themselves.</summary>
    public const int Numbers = 2;

    /// <summary>The deepest level, from 0 (17.9.3: a list has nine).</summary>
    public const int DeepestLevel = 8;

    private static readonly string[] Marks = ["•", "–", "·"];

    private readonly List<ListKind> _kinds = [ListKind.Bullets, ListKind.Numbers];
    private readonly List<(int Kind, int Level, int? Start)> _instances = [(0, 0, null), (1, 0, null)];

    /// <summary>Adds an instance.</summary>
    /// <param name="kind">How it is marked.</param>
    /// <param name="level">The depth at which it starts, from 0.</param>
    /// <param name="start">Its first number; null for a list with marks.</param>
    /// <returns>The instance's id.</returns>
    public int Add(ListKind kind, int level, int? start)
    {
        var index = _kinds.IndexOf(kind);
        if (index < 0)
        {
            index = _kinds.Count;
            _kinds.Add(kind);
        }

        _instances.Add((index, level, start));
        return _instances.Count;
    }

    /// <summary>The part.</summary>
    /// <param name="step">The indent of a level.</param>
    public PartContent Write(Length step)
    {
        using var xml = new PartWriter();
        xml.Markup("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"u8);
        for (var kind = 0; kind < _kinds.Count; kind++)
        {
            WriteKind(xml, kind, step);
        }

        for (var i = 0; i < _instances.Count; i++)
        {
            var (kind, level, start) = _instances[i];
            xml.Markup("<w:num"u8).Attribute("w:numId"u8, i + 1).Markup(">"u8).Value("abstractNumId"u8, kind);
            if (start is { } first)
            {
                xml.Markup("<w:lvlOverride"u8).Attribute("w:ilvl"u8, level).Markup(">"u8).Value("startOverride"u8, first).Markup("</w:lvlOverride>"u8);
            }

            xml.Markup("</w:num>"u8);
        }

        return xml.Markup("</w:numbering>"u8).End();
    }

    private void WriteKind(PartWriter xml, int index, Length step)
    {
        var kind = _kinds[index];

        // The number by which Word tells lists apart when text is pasted (17.9.15): any, as long as it is this list's own.
        const int FirstNumber = 0x50420001;
        xml.Markup("<w:abstractNum"u8).Attribute("w:abstractNumId"u8, index).Markup(">"u8).Value("nsid"u8, $"{FirstNumber + index:X8}")
            .Markup("<w:multiLevelType w:val=\"multilevel\"/>"u8).Value("name"u8, kind.Name);
        for (var level = 0; level <= DeepestLevel; level++)
        {
            xml.Markup("<w:lvl"u8).Attribute("w:ilvl"u8, level).Markup("><w:start w:val=\"1\"/>"u8).Value("numFmt"u8, kind.Format);
            if (index + 1 is Bullets or Numbers && level < WordStyle.ListStyles)
            {
                xml.Value("pStyle"u8, WordStyle.List(index + 1 == Numbers, level));
            }

            xml.Value("lvlText"u8, kind.IsOrdered ? kind.TextOf(level) : Marks[level % Marks.Length]).Markup("<w:lvlJc w:val=\"left\"/><w:pPr><w:ind"u8)
                .Attribute("w:left"u8, step.Twips * (level + 1)).Attribute("w:hanging"u8, step.Twips).Markup("/></w:pPr></w:lvl>"u8);
        }

        xml.Markup("</w:abstractNum>"u8);
    }
}

/// <summary>How a list is marked.</summary>
/// <param name="Numbering">How its numbers are written; null for marks.</param>
/// <param name="Delimiter">What stands round a number.</param>
/// <param name="IsTight">True if no space stands between the items.</param>
internal sealed record ListKind(ListNumbering? Numbering, ListDelimiter Delimiter, bool IsTight)
{
    public static ListKind Bullets { get; } = new(null, default, IsTight: true);

    public static ListKind Numbers { get; } = new(ListNumbering.Decimal, ListDelimiter.Period, IsTight: true);

    public bool IsOrdered => Numbering is not null;

    /// <summary>Its name in the part, unique.</summary>
    public string Name => (Numbering is { } numbering ? $"{numbering} {Delimiter}" : "Bullets") + (IsTight ? "" : " loose");

    /// <summary>Word's word for its numbers (17.18.59).</summary>
    public string Format => Numbering switch
    {
        ListNumbering.LowerLetter => "lowerLetter",
        ListNumbering.UpperLetter => "upperLetter",
        ListNumbering.LowerRoman => "lowerRoman",
        ListNumbering.UpperRoman => "upperRoman",
        ListNumbering.Decimal => "decimal",
        _ => "bullet",
    };

    /// <summary>The text of a number.</summary>
    public string TextOf(int level) => Delimiter switch
    {
        ListDelimiter.Parenthesis => $"%{level + 1})",
        ListDelimiter.Parentheses => $"(%{level + 1})",
        _ => $"%{level + 1}.",
    };
}
