using Publisher.Model;
using Publisher.Model.Diagnostics;

namespace Publisher.Templates.Checks;

/// <summary>Examines whether a statement has what the editions of a template ask for.</summary>
public static class EditionCheck
{
    /// <summary>The findings: labels in another language, a QR code that has no address.</summary>
    /// <param name="document">The statement.</param>
    /// <param name="template">The template, in its form for the statement's kind.</param>
    /// <param name="editions">Names of the editions that are made.</param>
    public static ValueList<Diagnostic> Of(Document document, Template template, ValueList<string> editions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(template);
        return LocaleFindings(document.Metadata.Language, template)
            .Concat(QrCodeFindings(document.Metadata, template.Editions.Where(edition => editions.Contains(edition.Name))))
            .ToValueList();
    }

    private static IEnumerable<Diagnostic> LocaleFindings(string language, Template template)
    {
        // Where nobody knows the language, that is said elsewhere.
        if (language != "und" && !template.HasLocaleFor(language))
        {
            yield return new Diagnostic(
                DiagnosticCode.LocaleMissing,
                DiagnosticSeverity.Warning,
                $"There are no labels in \"{language}\"; those in \"{template.Locales[0].Language}\" take their place.",
                $"Translate them: \"publisher init FOLDER --locale {language}\" writes a file to start from.");
        }
    }

    private static IEnumerable<Diagnostic> QrCodeFindings(Metadata metadata, IEnumerable<EditionSpec> editions)
    {
        foreach (var edition in editions.Where(edition => edition.QrCode && metadata.WebAddress is null))
        {
            yield return new Diagnostic(
                DiagnosticCode.MetadataMissing,
                DiagnosticSeverity.Warning,
                $"The edition \"{edition.Name}\" has no QR code, for the statement does not say where it stands on the web.",
                "Write its address among its facts, such as \"web: https://example.org/statement\".");
        }
    }
}
