using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Publisher.Tests.Contracts.Readers;

/// <summary>
/// Reads PDF with PdfPig the way a screen reader does: elements in the order of the structure tree, content by its marks, replacement
/// texts instead of glyphs.
/// </summary>
internal sealed class PdfReader : EditionReader
{
    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "LBody", "Lbl", "BlockQuote", "Caption", "Table", "TR", "TH", "TD", "Div", "Sect", "Note",
    };

    // Labels and marks, alternative texts, and what the template adds around the text.
    private static readonly HashSet<string> NotText = new(StringComparer.Ordinal) { "Lbl", "Reference", "Figure" };

    public override EditionText Read(ReadOnlyMemory<byte> edition)
    {
        using var pdf = PdfDocument.Open(edition.ToArray());
        var walk = new Walk(pdf);
        return walk.Read();
    }

    private sealed class Walk(PdfDocument pdf)
    {
        private readonly Dictionary<(int Page, int Mark), string> _texts = Marks(pdf);
        private readonly Dictionary<IndirectReferenceNumber, int> _pages = Pages(pdf);
        private readonly StringBuilder _notes = new();
        private readonly StringBuilder _links = new();

        public EditionText Read()
        {
            var catalog = pdf.Structure.Catalog.CatalogDictionary;
            var root = (DictionaryToken)Get(catalog, "StructTreeRoot")!;
            var document = (DictionaryToken)Resolve(root.Data["K"]);
            var flow = new StringBuilder();
            foreach (var kid in Kids(document))
            {
                if (kid is DictionaryToken section && TypeOf(section) == "Sect")
                    ReadSection(section);
                else
                    Append(flow, kid, document);
            }

            return new EditionText(flow.ToString(), _notes.ToString(), _links.ToString());
        }

        private void ReadSection(DictionaryToken section)
        {
            var text = new StringBuilder();
            Append(text, section, section);
            if (text.ToString().Trim().StartsWith("Links im Text", StringComparison.Ordinal))
                _links.Append(text);
        }

        private void Append(StringBuilder text, IToken kid, DictionaryToken parent)
        {
            if (kid is NumericToken mark)
            {
                text.Append(_texts.GetValueOrDefault((PageOf(parent), mark.Int)));
                return;
            }

            if (kid is not DictionaryToken element || Get(element, "Type") is NameToken { Data: "OBJR" })
                return;
            if (Get(element, "MCID") is NumericToken id)
            {
                text.Append(_texts.GetValueOrDefault((PageOf(element), id.Int)));
                return;
            }

            var type = TypeOf(element);
            if (NotText.Contains(type))
                return;
            var target = type == "Note" ? _notes : text;
            target.Append(Lines.Contains(type) ? "\n" : "");
            foreach (var child in Kids(element))
                Append(target, child, element);
            target.Append(Lines.Contains(type) ? "\n" : "");
        }

        private IEnumerable<IToken> Kids(DictionaryToken element) => Get(element, "K") switch
        {
            ArrayToken array => array.Data.Select(Resolve),
            null => [],
            var one => [one],
        };

        private int PageOf(DictionaryToken element) =>
            element.Data.TryGetValue("Pg", out var page) && page is IndirectReferenceToken reference ? _pages[new(reference.Data.ObjectNumber)] : -1;

        private string TypeOf(DictionaryToken element) => ((NameToken)Get(element, "S")!).Data;

        private IToken? Get(DictionaryToken dictionary, string key) =>
            dictionary.Data.TryGetValue(key, out var value) ? Resolve(value) : null;

        private IToken Resolve(IToken token) =>
            token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;

        private static Dictionary<IndirectReferenceNumber, int> Pages(PdfDocument pdf)
        {
            var pages = new Dictionary<IndirectReferenceNumber, int>();
            var tree = (DictionaryToken)pdf.Structure.GetObject(((IndirectReferenceToken)pdf.Structure.Catalog.CatalogDictionary.Data["Pages"]).Data).Data;
            var number = 1;
            foreach (var kid in ((ArrayToken)tree.Data["Kids"]).Data.Cast<IndirectReferenceToken>())
                pages.Add(new(kid.Data.ObjectNumber), number++);
            return pages;
        }

        private static Dictionary<(int Page, int Mark), string> Marks(PdfDocument pdf)
        {
            var texts = new Dictionary<(int, int), string>();
            foreach (var page in pdf.GetPages())
            {
                foreach (var content in page.GetMarkedContents().Where(c => c.MarkedContentIdentifier >= 0))
                    texts[(page.Number, content.MarkedContentIdentifier)] = TextOf(content);
            }

            return texts;
        }

        // A replacement text stands for all glyphs of its sequence; what follows what, the operators' numbers tell.
        private static string TextOf(MarkedContentElement content)
        {
            var pieces = content.Letters.GroupBy(letter => letter.TextSequence).Select(shown => (At: shown.Key, Text: string.Concat(shown.Select(letter => letter.Value))));
            var replaced = content.Children.Where(child => child.Letters.Count > 0)
                .Select(child => (At: child.Letters[0].TextSequence, Text: child.ActualText ?? TextOf(child)));
            return string.Concat(pieces.Concat(replaced).OrderBy(piece => piece.At).Select(piece => piece.Text));
        }
    }

    private readonly record struct IndirectReferenceNumber(long Number);
}
