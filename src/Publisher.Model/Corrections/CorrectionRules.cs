namespace Publisher.Model.Corrections;

/// <summary>
/// The rules by which the tool may change what a source says. Ids are stable: templates switch rules by them and drafts show them.
/// Ids of typography rules begin with <c>typography.</c>, or with <c>no-break.</c> where a space only became a no-break space; see
/// <see cref="Typography.TypographyRules"/>.
/// </summary>
public static class CorrectionRules
{
    /// <summary>Text decoded twice, such as "FlÃ¼chtling", read right.</summary>
    public const string Mojibake = "encoding.mojibake";

    /// <summary>A control character or byte that stands for no text, removed.</summary>
    public const string ControlCharacter = "encoding.control-character";

    /// <summary>A soft hyphen or zero-width character, removed: hyphenation is layout.</summary>
    public const string InvisibleCharacter = "encoding.invisible-character";

    /// <summary>A presentation form such as "ﬁ" written as its letters.</summary>
    public const string PresentationForm = "encoding.presentation-form";

    /// <summary>A letter and its diacritic written as one character (Unicode NFC).</summary>
    public const string Composition = "encoding.composition";

    /// <summary>A word divided at a line end, joined.</summary>
    public const string LineEndHyphen = "lines.hyphen";

    /// <summary>A web or e-mail address broken at a line end, joined.</summary>
    public const string BrokenAddress = "lines.address";

    /// <summary>A page number, removed.</summary>
    public const string PageNumber = "furniture.page-number";

    /// <summary>A running header or footer, removed.</summary>
    public const string RunningLine = "furniture.running-line";

    /// <summary>The target of a link, dropped into the text by an extraction, set apart.</summary>
    public const string DroppedLinkTarget = "furniture.link-target";

    /// <summary>The mark of a list item or a quotation, shown by the structure now.</summary>
    public const string BlockMark = "structure.block-mark";

    /// <summary>The mark of a footnote, shown by the structure now.</summary>
    public const string FootnoteMark = "structure.footnote-mark";

    /// <summary>Markup that the document model shows in another way or not at all.</summary>
    public const string Markup = "structure.markup";
}
