using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace Publisher.Editions.Html;

/// <summary>
/// Copies an SVG without what could run, load or lead elsewhere: only shapes, text, paint and their attributes are copied. Browsers
/// run nothing in an <c>img</c> anyway; a reader who saves the image and opens it alone has no such guard.
/// </summary>
internal static class SvgCleaner
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string XLinkNamespace = "http://www.w3.org/1999/xlink";

    // An image that decodes to more than this is no illustration; entity tricks are impossible without a DTD.
    private const long MaximumCharacters = 16 * 1024 * 1024;

    private const int MaximumDepth = 200;

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "symbol", "use",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "title", "desc", "style", "marker");

    /// <summary>The cleaned image as UTF-8; null if it is not well-formed SVG.</summary>
    public static byte[]? CleanOrNull(ReadOnlySpan<byte> svg)
    {
        try
        {
            using var input = XmlReader.Create(new MemoryStream(svg.ToArray()), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                MaxCharactersInDocument = MaximumCharacters,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            using var output = new MemoryStream();
            using (var writer = XmlWriter.Create(output, new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                OmitXmlDeclaration = true,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
            }))
            {
                if (input.MoveToContent() != XmlNodeType.Element || input.LocalName != "svg")
                {
                    return null;
                }

                Copy(input, writer);
            }

            return output.ToArray();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Copy(XmlReader input, XmlWriter output)
    {
        while (!input.EOF)
        {
            switch (input.NodeType)
            {
                case XmlNodeType.Element when !IsAllowed(input):
                    input.Skip();
                    continue;
                case XmlNodeType.Element when input.LocalName == "style":
                    CopyStyle(input, output);
                    continue;
                case XmlNodeType.Element:
                    StartElement(input, output);
                    break;
                case XmlNodeType.EndElement:
                    output.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    output.WriteString(input.Value);
                    break;
            }

            input.Read();
        }
    }

    private static bool IsAllowed(XmlReader input) =>
        input.Depth < MaximumDepth && Elements.Contains(input.LocalName) && input.NamespaceURI is SvgNamespace or "";

    private static void StartElement(XmlReader input, XmlWriter output)
    {
        var isEmpty = input.IsEmptyElement;
        output.WriteStartElement(input.LocalName, SvgNamespace);
        while (input.MoveToNextAttribute())
        {
            if (IsAllowedAttribute(input))
            {
                output.WriteAttributeString(input.LocalName, input.Value);
            }
        }

        input.MoveToElement();
        if (isEmpty)
        {
            output.WriteEndElement();
        }
    }

    private static bool IsAllowedAttribute(XmlReader attribute)
    {
        var name = attribute.LocalName;
        if (attribute.NamespaceURI is not ("" or XLinkNamespace) || name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (name == "href")
        {
            return attribute.Value.StartsWith('#');
        }

        return attribute.NamespaceURI.Length == 0 && IsHarmlessCss(attribute.Value);
    }

    private static void CopyStyle(XmlReader input, XmlWriter output)
    {
        var css = input.ReadElementContentAsString();
        if (IsHarmlessCss(css))
        {
            output.WriteElementString("style", SvgNamespace, css);
        }
    }

    /// <summary>No import, no escape that could hide one, and no address but one inside the image.</summary>
    private static bool IsHarmlessCss(string css)
    {
        if (css.Contains('@', StringComparison.Ordinal) || css.Contains('\\', StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = css.IndexOf("url(", StringComparison.OrdinalIgnoreCase); i >= 0; i = css.IndexOf("url(", i + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (!css.AsSpan(i + 4).TrimStart(" \t\r\n'\"").StartsWith("#"))
            {
                return false;
            }
        }

        return !css.Contains("javascript:", StringComparison.OrdinalIgnoreCase);
    }
}
