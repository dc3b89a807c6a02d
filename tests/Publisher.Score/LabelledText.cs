using System.Text.Json;
using Publisher.Sources;
using Publisher.Sources.PlainText;
using Publisher.Sources.PlainText.Paragraphs;

namespace Publisher.Score;

/// <summary>A damaged text whose lines are known to begin a paragraph or to stand inside one, as far as the truth beside it tells.</summary>
internal sealed class LabelledText
{
    private const int KeyLength = 24;
    private const int LeastKey = 6;

    private readonly Galley _galley;

    // By line of the flow: true for the first line of a block, false for a later one, null if not known.
    private readonly bool?[] _begins;

    private LabelledText(string document, Galley galley, bool?[] begins)
    {
        Document = document;
        _galley = galley;
        _begins = begins;
    }

    /// <summary>Name of the document in the corpus.</summary>
    public string Document { get; }

    /// <summary>Reads all texts of a corpus.</summary>
    public static List<LabelledText> Read(string corpus)
    {
        var texts = new List<LabelledText>();
        foreach (var folder in Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal))
        {
            var truth = Path.Combine(folder, "truth.json");
            if (!File.Exists(truth))
            {
                continue;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(truth));
            var blocks = json.RootElement.GetProperty("blocks").EnumerateArray().Select(Block.Of).ToList();
            foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            {
                var galley = Galley.Of(new SourceFile(file, File.ReadAllBytes(file)));
                texts.Add(new LabelledText(Path.GetFileName(folder), galley, Label(galley, blocks)));
            }
        }

        return texts;
    }

    /// <summary>F1 of the paragraph starts among the lines that are known.</summary>
    public double Measure(ParagraphWeights weights)
    {
        int hits = 0, wrong = 0, missed = 0;
        var starts = ParagraphDivider.Divide(_galley, weights).Select(group => group.First).ToHashSet();
        for (var i = 1; i < _begins.Length; i++)
        {
            hits += _begins[i] == true && starts.Contains(i) ? 1 : 0;
            wrong += _begins[i] == false && starts.Contains(i) ? 1 : 0;
            missed += _begins[i] == true && !starts.Contains(i) ? 1 : 0;
        }

        return hits == 0 ? wrong + missed == 0 ? 1 : 0 : 2.0 * hits / ((2 * hits) + wrong + missed);
    }

    /// <summary>Finds the blocks of the truth in the text, one after the other, by the letters they begin and end with.</summary>
    private static bool?[] Label(Galley galley, List<Block> blocks)
    {
        var text = galley.Clean.Text;
        var letters = new System.Text.StringBuilder();
        var lineOf = new List<int>();
        var firstOf = new int[galley.FlowLines.Count];
        for (var i = 0; i < galley.FlowLines.Count; i++)
        {
            firstOf[i] = letters.Length;
            letters.Append(Letters(galley.FlowLines[i].In(text)));
            while (lineOf.Count < letters.Length)
            {
                lineOf.Add(i);
            }
        }

        var stream = letters.ToString();
        var begins = new bool?[galley.FlowLines.Count];
        var at = 0;
        foreach (var block in blocks)
        {
            var key = block.Letters[..Math.Min(KeyLength, block.Letters.Length)];
            var start = key.Length < LeastKey ? -1 : stream.IndexOf(key, at, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            var line = lineOf[start];
            if (firstOf[line] == start)
            {
                begins[line] = true;
            }

            var tail = block.Letters[^key.Length..];
            var end = stream.IndexOf(tail, start, Math.Min(stream.Length - start, block.Letters.Length + (2 * KeyLength)), StringComparison.Ordinal);
            if (end >= 0)
            {
                at = end + tail.Length;
                for (var inside = line + 1; inside <= lineOf[at - 1]; inside++)
                {
                    // Lines that the author broke, and the rows of tables, are nothing that the model is about.
                    begins[inside] ??= block.IsRow || block.Breaks.Contains(firstOf[inside] - start) ? null : false;
                }

                if (block.IsRow)
                {
                    begins[line] = null;
                }
            }
        }

        return begins;
    }

    /// <summary>A block of the truth.</summary>
    /// <param name="Letters">Its letters.</param>
    /// <param name="Breaks">How many of them stand before each line break of its own.</param>
    /// <param name="IsRow">True for the row of a table.</param>
    private sealed record Block(string Letters, HashSet<int> Breaks, bool IsRow)
    {
        public static Block Of(JsonElement block)
        {
            var text = block.GetProperty("text").GetString()!;
            var breaks = new HashSet<int>();
            for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            {
                breaks.Add(LabelledText.Letters(text.AsSpan(0, at)).Length);
            }

            return new Block(LabelledText.Letters(text), breaks, block.GetProperty("kind").GetString() == "table_row");
        }
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
