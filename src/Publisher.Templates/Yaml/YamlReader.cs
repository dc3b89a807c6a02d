using System.Buffers;
using Publisher.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publisher.Templates.Yaml;

/// <summary>Reads a YAML file into nodes that know their lines (YAML 1.2, one document, text keys).</summary>
internal sealed class YamlReader
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // Our files nest five levels; a limit keeps hostile ones from exhausting the stack.
    private const int MaximumDepth = 32;

    private readonly string _file;
    private readonly string[] _lines;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private int _line = 1;

    private YamlReader(string file, string text)
    {
        _file = file;
        _lines = text.Split('\n');
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file that holds keys with values.</summary>
    /// <param name="file">Its name for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="PublisherException">It is not YAML, or holds something else.</exception>
    public static YamlMap Read(string file, string text)
    {
        var reader = new YamlReader(file, text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            throw reader.BareColour((int)e.Start.Line, e) ?? new PublisherException(
                file,
                reader.LineOf(e),
                $"This is not valid YAML: {Reason(e.Message)}",
                "Check colons, quotation marks and indentation at this place; tabs are not allowed.",
                e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet 18.1 fails in these ways on some broken files, such as a flow mapping that is not closed.
            throw reader.BareColour(int.MaxValue, e) ?? new PublisherException(
                file, reader._line, "This is not valid YAML.", "Check colons, brackets, quotation marks and indentation at this place or above it.", e);
        }
    }

    private YamlMap ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return new YamlMap([], 1);
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out var next))
        {
            throw Refusal((int)_parser.Current!.Start.Line, "A second YAML document begins here.", "Remove the line of three hyphens.");
        }

        return root switch
        {
            YamlMap map => map,
            YamlText { IsNull: true } => new YamlMap([], 1),
            _ => throw Refusal(root.Line, "Keys with values are expected here.", "Write \"key: value\" lines."),
        };
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _parser.Current!;
        var line = (int)start.Start.Line;
        _line = line;
        if (depth > MaximumDepth)
        {
            throw Refusal(line, $"This is nested more than {MaximumDepth} levels deep.", "Use fewer levels.");
        }

        switch (start)
        {
            case Scalar scalar:
                _parser.MoveNext();
                var isNull = scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null";
                return Remember(scalar.Anchor, new YamlText(scalar.Value, isNull, line));
            case SequenceStart sequence:
                return Remember(sequence.Anchor, ReadList(line, depth));
            case MappingStart mapping:
                return Remember(mapping.Anchor, ReadMap(line, depth));
            case AnchorAlias alias when _anchors.TryGetValue(alias.Value, out var node):
                _parser.MoveNext();
                return node;
            default:
                throw Refusal(line, "This part of YAML is not understood here.", "Write plain keys, values and lists.");
        }
    }

    private YamlList ReadList(int line, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlList(items, line);
    }

    private YamlMap ReadMap(int line, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var (keyLine, keyEnd) = ((int)_parser.Current!.Start.Line, _parser.Current.End);
            if (ReadNode(depth + 1) is not YamlText key)
            {
                throw Refusal(keyLine, "A key must be a plain text.", "Write \"key: value\".");
            }

            if (!keys.Add(key.Value))
            {
                throw Refusal(keyLine, $"The key \"{key.Value}\" stands here twice.", "Remove one of the two.");
            }

            var value = ReadNode(depth + 1);
            entries.Add(new YamlEntry(key.Value, value is YamlText { IsNull: true } nothing ? nothing with { Note = NoteBehind(keyEnd) } : value, keyLine));
        }

        return new YamlMap(entries, line);
    }

    private YamlNode Remember(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private PublisherException Refusal(int line, string problem, string remedy) => new(_file, line, problem, remedy);

    /// <summary>The note that stands behind a key in its line; null if something else does, or nothing.</summary>
    private string? NoteBehind(Mark keyEnd)
    {
        var line = (int)keyEnd.Line <= _lines.Length ? _lines[(int)keyEnd.Line - 1] : string.Empty;
        var rest = line.AsSpan(Math.Min((int)keyEnd.Column - 1, line.Length)).Trim();
        return rest is [':', .. var behind] && behind.Trim() is ['#', ..] and var note ? note.ToString() : null;
    }

    /// <summary>Says that a colour among braces is not in quotation marks: it hides the brace that closes them. Null if there is none.</summary>
    private PublisherException? BareColour(int lastLine, Exception cause)
    {
        for (var line = Math.Min(lastLine, _lines.Length); line > 0; line--)
        {
            if (BareColourIn(_lines[line - 1]) is { } colour)
            {
                return new PublisherException(
                    _file,
                    line,
                    "A colour stands here without quotation marks, and the sign # begins a note.",
                    $"Write \"{colour}\" with its quotation marks.",
                    cause);
            }
        }

        return null;
    }

    private static string? BareColourIn(string line)
    {
        var at = line.IndexOf('#', StringComparison.Ordinal);
        var before = at < 0 ? [] : line.AsSpan(0, at);
        if (before.IndexOfAny('{', '[') < 0 || before.IndexOfAny('"', '\'') >= 0 || !before.EndsWith(' ') || before.TrimEnd() is not [.., ':' or ',' or '['])
        {
            return null;
        }

        var length = 1 + line.AsSpan(at + 1).IndexOfAnyExcept(HexDigits);
        var colour = length == 0 ? line[at..] : line.Substring(at, length);
        return Colour.TryParse(colour, out _) ? colour : null;
    }

    /// <summary>The line to look at. A tab is reported at the line before; the line that has it says more.</summary>
    private int LineOf(YamlException exception)
    {
        var tab = exception.Message.Contains("tab", StringComparison.Ordinal)
            ? Array.FindIndex(_lines, line => line.AsSpan()[..^line.AsSpan().TrimStart().Length].Contains('\t'))
            : -1;
        return tab >= 0 ? tab + 1 : (int)exception.Start.Line;
    }

    private static string Reason(string message) => message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
