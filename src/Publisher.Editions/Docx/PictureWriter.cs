using Publisher.Editions.Pictures;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Brands;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Publisher.Editions.Docx;

/// <summary>Pictures in the line of the text (ECMA-376-1, 20.4.2.8).</summary>
internal static class PictureWriter
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    // A pixel is 1/96 inch where the image says nothing else.
    private const double PointsPerPixel = 0.75;

    /// <summary>An image of the text, no wider than the text; null if the document has none of that name or Word cannot show it.</summary>
    public static W.Drawing? Inline(PartContext context, Image image)
    {
        var resource = context.Request.Document.Resources.FirstOrDefault(r => r.Name == image.Source);
        return resource is not null && PictureHeader.Read(resource.Content.AsSpan()) is { MediaType: "image/png" or "image/jpeg" or "image/gif" } header
            ? Inline(context, resource, header, Length.FromPoints(header.Width * PointsPerPixel), image.AlternativeText ?? "")
            : null;
    }

    /// <summary>The brand's logo at its height; null if it has none that Word can show.</summary>
    public static W.Drawing? Inline(PartContext context, Logo logo) =>
        logo.Raster is { } raster && PictureHeader.Read(raster.Content.AsSpan()) is { } header
            ? Inline(context, raster, header, logo.Height * logo.AspectRatio, logo.AlternativeText)
            : null;

    private static W.Drawing Inline(PartContext context, Resource resource, PictureHeader header, Length width, string alternativeText)
    {
        var page = context.Request.Edition.Page;
        var most = page.TextWidth;
        width = width > most ? most : width;
        var height = width * ((double)header.Height / header.Width);
        var highest = page.Height - page.MarginTop - page.MarginBottom;
        if (height > highest)
        {
            width *= highest / height;
            height = highest;
        }

        var id = context.Shared.NextDrawing();
        var name = $"Picture {id}";
        var relation = context.ImageAt(context.Shared.Add(resource, header.MediaType));
        return new W.Drawing(new D.Inline(
            new D.Extent { Cx = width.Emus, Cy = height.Emus },
            new D.DocProperties { Id = id, Name = name, Description = Xml.Sound(alternativeText) },
            new D.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = id, Name = name }, new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
                new P.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width.Emus, Cy = height.Emus }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = PictureUri }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}
