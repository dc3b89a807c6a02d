using System.Globalization;

using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting.Flows;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>The pictures of a document, each written once however often it is shown.</summary>
internal sealed class PictureRegister
{
    private readonly Dictionary<string, PictureFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _used = [];

    /// <summary>Adds a picture under a key.</summary>
    public void Add(string key, PictureFile file) => _files[key] = file;

    /// <summary>The glyphs that pictures show.</summary>
    public IEnumerable<GlyphRun> Glyphs => _files.Values.SelectMany(file => file.Glyphs);

    /// <summary>Whether what lies below a picture shines through anywhere.</summary>
    public bool IsTransparent(Picture picture) => _files[picture.Key].IsTransparent;

    /// <summary>Notes that a page shows a picture.</summary>
    /// <returns>Its name in the resources of pages.</returns>
    public string Use(Picture picture)
    {
        var index = _used.IndexOf(picture.Key);
        if (index < 0)
        {
            index = _used.Count;
            _used.Add(picture.Key);
        }

        return NameOf(index);
    }

    /// <summary>Writes the matrix that puts a picture upright into a rectangle; y grows upwards.</summary>
    public void WriteMatrix(PdfWriter w, Picture picture, double x, double y, double width, double height)
    {
        var (a, b, c, d, e, f) = _files[picture.Key].Turn;
        w.Number(a * width).Number(b * height).Number(c * width).Number(d * height);
        w.Number((e * width) + x).Number((f * height) + y);
    }

    /// <summary>Writes the pictures shown.</summary>
    /// <returns>Names and objects for the resources of pages.</returns>
    public IReadOnlyList<(string Name, PdfReference Reference)> Write(PdfFile file, FontRegister fonts) =>
        [.. _used.Select((key, i) => (NameOf(i), _files[key].Write(file, fonts)))];

    private static string NameOf(int index) => "P" + index.ToString(CultureInfo.InvariantCulture);
}
