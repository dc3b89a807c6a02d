using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>The conditions of ISO 19005-2 on objects, colours, content streams, actions and fonts that a text document touches.</summary>
internal sealed partial class ArchiveConformance
{
    private const int DeepestState = 28;
    private const int LongestString = 32767;
    private const int LongestName = 127;

    private static readonly HashSet<string> Operators = new(
        ("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh "
            + "T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Painting = new("b B b* B* f F f* s S sh Tj TJ ' \" Do EI".Split(' '), StringComparer.Ordinal);

    private readonly PdfDocument _pdf;
    private readonly Action<bool, string> _check;
    private readonly HashSet<string> _checkedForms = new(StringComparer.Ordinal);
    private readonly Dictionary<DictionaryToken, Dictionary<int, string>> _texts = new(ReferenceEqualityComparer.Instance);

    private ArchiveConformance(PdfDocument pdf, Action<bool, string> check)
    {
        _pdf = pdf;
        _check = check;
    }

    /// <summary>Checks a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="pdf">The same, opened.</param>
    /// <param name="check">Receives each condition and whether it holds.</param>
    public static void Check(byte[] file, PdfDocument pdf, Action<bool, string> check)
    {
        check(file.Length > 15 && file.AsSpan(9, 5) is [(byte)'%', > 127, > 127, > 127, > 127], "PDF/A 6.1.2 binary comment");
        check(Regex.IsMatch(Encoding.Latin1.GetString(file.AsSpan(Math.Max(0, file.Length - 16))), "%%EOF\\s?\\s?$"), "PDF/A 6.1.3 nothing after the end");
        var conformance = new ArchiveConformance(pdf, check);
        conformance.CheckObjects();
        conformance.CheckCatalog();
        conformance.CheckPages();
    }

    private void CheckObjects()
    {
        foreach (var reference in _pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(r => r.ObjectNumber))
        {
            if (_pdf.Structure.GetObject(reference)?.Data is { } token)
                CheckToken(token, depth: 0);
        }
    }

    private void CheckToken(IToken token, int depth)
    {
        if (depth > 100)
            return;
        switch (token)
        {
            case DictionaryToken dictionary:
                CheckDictionary(dictionary);
                foreach (var (key, value) in dictionary.Data)
                {
                    _check(key.Length <= LongestName, "PDF/A 6.1.13 length of a name");
                    CheckToken(value, depth + 1);
                }

                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    CheckToken(item, depth + 1);
                break;
            case StreamToken stream:
                CheckStream(stream.StreamDictionary);
                CheckToken(stream.StreamDictionary, depth + 1);
                break;
            case NameToken name:
                _check(Encoding.UTF8.GetByteCount(name.Data) <= LongestName, "PDF/A 6.1.13 length of a name");
                break;
            case StringToken text:
                _check(text.GetBytes().Length <= LongestString, "PDF/A 6.1.13 length of a string");
                break;
        }
    }

    private void CheckStream(DictionaryToken stream)
    {
        _check(!Has(stream, "F") && !Has(stream, "FFilter") && !Has(stream, "FDecodeParms"), "PDF/A 6.1.7.1 stream outside the file");
        foreach (var filter in NamesOf(Get(stream, "Filter")))
            _check(filter is "FlateDecode" or "DCTDecode", "PDF/A 6.1.7.2 filter");
        if (Get(stream, "Subtype") is NameToken { Data: "Image" })
            CheckImage(stream);
        if (Get(stream, "Subtype") is NameToken { Data: "Form" })
            _check(!Has(stream, "OPI") && !Has(stream, "PS") && !Has(stream, "Ref") && !Has(stream, "Subtype2"), "PDF/A 6.2.9 form");
    }

    private void CheckImage(DictionaryToken image)
    {
        _check(!Has(image, "Alternates") && !Has(image, "OPI"), "PDF/A 6.2.8 image");
        _check(Get(image, "Interpolate") is not BooleanToken { Data: true }, "PDF/A 6.2.8 Interpolate");
        _check(Get(image, "BitsPerComponent") is NumericToken { Int: 1 or 2 or 4 or 8 or 16 }, "PDF/A 6.2.8 bits of an image");
        CheckIntent(Get(image, "Intent"));
        CheckColourSpace(Get(image, "ColorSpace"));
        if (Get(image, "SMask") is StreamToken mask)
            _check(Get(mask.StreamDictionary, "ColorSpace") is NameToken { Data: "DeviceGray" }, "ISO 32000 11.6.5.3 soft mask");
    }

    private void CheckIntent(IToken? intent) => _check(
        intent is null or NameToken { Data: "RelativeColorimetric" or "AbsoluteColorimetric" or "Perceptual" or "Saturation" }, "PDF/A 6.2.6 rendering intent");

    private void CheckColourSpace(IToken? space)
    {
        switch (space)
        {
            case NameToken name:
                _check(name.Data is "DeviceGray" or "DeviceRGB", "PDF/A 6.2.4.3 colour space");
                break;
            case ArrayToken { Length: > 1 } array when Resolve(array.Data[0]) is NameToken { Data: "ICCBased" }:
                CheckProfile(Resolve(array.Data[1]) as StreamToken);
                break;
            case ArrayToken { Length: 4 } array when Resolve(array.Data[0]) is NameToken { Data: "Indexed" }:
                CheckColourSpace(Resolve(array.Data[1]));
                break;
            default:
                _check(space is ArrayToken { Length: > 1 } other && Resolve(other.Data[0]) is NameToken { Data: "CalRGB" or "CalGray" }, "PDF/A 6.2.4.3 colour space");
                break;
        }
    }

    // ICC.1:2010, 7.2: size at 0, version at 8, class at 12, colour space at 16, signature at 36.
    private void CheckProfile(StreamToken? stream)
    {
        var profile = stream is null ? [] : Decoded(stream);
        if (profile.Length < 132)
        {
            _check(false, "PDF/A 6.2.4.2 profile");
            return;
        }

        string At(int place) => Encoding.ASCII.GetString(profile, place, 4);
        var components = At(16) switch { "GRAY" => 1, "RGB " => 3, "CMYK" => 4, _ => 0 };
        _check(At(36) == "acsp" && At(12) is "scnr" or "mntr" or "prtr" or "spac" && profile[8] < 5, "PDF/A 6.2.4.2 profile");
        _check(Get(stream!.StreamDictionary, "N") is NumericToken n && n.Int == components, "PDF/A 6.2.4.2 components of a profile");
        _check((profile[0] << 24 | profile[1] << 16 | profile[2] << 8 | profile[3]) == profile.Length, "PDF/A 6.2.4.2 size of a profile");
    }

    private void CheckDictionary(DictionaryToken dictionary)
    {
        if (Get(dictionary, "Type") is NameToken { Data: "ExtGState" })
            CheckState(dictionary);
        if (Has(dictionary, "ShadingType"))
            CheckColourSpace(Get(dictionary, "ColorSpace"));
        if (Get(dictionary, "S") is NameToken { Data: "Transparency" })
            CheckColourSpace(Get(dictionary, "CS"));
        if (Get(dictionary, "Type") is NameToken { Data: "Annot" } || (Has(dictionary, "Rect") && Has(dictionary, "Subtype")))
            CheckAnnotation(dictionary);
        if (Get(dictionary, "A") is DictionaryToken action && Has(action, "S"))
            CheckAction(action);
        _check(!Has(dictionary, "AA"), "PDF/A 6.5.2 actions by trigger");
        if (Get(dictionary, "Type") is NameToken { Data: "Page" })
            _check(!Has(dictionary, "PresSteps"), "PDF/A 6.10 presentation");
        if (Get(dictionary, "Type") is NameToken { Data: "EmbeddedFile" })
            _check(Get(dictionary, "Subtype") is NameToken { Data: var type } && type.Contains('/', StringComparison.Ordinal), "PDF/A-3 6.8 type of an embedded file");
    }

    private void CheckState(DictionaryToken state)
    {
        _check(!Has(state, "TR") && !Has(state, "HTP"), "PDF/A 6.2.5 transfer function");
        _check(Get(state, "BM") is null or NameToken { Data: "Normal" or "Multiply" or "Screen" }, "PDF/A 6.2.10 blend mode");
        CheckIntent(Get(state, "RI"));
        foreach (var opacity in new[] { "ca", "CA" })
            _check(Get(state, opacity) is null or NumericToken { Double: >= 0 and <= 1 }, "ISO 32000 8.4.5 opacity");
    }

    private void CheckAnnotation(DictionaryToken annotation)
    {
        const int Print = 4;
        const int Unseen = 1 | 2 | 32 | 256;
        _check(Get(annotation, "Subtype") is NameToken { Data: "Link" }, "PDF/A 6.3.1 kind of annotation");
        _check(Get(annotation, "F") is NumericToken { Int: var flags } && (flags & Print) != 0 && (flags & Unseen) == 0, "PDF/A 6.3.2 annotation flags");
        _check(Get(annotation, "CA") is null, "PDF/A 6.3.3 opacity of an annotation");
        _check(Has(annotation, "A") != Has(annotation, "Dest"), "ISO 32000 12.5.6.5 aim of a link");
        _check(
            Get(annotation, "Rect") is ArrayToken { Length: 4 } rect && rect.Data.OfType<NumericToken>().Select(n => n.Double).ToArray() is [var left, var bottom, var right, var top]
                && left < right && bottom < top,
            "PAC area of a link");
    }

    private void CheckAction(DictionaryToken action)
    {
        _check(Get(action, "S") is NameToken { Data: "URI" or "GoTo" }, "PDF/A 6.5.1 kind of action");
        _check(Get(action, "Next") is null, "PDF/A 6.5.1 kind of action");
    }

    private void CheckCatalog()
    {
        var catalog = _pdf.Structure.Catalog.CatalogDictionary;
        foreach (var key in new[] { "AcroForm", "Requirements", "Perms", "NeedsRendering", "Collection" })
            _check(!Has(catalog, key), $"PDF/A 6.1 {key}");
        _check(Get(catalog, "OpenAction") is null or ArrayToken, "PDF/A 6.5.1 kind of action");
        if (Get(catalog, "OutputIntents") is not ArrayToken intents)
            return;
        foreach (var intent in intents.Data.Select(Resolve).OfType<DictionaryToken>())
        {
            _check(!Has(intent, "DestOutputProfileRef"), "PDF/A 6.2.3 profile outside the file");
            CheckProfile(Get(intent, "DestOutputProfile") as StreamToken);
            _check(Get(intent, "DestOutputProfile") is StreamToken stream && Get(stream.StreamDictionary, "N") is NumericToken { Int: 3 }, "PDF/A 6.2.4.3 output intent is RGB");
        }

        var xmp = Get(catalog, "Metadata") is StreamToken metadata ? Encoding.UTF8.GetString(Decoded(metadata)) : "";
        _check(!Regex.IsMatch(xmp, "<\\?xpacket begin=[^>]*(bytes|encoding)="), "PDF/A 6.6.2.1 packet header");
        if (xmp.Contains("<pdfaid:part>2<", StringComparison.Ordinal))
            _check(Get(catalog, "Names") is not DictionaryToken names || !Has(names, "EmbeddedFiles"), "PDF/A-2 6.8 embedded file");
        else
            _check(Has(catalog, "AF"), "PDF/A-3 6.8 associated file");
    }

    private void CheckPages()
    {
        foreach (var page in PagesOf((DictionaryToken)Get(_pdf.Structure.Catalog.CatalogDictionary, "Pages")!))
        {
            var contents = Get(page, "Contents") is ArrayToken parts
                ? parts.Data.SelectMany(part => Decoded((StreamToken)Resolve(part)).Append((byte)'\n'))
                : Get(page, "Contents") is StreamToken one ? Decoded(one) : [];
            CheckContent([.. contents], Get(page, "Resources") as DictionaryToken, isForm: false);
        }
    }

    private IEnumerable<DictionaryToken> PagesOf(DictionaryToken node) => Get(node, "Kids") is ArrayToken kids
        ? kids.Data.Select(Resolve).OfType<DictionaryToken>().SelectMany(PagesOf)
        : [node];

    private void CheckContent(byte[] content, DictionaryToken? resources, bool isForm)
    {
        var (states, marks, isText) = (0, new Stack<string>(), false);
        DictionaryToken? font = null;
        var hasReading = 0;
        foreach (var (operation, operands) in ContentReader.Read(content))
        {
            _check(Operators.Contains(operation), "PDF/A 6.2.2 operator");
            states += operation == "q" ? 1 : operation == "Q" ? -1 : 0;
            _check(states is >= 0 and <= DeepestState, "PDF/A 6.1.13 saved states");
            isText = operation == "BT" || (isText && operation != "ET");
            switch (operation)
            {
                case "BDC" or "BMC":
                    var mark = string.Join(' ', operands);
                    marks.Push(mark);
                    hasReading += mark.Contains("/ActualText", StringComparison.Ordinal) ? 1 : 0;
                    _check(!isForm || !mark.Contains("/MCID", StringComparison.Ordinal), "30-002 marked content in a form");
                    break;
                case "EMC":
                    _check(marks.Count > 0, "ISO 32000 14.6 balance of marks");
                    if (marks.TryPop(out var closed) && closed.Contains("/ActualText", StringComparison.Ordinal))
                        hasReading--;
                    break;
                case "Tf":
                    font = Named(resources, "Font", operands[0]) as DictionaryToken;
                    _check(font is not null, "PDF/A 6.2.2 named resource");
                    break;
                case "gs":
                    _check(Named(resources, "ExtGState", operands[0]) is DictionaryToken, "PDF/A 6.2.2 named resource");
                    break;
                case "sh":
                    _check(Named(resources, "Shading", operands[0]) is not null, "PDF/A 6.2.2 named resource");
                    break;
                case "Do":
                    CheckObject(operands[0], Named(resources, "XObject", operands[0]) as StreamToken);
                    break;
                case "k" or "K" or "BI" or "cs" or "CS":
                    _check(false, "PDF/A 6.2.4.3 colour space");
                    break;
                case "ri":
                    CheckIntent(NameToken.Create(operands[0][1..]));
                    break;
                case "Tr":
                    _check(operands[0] != "3", "31-030 unseen text");
                    break;
                case "Tj" or "TJ":
                    _check(isText, "ISO 32000 9.4 text outside a text object");
                    CheckCodes(font, operands, hasReading > 0);
                    break;
            }

            _check(isForm || !Painting.Contains(operation) || marks.Count > 0, "01-005 content neither tagged nor artifact");
        }

        _check(states == 0, "ISO 32000 8.4.2 balance of saved states");
        _check(marks.Count == 0, "ISO 32000 14.6 balance of marks");
        _check(!isText, "ISO 32000 9.4 text outside a text object");
    }

    private void CheckObject(string name, StreamToken? stream)
    {
        _check(stream is not null, "PDF/A 6.2.2 named resource");
        if (stream is null || Get(stream.StreamDictionary, "Subtype") is not NameToken { Data: "Form" })
            return;
        _check(Get(stream.StreamDictionary, "Resources") is DictionaryToken, "PDF/A 6.2.2 resources of a form");
        if (_checkedForms.Add(name + Get(stream.StreamDictionary, "Length")))
            CheckContent(Decoded(stream), Get(stream.StreamDictionary, "Resources") as DictionaryToken, isForm: true);
    }

    // Codes of two bytes, each with a text; a text of private characters needs another one round it (6.2.11.7.3).
    private void CheckCodes(DictionaryToken? font, List<string> operands, bool hasReading)
    {
        if (font is null)
            return;
        if (!_texts.TryGetValue(font, out var texts))
            _texts.Add(font, texts = TextsOf(font));
        foreach (var hex in operands.Where(o => o.StartsWith('<')))
        {
            for (var i = 1; i + 4 < hex.Length; i += 4)
            {
                var code = int.Parse(hex.AsSpan(i, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                _check(code != 0, "31-030 .notdef");
                _check(texts.TryGetValue(code, out var text), "10-001 Unicode of glyph");
                _check(text is null || !IsPrivate(text) || hasReading, "PDF/A 6.2.11.7.3 private characters");
                _check(text is null || !text.Any(c => c is '\0' or '\uFEFF' or '\uFFFE'), "31-028 Unicode of glyph");
            }
        }
    }

    private static bool IsPrivate(string text) =>
        text.EnumerateRunes().Any(r => r.Value is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD));

    private Dictionary<int, string> TextsOf(DictionaryToken font)
    {
        var texts = new Dictionary<int, string>();
        if (Get(font, "ToUnicode") is not StreamToken stream)
            return texts;
        var map = Encoding.ASCII.GetString(Decoded(stream));
        static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        static string Text(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));
        foreach (Match block in Characters().Matches(map))
        {
            foreach (Match pair in Pair().Matches(block.Value))
                texts[Number(pair.Groups[1].Value)] = Text(pair.Groups[2].Value);
        }

        foreach (Match block in Ranges().Matches(map))
        {
            foreach (Match range in Triple().Matches(block.Value))
            {
                var (first, last, text) = (Number(range.Groups[1].Value), Number(range.Groups[2].Value), Text(range.Groups[3].Value));
                for (var code = first; code <= last; code++)
                    texts[code] = text[..^1] + (char)(text[^1] + code - first);
            }
        }

        return texts;
    }

    private IToken? Named(DictionaryToken? resources, string kind, string name) =>
        resources is not null && Get(resources, kind) is DictionaryToken named ? Get(named, name[1..]) : null;

    private IEnumerable<string> NamesOf(IToken? token) => token switch
    {
        NameToken name => [name.Data],
        ArrayToken array => array.Data.Select(Resolve).OfType<NameToken>().Select(name => name.Data),
        _ => [],
    };

    private static byte[] Decoded(StreamToken stream) => stream.Decode(DefaultFilterProvider.Instance).ToArray();

    private static bool Has(DictionaryToken dictionary, string key) => dictionary.Data.ContainsKey(key);

    private IToken? Get(DictionaryToken dictionary, string key) => dictionary.Data.TryGetValue(key, out var value) ? Resolve(value) : null;

    private IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? _pdf.Structure.GetObject(reference.Data).Data : token;

    [GeneratedRegex("beginbfchar(?<lines>.*?)endbfchar", RegexOptions.Singleline)]
    private static partial Regex Characters();

    [GeneratedRegex("beginbfrange(?<lines>.*?)endbfrange", RegexOptions.Singleline)]
    private static partial Regex Ranges();

    [GeneratedRegex("<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Pair();

    [GeneratedRegex("<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]+)>")]
    private static partial Regex Triple();
}
