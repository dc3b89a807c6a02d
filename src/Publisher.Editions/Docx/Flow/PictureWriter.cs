using Publisher.Editions.Pictures;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Brands;

namespace Publisher.Editions.Docx.Flow;

/// <summary>Pictures in the line of the text (ECMA-376-1, 20.4.2.8).</summary>
internal static class PictureWriter
{
    // A pixel is 1/96 inch where the image says nothing else.
    private const double PointsPerPixel = 0.75;

    /// <summary>Writes an image of the text, no wider than the text; false if the document has none of that name or Word cannot show it.</summary>
    public static bool Write(PartContext part, Image image)
    {
        if (!part.File.Resources.TryGetValue(image.Source, out var resource) || PictureSource.Of(part.File, resource) is not { } source)
        {
            return false;
        }

        Write(part, source, Length.FromPoints(source.Width * PointsPerPixel), image.Source, image.AlternativeText);
        return true;
    }

    /// <summary>Writes the brand's logo at its height; false if it has none that Word can show.</summary>
    public static bool Write(PartContext part, Logo logo)
    {
        if (PictureSource.Of(part.File, logo) is not { } source)
        {
            return false;
        }

        Write(part, source, logo.Height * logo.AspectRatio, "Logo", logo.AlternativeText);
        return true;
    }

    private static void Write(PartContext part, PictureSource source, Length width, string name, string? alternativeText)
    {
        var page = part.File.Request.Edition.Page;
        var most = (page.TextWidth - (page.ColumnGap * (page.Columns - 1))) * (1.0 / Math.Max(1, page.Columns));
        width = width > most ? most : width;
        var height = width * (source.Height / source.Width);
        var highest = (page.Height - page.MarginTop - page.MarginBottom) * 0.85;
        if (height > highest)
        {
            width *= highest / height;
            height = highest;
        }

        var id = part.File.NextDrawing();
        var xml = part.Xml;
        xml.Markup("<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent"u8).Attribute("cx"u8, Math.Max(1, width.Emus)).Attribute("cy"u8, Math.Max(1, height.Emus))
            .Markup("/><wp:docPr"u8).Attribute("id"u8, id).Attribute("name"u8, name).Attribute("descr"u8, alternativeText);

        // [MS-ODRAWXML], 2.30: a picture that only decorates says so, or Word's checker asks for its text.
        xml.Markup(alternativeText?.Length == 0
            ? "><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst></wp:docPr>"u8
            : "/>"u8);
        xml.Markup("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr"u8)
            .Attribute("id"u8, id).Attribute("name"u8, name).Markup("/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip"u8).Attribute("r:embed"u8, part.ImageAt(source.RasterPart));
        if (source.VectorPart is { } vector)
        {
            // [MS-ODRAWXML], 2.35: programs that know no SVG show the raster image.
            xml.Markup("><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\""u8)
                .Attribute("r:embed"u8, part.ImageAt(vector)).Markup("/></a:ext></a:extLst></a:blip>"u8);
        }
        else
        {
            xml.Markup("/>"u8);
        }

        xml.Markup("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext"u8).Attribute("cx"u8, Math.Max(1, width.Emus)).Attribute("cy"u8, Math.Max(1, height.Emus))
            .Markup("/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"u8);
    }
}

/// <summary>A picture as Word takes it.</summary>
/// <param name="RasterPart">The part with the raster image.</param>
/// <param name="VectorPart">The part with the SVG; null if there is none.</param>
/// <param name="Width">In pixels of CSS.</param>
/// <param name="Height">In pixels of CSS.</param>
internal sealed record PictureSource(string RasterPart, string? VectorPart, double Width, double Height)
{
    /// <summary>A picture of the statement; null if Word cannot show it.</summary>
    public static PictureSource? Of(FileContext file, Resource resource)
    {
        if (PictureHeader.Read(resource.Content.AsSpan()) is not { } header)
        {
            return OfVector(file, resource);
        }

        return ExtensionOf(header) is { } extension ? new PictureSource(file.PartOf(resource, extension), null, header.Width, header.Height) : null;
    }

    /// <summary>A logo; null if Word cannot show it.</summary>
    public static PictureSource? Of(FileContext file, Logo logo)
    {
        if (logo.Raster is not { } raster || PictureHeader.Read(raster.Content.AsSpan()) is not { } header || ExtensionOf(header) is not { } extension)
        {
            return logo.Vector is null ? null : OfVector(file, logo.Vector);
        }

        return new PictureSource(
            file.PartOf(raster, extension), logo.Vector is null ? null : file.PartOf(logo.Vector, "svg"), header.Width, header.Height);
    }

    /// <summary>An SVG file without a raster image beside it gets one of our own drawing.</summary>
    private static PictureSource? OfVector(FileContext file, Resource resource)
    {
        if (file.RasterOf(resource) is not { } image)
        {
            return null;
        }

        var raster = new Resource(resource.Name + ".png", "image/png", ValueList.Create<byte>(image.Png));
        return new PictureSource(file.PartOf(raster, "png"), file.PartOf(resource, "svg"), image.Width, image.Height);
    }

    private static string? ExtensionOf(PictureHeader header) => header.MediaType switch
    {
        "image/png" => "png",
        "image/jpeg" => "jpeg",
        "image/gif" => "gif",
        _ => null,
    };
}
