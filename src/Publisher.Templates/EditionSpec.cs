using Publisher.Model;
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

    /// <summary>Text across each page, such as "Entwurf"; null for none.</summary>
    public string? Watermark { get; init; }

    /// <summary>True for line numbers in the margin.</summary>
    public bool LineNumbers { get; init; }

    /// <summary>Rules whose corrections a Word draft shows as tracked changes: ids, or prefixes that end in a full stop.</summary>
    public ValueList<string> ShownCorrections { get; init; }

    /// <summary>True to show a QR code of the statement's web address where it has one.</summary>
    public bool QrCode { get; init; }
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
