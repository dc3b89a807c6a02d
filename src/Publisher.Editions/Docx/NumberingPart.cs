using Publisher.Model.Blocks;
using Publisher.Templates.Styles;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>
/// The lists (ECMA-376-1, 17.9): one multilevel list with marks, one for each way of numbering, and an instance for each numbered
/// list of the text, so that each starts where it should.
/// </summary>
internal sealed class NumberingPart(Style item)
{
    /// <summary>The instance with marks.</summary>
    public const int Bullets = 1;

    /// <summary>The instance that the styles of numbered lists use by themselves.</summary>
    public const int Numbers = 2;

    // ECMA-376-1, 17.9.3: a list has nine levels.
    private const int Levels = 9;

    private static readonly string[] Marks = ["•", "–", "·"];

    private readonly List<(ListNumbering Numbering, ListDelimiter Delimiter)> _kinds = [(ListNumbering.Decimal, ListDelimiter.Period)];
    private readonly List<W.NumberingInstance> _instances = [];

    /// <summary>Adds a numbered list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="level">Its depth, from 0.</param>
    /// <returns>The id of its instance.</returns>
    public int Add(OrderedList list, int level)
    {
        var kind = _kinds.IndexOf((list.Numbering, list.Delimiter));
        if (kind < 0)
        {
            kind = _kinds.Count;
            _kinds.Add((list.Numbering, list.Delimiter));
        }

        var id = Numbers + 1 + _instances.Count;
        _instances.Add(new W.NumberingInstance(
            new W.AbstractNumId { Val = 1 + kind },
            new W.LevelOverride(new W.StartOverrideNumberingValue { Val = list.Start }) { LevelIndex = Math.Min(level, Levels - 1) })
        { NumberID = id });
        return id;
    }

    /// <summary>The part.</summary>
    public W.Numbering Write()
    {
        var numbering = new W.Numbering();
        numbering.Append(Abstract(0, level => (W.NumberFormatValues.Bullet, Marks[level % Marks.Length])));
        for (var kind = 0; kind < _kinds.Count; kind++)
        {
            var (format, delimiter) = _kinds[kind];
            numbering.Append(Abstract(1 + kind, level => (FormatOf(format), TextOf(delimiter, level))));
        }

        numbering.Append(new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = Bullets });
        numbering.Append(new W.NumberingInstance(new W.AbstractNumId { Val = 1 }) { NumberID = Numbers });
        numbering.Append(_instances);
        return numbering;
    }

    private W.AbstractNum Abstract(int id, Func<int, (W.NumberFormatValues Format, string Text)> levelOf)
    {
        var list = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level < Levels; level++)
        {
            var (format, text) = levelOf(level);
            list.Append(new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = format },
                new W.LevelText { Val = text },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = $"{item.IndentStart.Twips * (level + 1)}", Hanging = $"{item.IndentStart.Twips}" }))
            { LevelIndex = level });
        }

        return list;
    }

    private static W.NumberFormatValues FormatOf(ListNumbering numbering) => numbering switch
    {
        ListNumbering.LowerLetter => W.NumberFormatValues.LowerLetter,
        ListNumbering.UpperLetter => W.NumberFormatValues.UpperLetter,
        ListNumbering.LowerRoman => W.NumberFormatValues.LowerRoman,
        ListNumbering.UpperRoman => W.NumberFormatValues.UpperRoman,
        _ => W.NumberFormatValues.Decimal,
    };

    private static string TextOf(ListDelimiter delimiter, int level) => delimiter switch
    {
        ListDelimiter.Parenthesis => $"%{level + 1})",
        ListDelimiter.Parentheses => $"(%{level + 1})",
        _ => $"%{level + 1}.",
    };
}
