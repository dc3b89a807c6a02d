namespace Publisher.Templates.Pages;

/// <summary>
/// The form of a letter (DIN 5008:2020, annex A), which says where the address stands that an envelope's window shows. All measures count
/// from the upper left corner of the sheet.
/// </summary>
/// <param name="FieldTop">Upper edge of the address field.</param>
/// <param name="FirstFold">Where the sheet is folded first.</param>
/// <param name="SecondFold">Where it is folded then.</param>
public sealed record LetterForm(Length FieldTop, Length FirstFold, Length SecondFold)
{
    /// <summary>Form A: a low letterhead, more room for text.</summary>
    public static LetterForm A { get; } = new(Length.FromMillimetres(27), Length.FromMillimetres(87), Length.FromMillimetres(192));

    /// <summary>Form B: a high letterhead.</summary>
    public static LetterForm B { get; } = new(Length.FromMillimetres(45), Length.FromMillimetres(105), Length.FromMillimetres(210));

    /// <summary>Left edge of the address field.</summary>
    public static Length FieldLeft { get; } = Length.FromMillimetres(20);

    /// <summary>Width of the address field.</summary>
    public static Length FieldWidth { get; } = Length.FromMillimetres(85);

    /// <summary>Height of the address field.</summary>
    public static Length FieldHeight { get; } = Length.FromMillimetres(45);

    /// <summary>From the field's left edge to its text.</summary>
    public static Length Indent { get; } = Length.FromMillimetres(5);

    /// <summary>From the field's upper edge to the first line of the address; the return line stands above it.</summary>
    public static Length AddressTop { get; } = Length.FromMillimetres(17.7);

    /// <summary>From the field's lower edge to the text of the letter.</summary>
    public static Length Gap { get; } = Length.FromMillimetres(8.46);

    /// <summary>Where the sheet is punched: half of its height.</summary>
    public static Length Punch { get; } = Length.FromMillimetres(148.5);
}
