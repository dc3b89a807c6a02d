using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Typography;
using Publisher.Model.Words;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Tests.Support;

namespace Publisher.Tests.Model.Typography;

/// <summary>The table of typography that comes with the program. In tests ␣ stands for U+00A0 and ¦ for U+202F.</summary>
internal static class Shipped
{
    /// <summary>As the standard template switches it.</summary>
    public static TypographySettings Settings { get; } =
        TemplateFolder.Load(Repository.PathOf("templates", "standard"), new TemplateOptions(MarkdownSource.ParseFragment, Repository.PathOf("templates"))).Typography;

    /// <summary>With every rule and advice in every language.</summary>
    public static TypographySettings Everything { get; } = Settings with
    {
        Languages = Settings.Languages.Select(language => language with
        {
            Rules = language.Rules.Concat(TypographyRules.All.Where(TypographyRules.IsAdvice)).Distinct().ToValueList(),
        }).ToValueList(),
    };

    /// <summary>A paragraph in a language, corrected.</summary>
    public static Document Apply(string language, ValueList<Inline> line, TypographySettings? settings = null) =>
        new Typographer(settings ?? Settings).Apply(new Document { Metadata = Metadata.Empty with { Language = language }, Blocks = [new Paragraph(line)] });

    /// <summary>The text of a paragraph in a language, corrected, no-break spaces made visible.</summary>
    public static string Correct(string language, string text, TypographySettings? settings = null) =>
        Visible(PlainText.Of(((Paragraph)Apply(language, [new Text(text.Replace('␣', '\u00A0').Replace('¦', '\u202F'))], settings).Blocks[0]).Content));

    /// <summary>No-break spaces made visible.</summary>
    public static string Visible(string text) => text.Replace('\u00A0', '␣').Replace('\u202F', '¦');
}
