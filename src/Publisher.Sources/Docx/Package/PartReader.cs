using System.Text;
using System.Xml;
using Publisher.Model;

namespace Publisher.Sources.Docx.Package;

/// <summary>Reads the XML of parts into elements, within bounds; nothing is resolved or fetched.</summary>
internal sealed class PartReader(string fileName)
{
    // A page takes some 10 kB and 300 elements.
    private const long MostCharacters = 128L << 20;
    private const int MostElements = 2_000_000;

    // Tables in tables and content controls in content controls; readers recurse as deep.
    private const int Deepest = 400;

    private readonly Names _names = new();
    private int _elements;

    /// <summary>Reads a part.</summary>
    /// <param name="part">Its name, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="PublisherException">It is no XML, declares a document type, or is beyond all measure.</exception>
    public Element Read(string part, Stream content)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        try
        {
            using var xml = XmlReader.Create(content, settings);
            return Read(part, xml);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new PublisherException(fileName, 0, $"Its part \"{part}\" declares a document type, which no word processor writes.", "Open it in Word or LibreOffice and save it again as .docx.", e);
        }
        catch (XmlException e) when (e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
        {
            throw TooLarge(part, e);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new PublisherException(fileName, 0, $"Its part \"{part}\" is damaged.", "Get the file again, or let Word repair it (\"Open and Repair\") and save it.", e);
        }
    }

    private Element Read(string part, XmlReader xml)
    {
        var open = new Stack<(Element Element, Element? Last)>();
        var text = new StringBuilder();
        Element? root = null;
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Flush(open, text);
                    var isEmpty = xml.IsEmptyElement;
                    var element = ElementOf(part, xml, open.Count > 0 && open.Peek().Element.KeepsSpace);
                    root ??= element;
                    if (open.TryPop(out var parent))
                    {
                        _ = parent.Last is null ? parent.Element.First = element : parent.Last.Next = element;
                        open.Push((parent.Element, element));
                    }

                    if (!isEmpty)
                    {
                        open.Push((element, null));
                    }

                    if (open.Count > Deepest)
                    {
                        throw new PublisherException(fileName, 0, $"Its part \"{part}\" is nested more than {Deepest} deep.", "No word processor writes that: open it in Word and save it again, or copy its text into a new document.");
                    }

                    break;
                case XmlNodeType.EndElement:
                    Flush(open, text);
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(xml.Value);
                    break;
            }
        }

        return root!;
    }

    private Element ElementOf(string part, XmlReader xml, bool keepsSpace)
    {
        if (++_elements > MostElements)
        {
            throw TooLarge(part, null);
        }

        var name = _names.Of(xml.NamespaceURI, xml.LocalName);
        if (xml.AttributeCount == 0)
        {
            return new Element(name, []) { KeepsSpace = keepsSpace };
        }

        var attributes = new string[xml.AttributeCount * 2];
        for (var i = 0; xml.MoveToNextAttribute(); i += 2)
        {
            attributes[i] = _names.Of(xml.NamespaceURI, xml.LocalName);
            attributes[i + 1] = xml.Value;
            if (attributes[i] == "xml:space")
            {
                keepsSpace = xml.Value == "preserve";
            }
        }

        xml.MoveToElement();
        return new Element(name, attributes) { KeepsSpace = keepsSpace };
    }

    /// <summary>Text between elements is the layout of the file; that of an element without children is its text.</summary>
    private static void Flush(Stack<(Element Element, Element? Last)> open, StringBuilder text)
    {
        if (text.Length > 0)
        {
            if (open.TryPeek(out var top) && top.Last is null)
            {
                top.Element.Text = text.ToString();
            }

            text.Clear();
        }
    }

    private PublisherException TooLarge(string part, Exception? cause) => new(
        fileName, 0, $"Its part \"{part}\" is larger than any statement (over {MostCharacters >> 20} million characters or {MostElements / 1_000_000} million elements).", "Divide the document, or copy its text into a new one.", cause);
}
