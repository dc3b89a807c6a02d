using System.Runtime.InteropServices;
using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Words;

/// <summary>The words of the document that no line end divides: the best witness of how a divided word is spelt.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _compounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly string _text;
    private readonly List<TextLine> _lines;
    private bool _isCollected;

    /// <summary>The words inside lines; the last word of a line and the first of the next count only if no hyphen divides them.</summary>
    public Vocabulary(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How often a word stands in the document; with its hyphens if it has any.</summary>
    public int Count(string word)
    {
        Collect();
        return _words.GetValueOrDefault(word);
    }

    /// <summary>True if the document has a word with a hyphen written just so, capitals and small letters alike.</summary>
    public bool HasCompound(string word)
    {
        Collect();
        return _compounds.Contains(word);
    }

    // PERF: many texts divide no words, and need no witness.
    private void Collect()
    {
        if (_isCollected)
        {
            return;
        }

        _isCollected = true;
        var divided = false;
        foreach (var line in _lines)
        {
            var words = line.In(_text);
            Add(divided ? words[LineWords.FirstWord(words).Length..] : words);
            divided = words.Length > 1 && words[^1] is '-' or '‐' or '\u00AD' && char.IsLetterOrDigit(words[^2]);
        }
    }

    private void Add(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetter(line[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || (line[end] is '-' or '‐' && end + 1 < line.Length && char.IsLetter(line[end + 1]))))
            {
                end++;
            }

            var divided = end == line.Length - 1 && line[end] is '-' or '‐' or '\u00AD';
            if (!divided && end - i <= 64)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_lookup, line[i..end], out _)++;

                // The parts of a compound are words as well.
                var word = line[i..end];
                if (word.Contains('-'))
                {
                    _compounds.Add(word.ToString());
                }

                for (var hyphen = word.IndexOf('-'); hyphen > 0; hyphen = word.IndexOf('-'))
                {
                    Add(word[..hyphen]);
                    word = word[(hyphen + 1)..];
                }
            }

            i = end;
        }
    }
}
