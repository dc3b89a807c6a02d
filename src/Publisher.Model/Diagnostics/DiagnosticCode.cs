namespace Publisher.Model.Diagnostics;

/// <summary>
/// The kinds of diagnostic. Numbers are stable and shown as <c>PUB1001</c>: 1xxx sources, 2xxx templates, 3xxx editions.
/// </summary>
public enum DiagnosticCode
{
    /// <summary>The text is not what its encoding says; read as another.</summary>
    EncodingGuessed = 1001,

    /// <summary>Characters that cannot be text were removed.</summary>
    CharactersRemoved = 1002,

    /// <summary>It is not clear whether a line end ends a paragraph.</summary>
    ParagraphUncertain = 1003,

    /// <summary>It is not clear whether a hyphen at a line end belongs to the word.</summary>
    HyphenUncertain = 1004,

    /// <summary>It is not clear whether a line is a heading.</summary>
    HeadingUncertain = 1005,

    /// <summary>A line may be page furniture but was kept.</summary>
    FurnitureUncertain = 1006,

    /// <summary>An address in the text has no clear place.</summary>
    LinkTargetSetApart = 1007,

    /// <summary>A footnote's mark or text has no counterpart.</summary>
    FootnoteUnmatched = 1008,

    /// <summary>The statement has no title.</summary>
    TitleMissing = 1009,

    /// <summary>The language is not stated and was guessed or left open.</summary>
    LanguageUncertain = 1010,

    /// <summary>A front-matter or side-car key is not known.</summary>
    UnknownKey = 1011,

    /// <summary>A front-matter or side-car value has the wrong form and was left out.</summary>
    InvalidValue = 1012,

    /// <summary>An image's file is missing, too large or of an unknown type.</summary>
    ImageUnavailable = 1013,

    /// <summary>An image has no alternative text.</summary>
    AlternativeTextMissing = 1014,

    /// <summary>Markup was left out or shown as text.</summary>
    MarkupNotSupported = 1015,

    /// <summary>A link leads to a scheme that is not allowed; its text was kept.</summary>
    LinkRefused = 1016,

    /// <summary>A typographic rule would change something that only a person can judge.</summary>
    TypographyAdvice = 1017,

    /// <summary>A limit of size or depth was reached; what is beyond is kept in a simpler form.</summary>
    LimitReached = 1018,

    /// <summary>A heading level was skipped; it was raised.</summary>
    HeadingLevelSkipped = 1019,

    /// <summary>A link inside the document leads to no heading; its text was kept.</summary>
    LinkTargetMissing = 1020,

    /// <summary>A comment that an editor left in the source.</summary>
    EditorComment = 1021,

    /// <summary>Tracked changes of the source were accepted or rejected as a whole.</summary>
    RevisionsResolved = 1022,

    /// <summary>Text that the source hides from its readers was left out.</summary>
    HiddenTextLeftOut = 1023,
    /// <summary>The statement leaves out what its kind should state.</summary>
    MetadataMissing = 1024,

    /// <summary>The text of a link is a bare address.</summary>
    LinkTextBare = 1025,

    /// <summary>A table has no header row.</summary>
    TableHeaderMissing = 1026,

    /// <summary>A passage seems to be in another language and is not marked as such.</summary>
    LanguageChangeUnmarked = 1027,

    /// <summary>A line of damaged text may as well begin a paragraph as go on with one.</summary>
    ParagraphDoubtful = 1028,

    /// <summary>A line of damaged text may as well be a heading as text.</summary>
    HeadingDoubtful = 1029,

    /// <summary>The cells of a table in damaged text were told apart by their lengths.</summary>
    TableDoubtful = 1030,

    /// <summary>A key of a brand or template file is not known.</summary>
    TemplateKeyUnknown = 2001,

    /// <summary>A value of a brand or template file has the wrong form.</summary>
    TemplateValueInvalid = 2002,

    /// <summary>A brand key is valid but not used here.</summary>
    BrandKeyUnused = 2003,

    /// <summary>A colour pair falls short of WCAG contrast.</summary>
    ContrastLow = 2004,

    /// <summary>A font family of the template is not at hand; another is used.</summary>
    FontMissing = 2005,

    /// <summary>A font forbids embedding.</summary>
    FontNotEmbeddable = 2006,

    /// <summary>There are no labels for the document's language; another's are used.</summary>
    LocaleMissing = 2007,

    /// <summary>An option of an edition means nothing to its format.</summary>
    OptionWithoutEffect = 2008,

    /// <summary>Characters that no font has.</summary>
    GlyphMissing = 3001,

    /// <summary>Something did not fit its place and was set in a fallback form.</summary>
    Overfull = 3002,

    /// <summary>The edition cannot conform to what its template asks for.</summary>
    NotConformant = 3003,

    /// <summary>An image cannot be shown in this edition; its alternative text is.</summary>
    ImageNotRendered = 3004,

    /// <summary>A statement is not named in an index or feed.</summary>
    PublicationUnlisted = 3005,

    /// <summary>Nobody said where the files will stand on the web, and something needs to know.</summary>
    SiteAddressUnknown = 3006,

    /// <summary>A statement is released before its embargo is over.</summary>
    EmbargoNotOver = 3007,
}
