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

    private readonly Dictionary<string, LiquidTemplate> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads the texts.</summary>
    /// <param name="layers">The folders to look in, the template's own before the standard's.</param>
    /// <param name="log">Where doubtful fields are named.</param>
    /// <exception cref="PublisherException">A text cannot be read or parsed.</exception>
    public static SurroundTexts Read(IReadOnlyList<TemplateFiles> layers, TemplateLog log)
    {
        var texts = new SurroundTexts();
        foreach (var name in Names)
        {
            // A text of the template's own goes before every form of the standard's.
            var layer = layers.FirstOrDefault(files => files.Has(name + ".md"));
            foreach (var form in Forms(name))
            {
                var owner = layers.TakeWhile(files => files != layer).Append(layer).FirstOrDefault(files => files?.Has(form) == true);
                if (owner is not null)
                {
                    texts._texts[form] = Parse(owner, form, log);
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

    private static IEnumerable<string> Forms(string name) =>
        Enum.GetValues<StatementKind>().Select(kind => FormFor(name, kind)).Prepend(name + ".md");

    private static string FormFor(string name, StatementKind kind) => $"{name}.{KebabCase.Of(kind.ToString())}.md";

    private static LiquidTemplate Parse(TemplateFiles files, string form, TemplateLog log)
    {
        var file = files.NameOf(form);
        var source = files.ReadText(form)!;
        var text = LiquidTemplate.Parse(file, source);
        foreach (var named in text.Fields.Where(named => !SurroundFields.Names.Contains(named.Name)))
        {
            log.Warn(
                DiagnosticCode.TemplateKeyUnknown,
                new Place(file, named.Line),
                $"There is no field \"{named.Name}\"; nothing stands there.",
                Spelling.Advice(named.Name, SurroundFields.Names));
        }

        if (form.StartsWith("title.", StringComparison.Ordinal) && !source.Split('\n').Any(IsTitleLine))
        {
            log.Error(
                new Place(file, 0),
                "The text has no line for the title.",
                "Write \"# {{ title }}\" in a line of its own, and \"## {{ subtitle }}\" below it.");
        }

        return text;
    }

    private static bool IsTitleLine(string line) => line.Replace(" ", string.Empty, StringComparison.Ordinal).TrimEnd('\t') == "#{{title}}";
}
