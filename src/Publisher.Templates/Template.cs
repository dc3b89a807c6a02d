using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Typography;
using Publisher.Templates.Brands;
using Publisher.Templates.Fonts;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Templates;

/// <summary>How a house looks: resolved once from its files, immutable, safe to use from several threads.</summary>
public sealed record Template
{
    /// <summary>The house.</summary>
    public required Brand Brand { get; init; }

    /// <summary>A style for each role.</summary>
    public required StyleSheet Styles { get; init; }

    /// <summary>The editions in the template's order.</summary>
    public required ValueList<EditionSpec> Editions { get; init; }

    /// <summary>How a statement's typography is corrected; each edition may do it in its own way (<see cref="EditionSpec.Typography"/>).</summary>
    public TypographySettings Typography { get; init; } = TypographySettings.None;

    /// <summary>The font files: the template's own, the shared ones, those of the user's folder.</summary>
    public required ValueList<FontFile> Fonts { get; init; }

    /// <summary>The locales at hand, the template's default language first.</summary>
    public required ValueList<Locale> Locales { get; init; }

    /// <summary>The surrounding text before its fields are filled.</summary>
    public required SurroundSource SurroundSource { get; init; }

    /// <summary>Hyphenation patterns by BCP 47 tag in lower case (<c>de-1996</c>, <c>en-gb</c>, <c>fr</c>), read when first asked for.</summary>
    public required HyphenationPatterns Hyphenation { get; init; }

    /// <summary>What was doubtful in the template's files.</summary>
    public ValueList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The template's forms for kinds of statement that it treats in their own way; use <see cref="For"/>.</summary>
    public ValueList<(StatementKind Kind, Template Template)> Kinds { get; init; }

    /// <summary>
    /// The template for a kind of statement: styles and editions may differ (large print, contents), the names of the editions do not.
    /// </summary>
    /// <param name="kind">The statement's kind; null if not known.</param>
    public Template For(StatementKind? kind)
    {
        var special = Kinds.FirstOrDefault(pair => pair.Kind == kind).Template;
        return special is null ? this : special with { Diagnostics = Diagnostics };
    }

    /// <summary>The locale for a language: the same tag, else the same primary language, else the first of <see cref="Locales"/>.</summary>
    public Locale LocaleFor(string language) => FindLocale(language) ?? Locales[0];

    /// <summary>True if there is a locale for a language, so that <see cref="LocaleFor"/> need not take another's.</summary>
    public bool HasLocaleFor(string language) => FindLocale(language) is not null;

    /// <summary>The text round a statement in one edition, fields filled; the same for the same arguments.</summary>
    public Surround SurroundFor(Document document, EditionSpec edition) => SurroundSource.Fill(this, document, edition);

    private Locale? FindLocale(string language) =>
        Find(locale => string.Equals(locale.Language, language, StringComparison.OrdinalIgnoreCase))
        ?? Find(locale => string.Equals(locale.Language, language.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    private Locale? Find(Func<Locale, bool> fits) => Locales.FirstOrDefault(fits);
}
