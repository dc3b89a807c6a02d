using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pictures;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Templates.Labels;
using Publisher.Typesetting.Flows;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>The document's pictures, read when first shown.</summary>
internal sealed class PictureLibrary(Document document, PictureRegister register, Locale locale, List<Diagnostic> diagnostics)
{
    private readonly Dictionary<string, ShownPicture?> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unexplained = new(StringComparer.Ordinal);

    /// <summary>Finds the picture an image names; null if it cannot be shown, which is reported.</summary>
    public ShownPicture? Find(Image image)
    {
        if (!_known.TryGetValue(image.Source, out var shown))
            _known.Add(image.Source, shown = Open(image));
        if (shown is not null && image.AlternativeText is null && _unexplained.Add(image.Source))
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.NotConformant,
                DiagnosticSeverity.Warning,
                $"The image \"{image.Source}\" has no alternative text, so the PDF is not accessible (PDF/UA-1, 7.3).",
                "Say in the source what the image shows, or mark it as decorative.")
            { Span = image.Span });
        }

        return shown;
    }

    private ShownPicture? Open(Image image)
    {
        var resource = document.Resources.FirstOrDefault(r => string.Equals(r.Name, image.Source, StringComparison.Ordinal));
        var shown = resource is null ? null : Read(image.Source, resource.Content.AsSpan().ToArray());
        if (shown is null)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.ImageNotRendered,
                DiagnosticSeverity.Warning,
                $"The image \"{image.Source}\" cannot be shown in the PDF; its alternative text is.",
                "Save it as PNG (not interlaced) or as JPEG in RGB or grey.")
            { Span = image.Span });
        }

        return shown;
    }

    /// <summary>What is printed in place of a picture.</summary>
    public string TextFor(Image image) =>
        string.IsNullOrEmpty(image.AlternativeText) ? "" : locale.Format(Label.Image, image.AlternativeText);

    /// <summary>A code that leads to an address; null if the address is too long for one, which is reported.</summary>
    public ShownPicture? Encode(string address)
    {
        if (QrCode.Of(address) is not { } code)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCode.Overfull,
                DiagnosticSeverity.Note,
                "The statement's web address is too long for a QR code.",
                "Give it a shorter address, or leave qr-code out of the template."));
            return null;
        }

        const string Key = "\u0001qr";
        var file = new QrPicture(code);
        register.Add(Key, file);
        return new ShownPicture(new Picture(Key), file.Width, file.Height);
    }

    /// <summary>Reads a picture that is no part of the document, such as a logo.</summary>
    public ShownPicture? Read(string key, byte[] bytes)
    {
        if (PictureFile.TryRead(bytes) is not { } file)
            return null;
        register.Add(key, file);
        return new ShownPicture(new Picture(key), file.Width, file.Height);
    }
}

/// <summary>A picture that can be shown.</summary>
/// <param name="Picture">What the pages name.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record ShownPicture(Picture Picture, int Width, int Height)
{
    /// <summary>Width divided by height.</summary>
    public double AspectRatio => (double)Width / Height;
}
