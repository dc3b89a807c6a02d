using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Decoding;

namespace Publisher.Sources.FrontMatter;

/// <summary>
/// Reads the metadata of a statement: YAML between <c>---</c> lines at the top of its text, and in the side-car beside it.
/// </summary>
internal static class FrontMatterReader
{
    /// <summary>Reads both; each key that the front matter states replaces that of the side-car.</summary>
    /// <exception cref="PublisherException">One of them is not valid YAML, or is larger or deeper than metadata ever are.</exception>
    public static StatedMetadata Read(SourceFile file, SourceText text)
    {
        var diagnostics = new List<Diagnostic>();
        var facts = Metadata.Empty;
        if (file.SideCar is { } sideCar)
        {
            var yaml = UnicodeDecoder.Decode(sideCar);
            facts = Apply(facts, YamlTree.Read(yaml, 0, yaml.Text.Length), yaml, new FactReader(sideCar.Name, sideCar.Name, diagnostics));
        }

        var (start, end, textOffset) = Find(text.Text);
        if (textOffset > 0)
        {
            facts = Apply(facts, YamlTree.Read(text, start, end), text, new FactReader(file: null, text.FileName, diagnostics));
        }

        return new StatedMetadata(facts, diagnostics.ToValueList(), textOffset);
    }

    private static Metadata Apply(Metadata facts, YamlNode? node, SourceText source, FactReader read) => node switch
    {
        null or YamlScalar { IsNull: true } => facts,
        YamlMapping mapping => read.Apply(facts, mapping, MetadataKeys.All),
        _ => throw new PublisherException(source.FileName, node.Span.Line, "The metadata are not keys with values.", "Write \"key: value\", a line for each."),
    };

    /// <summary>
    /// Finds front matter: a first line <c>---</c>, below it (empty lines and comments aside) a line that begins with a key and a colon,
    /// and a closing line <c>---</c> or <c>...</c>. Anything else is text, such as a rule at the top.
    /// </summary>
    private static (int Start, int End, int TextOffset) Find(string text)
    {
        var lines = new LineCursor(text);
        if (!lines.Next() || !lines.Current.TrimEnd().SequenceEqual("---"))
        {
            return default;
        }

        var start = lines.NextOffset;
        var keySeen = false;
        while (lines.Next())
        {
            var line = lines.Current.TrimEnd();
            if (line is "---" or "...")
            {
                return (start, lines.Offset, lines.NextOffset);
            }

            if (!keySeen && !line.IsEmpty && line[0] != '#')
            {
                keySeen = BeginsWithKey(line);
                if (!keySeen)
                {
                    return default;
                }
            }
        }

        return default;
    }

    private static bool BeginsWithKey(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] != ' '))
        {
            return false;
        }

        foreach (var c in line[..colon])
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or ' ' or '"' or '\''))
            {
                return false;
            }
        }

        return true;
    }

    private ref struct LineCursor(string text)
    {
        public int Offset { get; private set; }

        public int NextOffset { get; private set; }

        public ReadOnlySpan<char> Current { get; private set; }

        public bool Next()
        {
            if (NextOffset >= text.Length)
            {
                return false;
            }

            Offset = NextOffset;
            var rest = text.AsSpan(Offset);
            var length = rest.IndexOfAny('\r', '\n');
            Current = length < 0 ? rest : rest[..length];
            NextOffset = length < 0
                ? text.Length
                : Offset + length + (rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n' ? 2 : 1);
            return true;
        }
    }
}
