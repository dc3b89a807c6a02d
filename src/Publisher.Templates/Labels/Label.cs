namespace Publisher.Templates.Labels;

/// <summary>The words an edition adds by itself; each locale file must have them all.</summary>
public enum Label
{
    /// <summary>Heading over the table of contents.</summary>
    Contents,

    /// <summary>Heading over the notes where they stand together.</summary>
    Footnotes,

    /// <summary>Name of one note, for screen readers; a number follows.</summary>
    Footnote,

    /// <summary>The way back from a note to its mark, for screen readers.</summary>
    BackToText,

    /// <summary>Heading over the addresses set apart from the text.</summary>
    LinkReferences,

    /// <summary>The page of the source such an address stood on; <c>{0}</c> is its number.</summary>
    LinkReferencePage,

    /// <summary>"Skip to content".</summary>
    SkipToContent,

    /// <summary>Page number with count; <c>{0}</c> and <c>{1}</c> are the numbers.</summary>
    PageOf,

    /// <summary>Accessible description of a link; <c>{0}</c> is its address.</summary>
    LinkTo,

    /// <summary>Text shown for an image that cannot be shown; <c>{0}</c> is its alternative text.</summary>
    Image,

    /// <summary>Watermark of a draft.</summary>
    Draft,

    /// <summary>"Contact", for every kind of statement that is not for the press.</summary>
    Contact,

    /// <summary>"Contact" for the press.</summary>
    PressContact,

    /// <summary>The line of an embargo; <c>{0}</c> is date and time.</summary>
    EmbargoUntil,

    /// <summary>Name of the sender's number; a number follows.</summary>
    ReferenceNumber,

    /// <summary>Name of <see cref="Model.StatementKind.Statement"/>.</summary>
    KindStatement,

    /// <summary>Name of <see cref="Model.StatementKind.PressRelease"/>.</summary>
    KindPressRelease,

    /// <summary>Name of <see cref="Model.StatementKind.OpenLetter"/>.</summary>
    KindOpenLetter,

    /// <summary>Name of <see cref="Model.StatementKind.PositionPaper"/>.</summary>
    KindPositionPaper,

    /// <summary>Name of <see cref="Model.StatementKind.Handout"/>.</summary>
    KindHandout,

    /// <summary>Who the tracked changes of a draft are by.</summary>
    CorrectionAuthor,

    /// <summary>Title of an index of statements.</summary>
    Publications,

    /// <summary>Heading over statements in the order of their dates.</summary>
    ByDate,

    /// <summary>Heading over statements by their kinds.</summary>
    ByKind,

    /// <summary>Heading over statements in the order of their titles.</summary>
    ByTitle,

    /// <summary>Heading over statements without a date.</summary>
    Undated,

    /// <summary>Heading over statements without a kind.</summary>
    OtherKinds,
}
