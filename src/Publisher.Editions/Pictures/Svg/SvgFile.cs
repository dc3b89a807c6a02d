using System.Xml;
using System.Xml.Linq;

namespace Publisher.Editions.Pictures.Svg;

/// <summary>Loads the elements of an SVG file, with limits that no picture a person draws comes near.</summary>
internal static class SvgFile
{
    private const long MostCharacters = 16 << 20;
    private const int MostElements = 200_000;

    /// <summary>Elements that lie deeper make a file none.</summary>
    public const int Deepest = 256;

    /// <summary>The outermost element; null if the file is no SVG file or too large. Entities of its own make it none: nothing is expanded.</summary>
    public static XElement? Load(ReadOnlyMemory<byte> file)
    {
        var bytes = file.ToArray();
        if (bytes.Length > MostCharacters)
            return null;

        try
        {
            if (!IsBounded(bytes))
                return null;
            using var reader = ReaderOf(bytes);
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            return root.Name.LocalName == "svg" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Whether an element runs something or leads out of the file.</summary>
    public static bool IsActive(XElement element) => element.Name.LocalName is "script" or "foreignObject" or "iframe" or "handler"
        || element.Attributes().Any(a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (a.Name.LocalName == "href" && !a.Value.StartsWith('#') && !a.Value.StartsWith("data:image/", StringComparison.Ordinal)));

    private static bool IsBounded(byte[] file)
    {
        using var reader = ReaderOf(file);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            return false;
        for (var elements = 1; reader.Read();)
        {
            if (reader.Depth > Deepest || (reader.NodeType == XmlNodeType.Element && ++elements > MostElements))
                return false;
        }

        return true;
    }

    // Illustrators name the standard's DTD; it is passed over.
    private static XmlReader ReaderOf(byte[] file) => XmlReader.Create(
        new MemoryStream(file, writable: false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
}
