using Publisher.Model;
using Publisher.Model.Typography;
using Publisher.Templates.Pages;

namespace Publisher.Templates;

/// <summary>One edition as the template describes it.</summary>
/// <param name="Name">Its name: lower-case letters, digits and hyphens; part of the file name.</param>
/// <param name="Format">Which format: <c>pdf</c>, <c>docx</c> or <c>html</c>.</param>
public sealed record EditionSpec(string Name, string Format)
{
    /// <summary>The page, for editions that have pages.</summary>
    public PageSetup Page { get; init; } = new();

    /// <summary>True to carry the brand's fonts in the file, where their licence allows.</summary>
    public bool EmbedFonts { get; init; } = true;

    /// <summary>True for a table of contents.</summary>
    public bool Contents { get; init; }

    /// <summary>
    /// True to mark in web pages where words may be divided, for browsers that know no hyphenation of their own. It makes pages a tenth
    /// larger, and some programs copy the marks along with the text.
    /// </summary>
    public bool SoftHyphens { get; init; }

    /// <summary>How a link's address is shown where nobody can click it.</summary>
    public LinkDisplay LinksInPrint { get; init; }

    /// <summary>The watermark that says "draft" in the statement's language.</summary>
    public const string DraftWatermark = "draft";

    /// <summary>Text across each page, or <see cref="DraftWatermark"/>; null for none. <see cref="Labels.Locale.WatermarkOf"/> gives what is shown.</summary>
    public string? Watermark { get; init; }

    /// <summary>True for line numbers in the margin.</summary>
    public bool LineNumbers { get; init; }

    /// <summary>
    /// Rules whose corrections a Word draft shows as tracked changes: ids, or prefixes that end in a full stop; a hyphen in front takes a
    /// rule out again.
    /// </summary>
    public ValueList<string> ShownCorrections { get; init; }

    /// <summary>True if a Word draft shows what the source was not sure about as comments.</summary>
    public bool Comments { get; init; }

    /// <summary>How the statement's typography is corrected before the edition is made.</summary>
    public TypographySettings Typography { get; init; } = TypographySettings.None;

    /// <summary>True to carry the statement's source in the file, where the format has a place for it (PDF/A-3).</summary>
    public bool AttachSource { get; init; }

    /// <summary>True to show a QR code of the statement's web address where it has one.</summary>
    public bool QrCode { get; init; }

    /// <summary>True if <see cref="ShownCorrections"/> name a rule and do not take it out.</summary>
    /// <param name="rule">Id of the rule.</param>
    public bool ShowsCorrection(string rule)
    {
        var isShown = false;
        foreach (var entry in ShownCorrections)
        {
            var isOut = entry.StartsWith('-');
            if (Names(isOut ? entry.AsSpan(1) : entry, rule))
            {
                if (isOut)
                {
                    return false;
                }

                isShown = true;
            }
        }

        return isShown;
    }

    private static bool Names(ReadOnlySpan<char> entry, string rule) =>
        entry.EndsWith('.') ? rule.StartsWith(entry, StringComparison.Ordinal) : entry.Equals(rule, StringComparison.Ordinal);
}

/// <summary>How a link's address is shown on paper.</summary>
public enum LinkDisplay
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>In brackets behind the link's text.</summary>
    Brackets,

    /// <summary>In a footnote.</summary>
    Footnote,
}
