using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Publisher.Typesetting.Fonts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>
/// The machine-checkable conditions of PDF/UA-1 (Matterhorn Protocol 1.1) and PDF/A-2a (ISO 19005-2) that a text document touches,
/// read from the bytes with PdfPig. Each failure names its condition.
/// </summary>
internal sealed class Conformance
{
    private static readonly HashSet<string> StandardTypes = new(StringComparer.Ordinal)
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H1", "H2", "H3", "H4", "H5",
        "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry",
        "Code", "Link", "Annot", "Figure", "Formula", "Form",
    };

    // 09-004, 09-005, 09-006: what may stand in what.
    private static readonly Dictionary<string, string[]> Contents = new(StringComparer.Ordinal)
    {
        ["L"] = ["LI", "L", "Caption"],
        ["LI"] = ["Lbl", "LBody"],
        ["Table"] = ["TR", "THead", "TBody", "TFoot", "Caption"],
        ["THead"] = ["TR"],
        ["TBody"] = ["TR"],
        ["TFoot"] = ["TR"],
        ["TR"] = ["TH", "TD"],
        ["TOC"] = ["TOC", "TOCI", "Caption"],
    };

    private readonly PdfDocument _pdf;
    private readonly DictionaryToken _catalog;
    private readonly List<string> _failures = [];
    private readonly Dictionary<(long Page, int Mark), long> _ownerOfMark = [];
    private readonly Dictionary<long, long> _ownerOfAnnotation = [];
    private readonly HashSet<(long Page, int Mark)> _seenMarks = [];
    private readonly HashSet<long> _seenAnnotations = [];
    private readonly HashSet<string> _noteIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DictionaryToken> _ids = new(StringComparer.Ordinal);
    private int _lastHeading;

    private Conformance(PdfDocument pdf)
    {
        _pdf = pdf;
        _catalog = pdf.Structure.Catalog.CatalogDictionary;
    }

    /// <summary>What a file fails; empty if nothing.</summary>
    public static IReadOnlyList<string> FailuresOf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var conformance = new Conformance(pdf);
        conformance.Check(Regex.IsMatch(Encoding.Latin1.GetString(file, 0, 9), "^%PDF-1\\.[0-7]\\s"), "6.1-1 header");
        var trailer = Encoding.Latin1.GetString(file);
        conformance.Check(Regex.IsMatch(trailer, "/ID\\s*\\[\\s*<[0-9A-Fa-f]{32}>\\s*<[0-9A-Fa-f]{32}>"), "PDF/A 6.1.3 file identifier");
        conformance.Check(!trailer.Contains("/Encrypt", StringComparison.Ordinal), "26-001 encryption");
        conformance.CheckCatalog();
        conformance.CheckMetadata();
        conformance.CheckFiles();
        conformance.CheckStructure();
        conformance.CheckFonts();
        ArchiveConformance.Check(file, pdf, conformance.Check);

        // A page that lacks what it names cannot be read on.
        if (!conformance._failures.Exists(f => f.EndsWith("named resource", StringComparison.Ordinal) || f.EndsWith("soft mask", StringComparison.Ordinal)))
            conformance.CheckPages();
        return conformance._failures;
    }

    private void Check(bool holds, string condition)
    {
        if (!holds && !_failures.Contains(condition))
            _failures.Add(condition);
    }

    private void CheckCatalog()
    {
        var marks = Get(_catalog, "MarkInfo") as DictionaryToken;
        Check(marks is not null && IsTrue(Get(marks, "Marked")), "6.2-1 MarkInfo");
        Check(marks is null || !IsTrue(Get(marks, "Suspects")), "01-007 Suspects");
        Check(Get(_catalog, "ViewerPreferences") is DictionaryToken viewer && IsTrue(Get(viewer, "DisplayDocTitle")), "07-001 DisplayDocTitle");
        Check(TextOf(Get(_catalog, "Lang")) is { } language && Regex.IsMatch(language, "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$"), "11-001 Lang");
        Check(Get(_catalog, "OCProperties") is null, "20-001 layers");
        var intents = Get(_catalog, "OutputIntents") as ArrayToken;
        var intent = intents is null ? null : Resolve(intents.Data[0]) as DictionaryToken;
        Check(intent is not null && Get(intent, "S") is NameToken { Data: "GTS_PDFA1" } && Get(intent, "DestOutputProfile") is StreamToken, "PDF/A 6.2.3 output intent");
    }

    private void CheckMetadata()
    {
        if (Get(_catalog, "Metadata") is not StreamToken stream)
        {
            Check(false, "06-001 XMP");
            return;
        }

        var xmp = Encoding.UTF8.GetString(stream.Data.Span).TrimStart('\uFEFF');
        XDocument document;
        try
        {
            document = XDocument.Parse(xmp);
        }
        catch (System.Xml.XmlException)
        {
            Check(false, "06-001 XMP");
            return;
        }

        string? Value(string space, string name) => document.Descendants(XName.Get(name, space)).FirstOrDefault()?.Value;
        Check(Value("http://www.aiim.org/pdfua/ns/id/", "part") == "1", "06-002 pdfuaid:part");
        var part = Get(_catalog, "AF") is null ? "2" : "3";
        Check(Value("http://www.aiim.org/pdfa/ns/id/", "part") == part && Value("http://www.aiim.org/pdfa/ns/id/", "conformance") == "A", "PDF/A 6.6.4 identification");
        Check(!string.IsNullOrWhiteSpace(Value("http://purl.org/dc/elements/1.1/", "title")), "06-003 dc:title");
        Check(
            document.Descendants(XName.Get("title", "http://purl.org/dc/elements/1.1/")).Descendants().Any(e => e.Attribute(XNamespace.Xml + "lang") is not null),
            "11-006 language of the title");
        Check(xmp.Contains("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", StringComparison.Ordinal), "PDF/A 6.6.2.3 extension schema");
    }

    private void CheckFiles()
    {
        if (Get(_catalog, "Names") is not DictionaryToken names || Get(names, "EmbeddedFiles") is not DictionaryToken files)
            return;
        foreach (var file in ((ArrayToken)Get(files, "Names")!).Data.Select(Resolve).OfType<DictionaryToken>())
        {
            Check(Get(file, "F") is not null && Get(file, "UF") is not null, "21-001 names of an embedded file");
            Check(Get(file, "AFRelationship") is NameToken, "PDF/A-3 6.8 relationship of an embedded file");
        }
    }

    private void CheckStructure()
    {
        if (Get(_catalog, "StructTreeRoot") is not DictionaryToken root || !_catalog.Data.TryGetValue("StructTreeRoot", out var rootToken))
        {
            Check(false, "7.1-11 StructTreeRoot");
            return;
        }

        var number = ((IndirectReferenceToken)rootToken).Data.ObjectNumber;
        foreach (var kid in KidsOf(root))
            CheckElement(kid, number, "StructTreeRoot");
        CheckParentTree(root);
        CheckIds(root);
        Check(Get(root, "RoleMap") is not DictionaryToken roles || !roles.Data.Keys.Any(StandardTypes.Contains), "02-004 standard type mapped");
    }

    private void CheckElement(IToken token, long parent, string parentType)
    {
        if (token is not IndirectReferenceToken reference || Resolve(token) is not DictionaryToken element || Get(element, "S") is not NameToken type)
            return;

        var number = reference.Data.ObjectNumber;
        Check(element.Data.TryGetValue("P", out var p) && p is IndirectReferenceToken up && up.Data.ObjectNumber == parent, "7.1-12 parent of structure element");
        Check(StandardTypes.Contains(type.Data), "02-001 standard type");
        Check(!Contents.TryGetValue(parentType, out var allowed) || allowed.Contains(type.Data), $"09-004 {type.Data} in {parentType}");
        CheckByType(element, type.Data);
        foreach (var kid in KidsOf(element))
        {
            if (kid is NumericToken mark)
                Own(element, mark.Int, number);
            else if (Resolve(kid) is DictionaryToken { } inner && Get(inner, "MCID") is NumericToken id)
                Own(inner, id.Int, number);
            else if (Resolve(kid) is DictionaryToken { } link && Get(link, "Type") is NameToken { Data: "OBJR" })
                _ownerOfAnnotation[((IndirectReferenceToken)link.Data["Obj"]).Data.ObjectNumber] = number;
            else
                CheckElement(kid, number, type.Data);
        }
    }

    private void CheckByType(DictionaryToken element, string type)
    {
        if (Regex.IsMatch(type, "^H[1-6]$"))
        {
            var level = type[1] - '0';
            Check(_lastHeading > 0 || level == 1, "14-002 first heading is H1");
            Check(level <= _lastHeading + 1, "14-003 heading level skipped");
            _lastHeading = level;
        }

        if (type == "Figure")
            CheckBox(element);
        if (type == "Table")
            CheckTable(element);
        if (type == "LI")
            Check(TypesIn(element) is ["LBody"] or ["Lbl", "LBody"] or ["Lbl"], "09-005 parts of a list item");
        if (TextOf(Get(element, "ID")) is { } id)
            Check(_ids.TryAdd(id, element), "19-004 ID of note twice");
        if (type == "Figure")
            Check(!string.IsNullOrWhiteSpace(TextOf(Get(element, "Alt"))), "13-004 Alt of figure");
        if (type == "Note")
            CheckNote(TextOf(Get(element, "ID")));
        if (type == "TH")
            Check(AttributesOf(element).Any(a => Get(a, "Scope") is NameToken), "15-003 scope of header cell");
        if (TextOf(Get(element, "Lang")) is { } language)
            Check(Regex.IsMatch(language, "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$"), "7.2-29 form of Lang");
    }

    // ISO 32000-1, 14.8.5.4.3.
    private void CheckBox(DictionaryToken figure) => Check(
        AttributesOf(figure).Any(a => Get(a, "O") is NameToken { Data: "Layout" } && Get(a, "BBox") is ArrayToken { Length: 4 } box
            && box.Data.OfType<NumericToken>().Select(n => n.Double).ToArray() is [var left, var bottom, var right, var top] && left < right && bottom < top),
        "PAC BBox of figure");

    private string[] TypesIn(DictionaryToken element) =>
        [.. KidsOf(element).Select(Resolve).OfType<DictionaryToken>().Select(kid => (Get(kid, "S") as NameToken)?.Data).OfType<string>()];

    // 09-004: captions first or last, a head with a body, every place of the grid some cell's and no two cells at one.
    private void CheckTable(DictionaryToken table)
    {
        var parts = TypesIn(table);
        Check(!parts.Contains("THead") || parts.Contains("TBody"), "09-004 head without body");
        Check(parts.Count(p => p == "THead") <= 1 && parts.Count(p => p == "TFoot") <= 1, "09-004 one head and foot");
        Check(Array.LastIndexOf(parts, "Caption") is var caption && (caption <= 0 || caption == parts.Length - 1), "09-004 place of a caption");
        var widths = new List<int>();
        foreach (var section in SectionsOf(table))
            widths.AddRange(WidthsOf(section));
        Check(widths.Distinct().Count() <= 1, "09-004 cells of a row");
    }

    private IEnumerable<DictionaryToken[]> SectionsOf(DictionaryToken table)
    {
        var rows = RowsOf(table);
        if (rows.Length > 0)
            yield return rows;
        foreach (var section in KidsOf(table).Select(Resolve).OfType<DictionaryToken>().Where(k => Get(k, "S") is NameToken { Data: "THead" or "TBody" or "TFoot" }))
            yield return RowsOf(section);
    }

    private DictionaryToken[] RowsOf(DictionaryToken element) =>
        [.. KidsOf(element).Select(Resolve).OfType<DictionaryToken>().Where(k => Get(k, "S") is NameToken { Data: "TR" })];

    private IEnumerable<int> WidthsOf(DictionaryToken[] rows)
    {
        var taken = new Dictionary<(int Row, int Column), bool>();
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in KidsOf(rows[row]).Select(Resolve).OfType<DictionaryToken>().Where(k => Get(k, "S") is NameToken { Data: "TH" or "TD" }))
            {
                while (taken.ContainsKey((row, column)))
                    column++;
                var (across, down) = (SpanOf(cell, "ColSpan"), SpanOf(cell, "RowSpan"));
                Check(row + down <= rows.Length, "09-004 rows of a cell");
                for (var i = 0; i < across * down; i++)
                    Check(taken.TryAdd((row + (i / across), column + (i % across)), true), "09-004 overlapping cells");
                column += across;
            }

            yield return taken.Keys.Where(place => place.Row == row).Select(place => place.Column + 1).DefaultIfEmpty().Max();
        }
    }

    private int SpanOf(DictionaryToken cell, string key) =>
        AttributesOf(cell).Select(a => Get(a, key)).OfType<NumericToken>().Select(n => n.Int).FirstOrDefault(1);

    private void CheckIds(DictionaryToken root)
    {
        var names = Get(root, "IDTree") is DictionaryToken tree && Get(tree, "Names") is ArrayToken array ? array.Data : [];
        var listed = names.Where((_, i) => i % 2 == 0).Select(n => TextOf(n)).OfType<string>().ToArray();
        Check(_ids.Keys.All(listed.Contains) && listed.Length == _ids.Count, "ISO 32000 14.7.2 tree of IDs");
        Check(listed.SequenceEqual(listed.Order(StringComparer.Ordinal)), "ISO 32000 7.9.6 order of names");
    }

    private void CheckNote(string? id)
    {
        Check(id is not null, "19-003 ID of note");
        Check(id is null || _noteIds.Add(id), "19-004 ID of note twice");
    }

    private IEnumerable<DictionaryToken> AttributesOf(DictionaryToken element) => Get(element, "A") switch
    {
        ArrayToken array => array.Data.Select(Resolve).OfType<DictionaryToken>(),
        DictionaryToken one => [one],
        _ => [],
    };

    private void Own(DictionaryToken element, int mark, long number)
    {
        var page = element.Data.TryGetValue("Pg", out var token) && token is IndirectReferenceToken reference ? reference.Data.ObjectNumber : -1;
        _ownerOfMark[(page, mark)] = number;
    }

    private readonly Dictionary<int, IToken> _parents = [];

    private void CheckParentTree(DictionaryToken root)
    {
        if (Get(root, "ParentTree") is not DictionaryToken tree || Get(tree, "Nums") is not ArrayToken numbers)
        {
            Check(false, "7.1-11 parent tree");
            return;
        }

        for (var i = 0; i + 1 < numbers.Data.Count; i += 2)
            _parents[((NumericToken)numbers.Data[i]).Int] = numbers.Data[i + 1];
        Check(Get(root, "ParentTreeNextKey") is NumericToken next && _parents.Keys.All(key => key < next.Int), "ISO 32000 14.7.4.4 next key");
        Check(_lastHeading == 0 || (Get(_catalog, "Outlines") is DictionaryToken outlines && Get(outlines, "First") is not null), "PAC bookmarks");
    }

    private void CheckPages()
    {
        var tree = (DictionaryToken)Get(_catalog, "Pages")!;
        var references = ((ArrayToken)Get(tree, "Kids")!).Data.Cast<IndirectReferenceToken>().ToArray();
        for (var i = 0; i < references.Length; i++)
        {
            var page = (DictionaryToken)Resolve(references[i]);
            CheckContent(_pdf.GetPage(i + 1), references[i].Data.ObjectNumber, page);
            CheckAnnotations(page);
        }

        Check(_ownerOfMark.Keys.All(_seenMarks.Contains), "7.1-11 element without its content");
        Check(_ownerOfAnnotation.Keys.All(_seenAnnotations.Contains), "28-011 element without its annotation");
    }

    private void CheckContent(UglyToad.PdfPig.Content.Page content, long number, DictionaryToken page)
    {
        var open = new Stack<bool?>();
        var marks = Get(page, "StructParents") is NumericToken key && _parents.TryGetValue(key.Int, out var parents) ? (ArrayToken)Resolve(parents) : null;
        foreach (var operation in content.Operations)
        {
            switch (operation.Operator)
            {
                case "BDC" or "BMC":
                    var text = Written(operation);
                    var isArtifact = text.StartsWith("/Artifact", StringComparison.Ordinal);
                    var id = Regex.Match(text, "/MCID (\\d+)");
                    Check(!isArtifact || !open.Contains(false), "01-003 artifact inside tagged content");
                    Check(!id.Success || !open.Contains(true), "01-004 tagged content inside artifact");
                    if (id.Success)
                        CheckMark(number, int.Parse(id.Groups[1].Value, CultureInfo.InvariantCulture), marks);
                    open.Push(isArtifact ? true : id.Success ? false : null);
                    break;
                case "EMC":
                    open.Pop();
                    break;
                case "TJ" or "Tj" or "f" or "S" or "B" or "Do":
                    Check(open.Any(o => o is not null), "01-005 content neither tagged nor artifact");
                    Check(operation.Operator != "TJ" || !HasNotdef(Written(operation)), "31-030 .notdef");
                    break;
            }
        }

        Check(content.Letters.All(l => l.Value.Length > 0 && l.Value.All(c => c is not ('\0' or '\uFEFF' or '\uFFFE'))), "10-001 Unicode of glyph");
    }

    private void CheckMark(long page, int mark, ArrayToken? parents)
    {
        Check(_seenMarks.Add((page, mark)), "ISO 32000 14.7.4.2 mark twice");
        var owner = _ownerOfMark.GetValueOrDefault((page, mark), -1);
        Check(owner >= 0, "01-005 mark without structure element");
        Check(
            parents is not null && mark < parents.Length && parents.Data[mark] is IndirectReferenceToken up && up.Data.ObjectNumber == owner,
            "7.1-11 parent tree");
    }

    private void CheckAnnotations(DictionaryToken page)
    {
        if (Get(page, "Annots") is not ArrayToken annotations)
            return;
        Check(Get(page, "Tabs") is NameToken { Data: "S" }, "28-008 Tabs");
        foreach (var reference in annotations.Data.Cast<IndirectReferenceToken>())
        {
            var annotation = (DictionaryToken)Resolve(reference);
            _seenAnnotations.Add(reference.Data.ObjectNumber);
            Check(!string.IsNullOrWhiteSpace(TextOf(Get(annotation, "Contents"))), "28-012 Contents of link");
            Check(Get(annotation, "F") is NumericToken { Int: 4 }, "PDF/A 6.3.2 annotation flags");
            var owner = _ownerOfAnnotation.GetValueOrDefault(reference.Data.ObjectNumber, -1);
            Check(
                Get(annotation, "StructParent") is NumericToken key && _parents.TryGetValue(key.Int, out var up)
                    && ((IndirectReferenceToken)up).Data.ObjectNumber == owner
                    && Get((DictionaryToken)Resolve(up), "S") is NameToken { Data: "Link" },
                "28-011 link inside Link");
        }
    }

    private void CheckFonts()
    {
        var tree = (DictionaryToken)Get(_catalog, "Pages")!;
        var page = (DictionaryToken)Resolve(((ArrayToken)Get(tree, "Kids")!).Data[0]);
        if (Get((DictionaryToken)Get(page, "Resources")!, "Font") is not DictionaryToken fonts)
            return;
        foreach (var font in fonts.Data.Values.Select(Resolve).Cast<DictionaryToken>())
        {
            Check(Get(font, "ToUnicode") is StreamToken, "31-027 ToUnicode");
            Check(Get(font, "Encoding") is NameToken { Data: "Identity-H" }, "31-008 encoding of composite font");
            var descendant = (DictionaryToken)Resolve(((ArrayToken)Get(font, "DescendantFonts")!).Data[0]);
            var descriptor = (DictionaryToken)Get(descendant, "FontDescriptor")!;
            Check(
                Get(descendant, "CIDSystemInfo") is DictionaryToken system && TextOf(Get(system, "Registry")) == "Adobe"
                    && TextOf(Get(system, "Ordering")) == "Identity",
                "31-001 CIDSystemInfo");
            var program = (Get(descriptor, "FontFile2") ?? Get(descriptor, "FontFile3")) as StreamToken;
            Check(program is not null, "31-009 font embedded");
            Check(Get(descriptor, "CIDSet") is null, "31-013 CIDSet");
            Check(Get(descriptor, "FontName") is NameToken name && Get(descendant, "BaseFont") is NameToken used && name.Data == used.Data, "PDF/A 6.2.11.2 name of a font");
            Check(Get(descendant, "Subtype") is NameToken { Data: "CIDFontType0" } || Get(descendant, "CIDToGIDMap") is NameToken { Data: "Identity" } or StreamToken, "31-004 CIDToGIDMap");
            if (program is not null && Get(descriptor, "FontFile2") is not null)
                CheckWidths((ArrayToken)Get(descendant, "W")!, program, Get(descendant, "CIDToGIDMap") as StreamToken);
        }
    }

    private void CheckWidths(ArrayToken widths, StreamToken program, StreamToken? glyphMap)
    {
        var map = glyphMap is null ? [] : glyphMap.Decode(UglyToad.PdfPig.Filters.DefaultFilterProvider.Instance).ToArray();
        using var face = FontFace.FromBytes(program.Decode(UglyToad.PdfPig.Filters.DefaultFilterProvider.Instance).ToArray());
        for (var i = 0; i + 1 < widths.Data.Count; i += 2)
        {
            var first = ((NumericToken)widths.Data[i]).Int;
            var run = (ArrayToken)widths.Data[i + 1];
            for (var k = 0; k < run.Length; k++)
            {
                var code = first + k;
                var glyph = map.Length == 0 ? code : BinaryPrimitives.ReadUInt16BigEndian(map.AsSpan(code * 2));
                var expected = face.AdvanceOf(glyph) * 1000.0 / face.Metrics.UnitsPerEm;
                Check(Math.Abs(((NumericToken)run.Data[k]).Double - expected) <= 1, "31-016 widths");
            }
        }
    }

    private static bool HasNotdef(string operation)
    {
        foreach (Match hex in Regex.Matches(operation, "<([0-9A-Fa-f\\s]+)>"))
        {
            if (Regex.IsMatch(hex.Groups[1].Value, "^([0-9A-Fa-f]{4})*0000"))
                return true;
        }

        return false;
    }

    private static string Written(UglyToad.PdfPig.Graphics.Operations.IGraphicsStateOperation operation)
    {
        using var stream = new MemoryStream();
        operation.Write(stream);
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    private IEnumerable<IToken> KidsOf(DictionaryToken element)
    {
        if (!element.Data.TryGetValue("K", out var kids))
            return [];
        return kids is ArrayToken array ? array.Data : Resolve(kids) is ArrayToken inner ? inner.Data : [kids];
    }

    private static bool IsTrue(IToken? token) => token is BooleanToken { Data: true };

    private static string? TextOf(IToken? token) => token switch
    {
        StringToken text => text.Data,
        HexToken text => text.Data,
        _ => null,
    };

    private IToken? Get(DictionaryToken dictionary, string key) =>
        dictionary.Data.TryGetValue(key, out var value) ? Resolve(value) : null;

    private IToken Resolve(IToken token) =>
        token is IndirectReferenceToken reference ? _pdf.Structure.GetObject(reference.Data).Data : token;
}
