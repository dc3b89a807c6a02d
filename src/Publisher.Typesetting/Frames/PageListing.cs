using System.Globalization;
using System.Text;

namespace Publisher.Typesetting.Frames;

/// <summary>Writes pages as text that a person can read and compare line by line.</summary>
public static class PageListing
{
    /// <summary>One line a frame: place, kind, what it shows; points with one decimal.</summary>
    public static string Of(TypesetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var listing = new StringBuilder();
        foreach (var page in document.Pages)
        {
            listing.Append(CultureInfo.InvariantCulture, $"page {page.Number} {Number(page.Width)} x {Number(page.Height)}\n");
            foreach (var frame in page.Frames)
                Append(listing, frame);
        }

        return listing.ToString();
    }

    private static void Append(StringBuilder listing, Frame frame)
    {
        listing.Append(CultureInfo.InvariantCulture, $"  {Number(frame.X),6} {Number(frame.Y),6} ");
        listing.Append(frame switch
        {
            GlyphRun run => $"{Number(run.Width),6} {Number(run.Size)} \"{run.Text}\"{(run.EndsWithDiscretionaryHyphen ? "-" : "")}",
            Box box => $"{Number(box.Width),6} box {Number(box.Height)}",
            PictureFrame picture => $"{Number(picture.Width),6} picture {Number(picture.Height)} {picture.Picture.Key}",
            _ => frame.GetType().Name,
        });
        if (frame.Artifact != ArtifactKind.None)
            listing.Append(CultureInfo.InvariantCulture, $" [{frame.Artifact}]");
        else if (frame.Structure != StructureId.None)
            listing.Append(CultureInfo.InvariantCulture, $" #{frame.Structure.Value}");
        listing.Append('\n');
    }

    private static string Number(Length length) => Math.Round(length.Points, 1).ToString("0.0", CultureInfo.InvariantCulture);
}
