using System.Text;
using System.Xml;

namespace Publisher.Editions.Html.Publications;

/// <summary>Writes XML 1.0 as UTF-8 with LF and two spaces.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>Writes a document.</summary>
    public static byte[] Write(Action<XmlWriter> content)
    {
        var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            content(xml);
        }

        return stream.ToArray();
    }

    /// <summary>The text without what XML 1.0 cannot hold.</summary>
    public static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))));
}
