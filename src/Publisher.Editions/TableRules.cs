using Publisher.Templates;
using Publisher.Templates.Styles;

namespace Publisher.Editions;

/// <summary>The rules of tables, the same in every format.</summary>
/// <param name="Frame">Above and below the table and under its header.</param>
/// <param name="Row">Between rows.</param>
internal sealed record TableRules(BorderRule Frame, BorderRule Row)
{
    // Rows are told apart by their rule without its being seen before the words.
    private const double Paleness = 0.7;

    /// <summary>
    /// What a style sheet says of them: the rules after header and cell. Without a word of it the frame has the colour of the header's
    /// text and rows a pale one of the running text's.
    /// </summary>
    public static TableRules Of(StyleSheet styles)
    {
        var (header, cell, body) = (styles[StyleRole.TableHeader], styles[StyleRole.TableCell], styles[StyleRole.Body]);
        var row = cell.RuleAfter ?? new BorderRule(Length.FromPoints(0.5), body.Colour.Mix(Colour.White, Paleness), Length.Zero);
        var own = header.RuleAfter == cell.RuleAfter ? null : header.RuleAfter;
        var frame = own ?? new BorderRule(Length.FromPoints(1), header.Colour, Length.Zero);
        return new TableRules(frame with { Gap = Length.Zero }, row with { Gap = Length.Zero });
    }
}
