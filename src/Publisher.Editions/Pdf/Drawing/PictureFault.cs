namespace Publisher.Editions.Pdf.Drawing;

/// <summary>Why a picture cannot be shown.</summary>
/// <param name="Problem">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record PictureFault(string Problem, string Remedy)
{
    private const string SaveAgain = "Save it as PNG or as JPEG once more.";

    public static PictureFault UnknownKind { get; } =
        new("It is neither PNG nor JPEG nor SVG.", "Save it as PNG, JPEG or SVG.");

    public static PictureFault Damaged { get; } =
        new("The file is damaged or its end is missing.", "Copy it once more from where it came from, or save it anew.");

    public static PictureFault Unreadable(string kind) => new($"It is {kind}, which no PDF can hold.", SaveAgain);

    public static PictureFault TooLarge(long width, long height) => new(
        FormattableString.Invariant($"It has {width} by {height} pixels, more than a page can show."), "Scale it down to 4,000 pixels or fewer on its longer side.");
}
