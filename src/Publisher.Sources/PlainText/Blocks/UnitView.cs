using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Blocks;

/// <summary>What the rules for blocks ask about units.</summary>
internal sealed class UnitView(string text, List<TextLine> lines, List<Unit> units, Measures measures, string language)
{
    public string Language => language;

    public Measures Measures => measures;

    public List<Unit> Units => units;

    public TextLine FirstLine(int i) => lines[units[i].Lines[0]];

    public TextLine FirstLineOf(Unit unit) => lines[unit.Lines[0]];

    public TextLine LastLine(int i) => lines[units[i].Lines[^1]];

    public ReadOnlySpan<char> In(TextLine line) => line.In(text);

    /// <summary>The text of a line by its index among all lines.</summary>
    public ReadOnlySpan<char> InLine(int index) => lines[index].In(text);

    public ReadOnlySpan<char> First(int i) => FirstLine(i).In(text);

    public ReadOnlySpan<char> Last(int i) => LastLine(i).In(text);

    public IEnumerable<TextLine> LinesOf(int i) => units[i].Lines.Select(index => lines[index]);

    /// <summary>True if a line holds a web or e-mail address.</summary>
    public bool HasAddress(TextLine line) => line.In(text).Contains("http", StringComparison.OrdinalIgnoreCase) || line.In(text).Contains('@');

    /// <summary>Number of characters.</summary>
    public int Length(int i) => LinesOf(i).Sum(line => line.End - line.Start);

    /// <summary>Width of all lines over the measure of the text.</summary>
    public double Fill(int i) => LinesOf(i).Sum(line => (double)line.Width) / measures.Text;

    /// <summary>How it ends.</summary>
    public LineEnd End(int i) => LineWords.End(Last(i));

    /// <summary>True if there is more space above than usual: a page begins, or empty lines that not every line has.</summary>
    public bool IsSetOff(int i) => Space(i) < 0 || Space(i) > UsualSpace;

    /// <summary>True if there is more space above a line than usual.</summary>
    public bool IsSetOffLine(int index) => lines[index].Space > UsualSpace;

    /// <summary>Some extractions print an empty line behind every line.</summary>
    private int UsualSpace { get; } = units.Sum(unit => unit.Lines.Count(index => lines[index].Space > 0)) * 10 > units.Sum(unit => unit.Lines.Count) * 9 ? 1 : 0;

    /// <summary>How it is counted if it is a heading.</summary>
    public SectionLabel Label(int i) => FirstLine(i).IsSection ? SectionLabel.Section : SectionLabel.Of(First(i), units[i].Mark);

    /// <summary>How it begins.</summary>
    public LineStart Start(int i) => LineWords.Start(First(i));

    /// <summary>Empty lines above; -1 where a page begins or something was taken out.</summary>
    public int Space(int i) => i > 0 && FirstLine(i).Page != LastLine(i - 1).Page ? -1 : FirstLine(i).Space;
}
