using Publisher.Model.Diagnostics;

namespace Publisher.Model.Typography;

/// <summary>What to tell a user where only a person can judge.</summary>
internal static class TypographyAdvice
{
    /// <summary>The longest piece of text that a message shows.</summary>
    private const int LongestQuotation = 30;

    public static Diagnostic Of(TypographyRule rule, ReadOnlySpan<char> text, SourceSpan span)
    {
        var shown = text.Length > LongestQuotation ? string.Concat(text[..LongestQuotation], "…") : text.ToString();
        var (severity, message, remedy) = Words(rule);
        return new Diagnostic(DiagnosticCode.TypographyAdvice, severity, message.Replace("{0}", shown, StringComparison.Ordinal), remedy) { Span = span };
    }

    private static (DiagnosticSeverity Severity, string Message, string Remedy) Words(TypographyRule rule) => rule switch
    {
        TypographyRule.UnpairedQuote => (DiagnosticSeverity.Warning, "The quotation mark {0} has no partner; it was left as it is.", "Add the missing mark, or write the right mark here."),
        TypographyRule.AmbiguousHyphen => (DiagnosticSeverity.Note, "The hyphen {0} may be meant as a dash; it was left as it is.", "Write – for a dash or for \"to\"; a hyphen inside a word has no space on its word's side."),
        TypographyRule.QuoteStop => (DiagnosticSeverity.Note, "A full stop stands before the closing quotation mark and one behind it.", "Keep the one before it if the quotation is a whole sentence, else the one behind it."),
        TypographyRule.FullStop => (DiagnosticSeverity.Note, "Two full stops stand together; they were left.", "Write one to end a sentence, or … for an omission."),
        TypographyRule.GenitiveApostrophe => (DiagnosticSeverity.Note, "There may be an apostrophe too many before the s.", "Write it without: Pkws, montags."),
        TypographyRule.FromTo => (DiagnosticSeverity.Note, "A word for \"from\" and a dash for \"to\" stand together.", "Write the word for \"to\" as well: von 9 bis 12 Uhr."),
        TypographyRule.SectionWord => (DiagnosticSeverity.Note, "A section sign stands without a number.", "Write the word: der Paragraf."),
        TypographyRule.CurrencyOrder => (DiagnosticSeverity.Note, "The currency stands before the amount: {0}.", "Write it behind: 100 €."),
        TypographyRule.Minus => (DiagnosticSeverity.Note, "A hyphen stands for a minus sign.", "Write − (U+2212)."),
        TypographyRule.Times => (DiagnosticSeverity.Note, "An x stands for a times sign.", "Write × (U+00D7)."),
        TypographyRule.ShortDate => (DiagnosticSeverity.Note, "The date {0} is short.", "Write two digits for day and month and four for the year."),
        TypographyRule.Ordinal => (DiagnosticSeverity.Note, "{0} is an ordinal with letters.", "Write a full stop behind the digits: 3."),
        TypographyRule.Omission => (DiagnosticSeverity.Note, "An omission stands in round brackets.", "Write […] in a quotation."),
        TypographyRule.Slash => (DiagnosticSeverity.Note, "Spaces stand round a slash between single words.", "Write it without: Bund/Länder."),
        TypographyRule.Ampersand => (DiagnosticSeverity.Note, "An ampersand stands outside a firm's name.", "Write the word for \"and\"."),
        TypographyRule.SharpS => (DiagnosticSeverity.Note, "{0} has SS for ß.", "Write ẞ if your house does."),
        TypographyRule.GenderSign => (DiagnosticSeverity.Note, "A word has a gender sign.", "Write it as your house does."),
        TypographyRule.Compound => (DiagnosticSeverity.Note, "{0} may be one word.", "Join it by hyphens: 20-Prozent-Hürde."),
        TypographyRule.SentenceSpace => (DiagnosticSeverity.Note, "A space may be missing behind a full stop.", "Add it."),
        _ => (DiagnosticSeverity.Note, $"Typography: {TypographyRules.NameOf(rule)}: {{0}}.", "Look at it."),
    };
}
