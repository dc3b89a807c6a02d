using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Files;
using Publisher.Templates.Liquid;

namespace Publisher.Templates.Surroundings;

/// <summary>The texts of a template, parsed: <c>letterhead.md</c>, <c>title.md</c> and so on, each perhaps in a form for one kind of statement.</summary>
internal sealed class SurroundTexts
{
    /// <summary>The names of the texts.</summary>
    public static readonly ValueList<string> Names = ["letterhead", "address", "return-line", "title", "closing", "header", "footer"];

    /// <summary>The names of all files that texts may stand in.</summary>
    public static IEnumerable<string> AllForms => Names.SelectMany(Forms);

    /// <summary>Parts a line of header or footer; elsewhere it would be printed, and a return line has one part.</summary>
    public const string PartMark = "||";

    private static readonly string[] PartedTexts = ["header", "footer"];

    private readonly Dictionary<string, LiquidTemplate> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads the texts.</summary>
    /// <param name="layers">The folders to look in, the template's own before the standard's.</param>
    /// <param name="house">Names of the house's own texts; null if they are not known.</param>
    /// <param name="log">Where mistakes and doubtful fields are named.</param>
    public static SurroundTexts Read(IReadOnlyList<TemplateFiles> layers, IEnumerable<string>? house, TemplateLog log)
    {
        var texts = new SurroundTexts();
        var fields = new FieldNames(house);
        foreach (var name in Names)
        {
            // A text of the template's own goes before every form of the standard's.
            var layer = layers.FirstOrDefault(files => files.Has(name + ".md"));
            foreach (var form in Forms(name))
            {
                var owner = layers.TakeWhile(files => files != layer).Append(layer).FirstOrDefault(files => files?.Has(form) == true);
                if (owner is not null && log.Attempt(() => owner.ReadText(form)) is { } source)
                {
                    texts._texts[form] = Parse(owner.NameOf(form), source, name, fields, log);
                }
            }
        }

        return texts;
    }

    /// <summary>The text for a kind of statement; null if the template has none.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="kind">The kind; null if not known.</param>
    public LiquidTemplate? Find(string name, StatementKind? kind) =>
        (kind is { } k ? _texts.GetValueOrDefault(FormFor(name, k)) : null) ?? _texts.GetValueOrDefault(name + ".md");

    /// <summary>The files that hold a text: one for all kinds of statement, and one for each.</summary>
    public static IEnumerable<string> Forms(string name) =>
        Enum.GetValues<StatementKind>().Select(kind => FormFor(name, kind)).Prepend(name + ".md");

    private static string FormFor(string name, StatementKind kind) => $"{name}.{KebabCase.Of(kind.ToString())}.md";

    private static LiquidTemplate Parse(string file, string source, string name, FieldNames fields, TemplateLog log)
    {
        var text = LiquidTemplate.Parse(file, source, log.Error);
        foreach (var named in text.Fields)
        {
            if (fields.Fault(named.Path) is { } fault)
            {
                log.Warn(
                    DiagnosticCode.TemplateKeyUnknown, new Place(file, named.Line), $"There is no field \"{fault.Name}\"; nothing stands there.", fault.Remedy);
            }
        }

        var lines = source.Split('\n');
        if (name == "title" && !lines.Any(IsTitleLine))
        {
            log.Error(
                new Place(file, 0),
                "The text has no line for the title.",
                "Write \"# {{ title }}\" in a line of its own, and \"## {{ subtitle }}\" below it.");
        }

        if (!PartedTexts.Contains(name) && Array.FindIndex(lines, line => line.Contains(PartMark, StringComparison.Ordinal)) is >= 0 and var parted)
        {
            log.Warn(
                DiagnosticCode.TemplateValueInvalid,
                new Place(file, parted + 1),
                $"\"{PartMark}\" does not part a line here.",
                $"Only lines of {string.Join(" and ", PartedTexts)} have parts; write two lines, or leave it out.");
        }

        return text;
    }

    private static bool IsTitleLine(string line) => line.Replace(" ", string.Empty, StringComparison.Ordinal).TrimEnd('\t') == "#{{title}}";
}
