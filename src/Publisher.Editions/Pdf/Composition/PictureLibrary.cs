using System.Collections.Immutable;

using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pictures;
using Publisher.Editions.Pictures.Svg;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Templates.Brands;
using Publisher.Templates.Labels;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>The document's pictures, read when first shown.</summary>
internal sealed class PictureLibrary(
    Document document, PictureRegister register, StyleBook styles, Locale locale, List<Diagnostic> diagnostics)
{
    private const string PlainSvg = "Save it as plain SVG without effects, or as PNG.";

    private readonly PictureTextSetter _texts = new(styles, document.Metadata.Language);
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
        if (resource is null)
        {
            Report($"The image \"{image.Source}\" is missing; its alternative text is printed.", "Put its file beside the statement.", image.Span);
            return null;
        }

        var shown = Read(image.Source, resource.Content.AsSpan().ToArray(), out var fault, out var notDrawn);
        if (fault is not null)
            Report($"The image \"{image.Source}\" cannot be shown in the PDF; its alternative text is. {fault.Problem}", fault.Remedy, image.Span);
        if (!notDrawn.IsEmpty)
            Report(MessageOn("image", image.Source, notDrawn), PlainSvg, image.Span);
        return shown;
    }

    /// <summary>The mark of the brand: as vectors where it can be shown whole as such; null if it cannot be shown, which is reported.</summary>
    public ShownPicture? Find(Logo logo)
    {
        const string Key = "\u0001logo";
        PictureFault? fault = null;
        if (logo.Vector is { } vector)
        {
            var drawn = Read(Key, vector.Content.AsSpan().ToArray(), out fault, out var notDrawn);
            if (drawn is not null && (notDrawn.IsEmpty || logo.Raster is null))
            {
                if (!notDrawn.IsEmpty)
                    Report(MessageOn("logo", vector.Name, notDrawn), PlainSvg, null);
                return drawn;
            }
        }

        var shown = logo.Raster is { } raster ? Read(Key, raster.Content.AsSpan().ToArray(), out fault, out _) : null;
        if (shown is null && fault is not null)
            Report($"The logo \"{(logo.Raster ?? logo.Vector)!.Name}\" cannot be shown in the PDF. {fault.Problem}", fault.Remedy, null);
        return shown;
    }

    /// <summary>Characters in pictures that no font has.</summary>
    public IEnumerable<MissingGlyph> MissingGlyphs => _texts.Missing;

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
        return Add(Key, new QrPicture(code));
    }

    private ShownPicture? Read(string key, byte[] bytes, out PictureFault? fault, out ImmutableArray<string> notDrawn)
    {
        notDrawn = [];
        if (PictureFile.TryRead(bytes, out var file, out fault))
            return Add(key, file);
        if (SvgReader.Read(bytes) is not { } picture)
            return null;
        (fault, notDrawn) = (null, picture.NotDrawn);
        return Add(key, new VectorFile(picture, _texts.Set(picture)));
    }

    private ShownPicture Add(string key, PictureFile file)
    {
        register.Add(key, file);
        var point = 72 / file.PixelsPerInch;
        return new ShownPicture(new Picture(key), Typesetting.Length.FromPoints(file.Width * point), Typesetting.Length.FromPoints(file.Height * point));
    }

    private void Report(string message, string remedy, SourceSpan? span) => diagnostics.Add(
        span is { } place
            ? new Diagnostic(DiagnosticCode.ImageNotRendered, DiagnosticSeverity.Warning, message, remedy) { Span = place }
            : new Diagnostic(DiagnosticCode.ImageNotRendered, DiagnosticSeverity.Warning, message, remedy));

    private static string MessageOn(string what, string name, ImmutableArray<string> notDrawn) =>
        $"In the {what} \"{name}\" the PDF leaves out: {string.Join(", ", notDrawn)}.";
}

/// <summary>A picture that can be shown.</summary>
/// <param name="Picture">What the pages name.</param>
/// <param name="Width">On paper, where the measure leaves room.</param>
/// <param name="Height">On paper, where the measure leaves room.</param>
internal sealed record ShownPicture(Picture Picture, Typesetting.Length Width, Typesetting.Length Height)
{
    /// <summary>Width divided by height.</summary>
    public double AspectRatio => Width.Points / Height.Points;
}
