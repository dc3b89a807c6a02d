using Publisher.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publisher.Templates.Yaml;

/// <summary>Reads a YAML file into nodes that know their lines (YAML 1.2, one document, text keys).</summary>
internal sealed class YamlReader
{
    // Our files nest five levels; a limit keeps hostile ones from exhausting the stack.
    private const int MaximumDepth = 32;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private int _line = 1;

    private YamlReader(string file, string text)
    {
        _file = file;
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
            throw new PublisherException(
                file,
                LineOf(e, text),
                $"This is not valid YAML: {Reason(e.Message)}",
                "Check colons, quotation marks and indentation at this place; tabs are not allowed.",
                e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // YamlDotNet 18.1 fails in these ways on some broken files, such as a flow mapping that is not closed.
            throw new PublisherException(
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
            var keyLine = (int)_parser.Current!.Start.Line;
            if (ReadNode(depth + 1) is not YamlText key)
            {
                throw Refusal(keyLine, "A key must be a plain text.", "Write \"key: value\".");
            }

            if (!keys.Add(key.Value))
            {
                throw Refusal(keyLine, $"The key \"{key.Value}\" stands here twice.", "Remove one of the two.");
            }

            entries.Add(new YamlEntry(key.Value, ReadNode(depth + 1), keyLine));
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

    /// <summary>The line to look at. A tab is reported at the line before; the line that has it says more.</summary>
    private static int LineOf(YamlException exception, string text)
    {
        var lines = text.Split('\n');
        var tab = exception.Message.Contains("tab", StringComparison.Ordinal)
            ? Array.FindIndex(lines, line => line.AsSpan()[..^line.AsSpan().TrimStart().Length].Contains('\t'))
            : -1;
        return tab >= 0 ? tab + 1 : (int)exception.Start.Line;
    }

    private static string Reason(string message) => message.ReplaceLineEndings(" ").TrimEnd('.') + ".";
}
