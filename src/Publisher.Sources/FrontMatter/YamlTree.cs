using Publisher.Model;
using Publisher.Sources.Decoding;
using YamlDotNet.Core;
using Events = YamlDotNet.Core.Events;

namespace Publisher.Sources.FrontMatter;

/// <summary>
/// Reads YAML that a stranger wrote into a small tree. Anchors and aliases are refused, since metadata needs none and they are how a
/// few lines become gigabytes.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Metadata are a page at most; 64 Ki characters leave room for a long summary in each of many languages.</summary>
    private const int LongestText = 65_536;

    /// <summary>The deepest key there is, <c>contact: address: - line</c>, has depth 3.</summary>
    private const int DeepestNode = 16;

    private readonly SourceText _source;
    private readonly int _start;
    private readonly Parser _parser;

    private YamlTree(SourceText source, int start, int end)
    {
        _source = source;
        _start = start;
        _parser = new Parser(new StringReader(source.Text[start..end]));
    }

    /// <summary>Reads the YAML between two offsets of a text; null if there is nothing but white space and comments.</summary>
    /// <exception cref="PublisherException">It is not YAML, or larger, deeper or more entangled than metadata ever are.</exception>
    public static YamlNode? Read(SourceText source, int start, int end)
    {
        if (end - start > LongestText)
        {
            throw Refusal(source, start, $"The metadata are longer than {LongestText} characters.", "Move the text below the metadata.");
        }

        var tree = new YamlTree(source, start, end);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException e)
        {
            throw Refusal(source, tree.OffsetOf(e.Start), $"The metadata are not valid YAML: {Sentence(e)}", "Correct the line; a text with a colon or a quotation mark needs quotation marks round it.", e);
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<Events.StreamStart>();
        if (_parser.TryConsume<Events.StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<Events.DocumentStart>();
        var node = ReadNode(depth: 1);
        _parser.Consume<Events.DocumentEnd>();
        return _parser.TryConsume<Events.StreamEnd>(out _)
            ? node
            : throw Refusal(_parser.Current!, "There is a second YAML document.", "Put all keys into the first.");
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Consume<Events.ParsingEvent>();
        if (current is Events.AnchorAlias || (current is Events.NodeEvent node && !node.Anchor.IsEmpty))
        {
            throw Refusal(current, "The metadata use a YAML anchor or alias.", "Write the value out.");
        }

        if (depth > DeepestNode)
        {
            throw Refusal(current, $"The metadata are nested deeper than {DeepestNode} levels.", "Write them flat.");
        }

        return current switch
        {
            Events.Scalar scalar => Scalar(scalar),
            Events.SequenceStart start => Sequence(start, depth),
            Events.MappingStart start => Mapping(start, depth),
            _ => throw Refusal(current, "The metadata are not valid YAML.", "Correct the line."),
        };
    }

    private YamlScalar Scalar(Events.Scalar scalar) => new(
        scalar.Value,
        scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" },
        SpanOf(scalar.Start, scalar.End));

    private YamlSequence Sequence(Events.SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (_parser.Current is not Events.SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items.ToValueList(), SpanOf(start.Start, _parser.Consume<Events.SequenceEnd>().End));
    }

    private YamlMapping Mapping(Events.MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        while (_parser.Current is not Events.MappingEnd)
        {
            var at = _parser.Current!;
            var key = ReadNode(depth + 1) as YamlScalar ?? throw Refusal(at, "A key of the metadata is not a word.", "Write \"key: value\".");
            entries.Add(new YamlEntry(key, ReadNode(depth + 1)));
        }

        return new YamlMapping(entries.ToValueList(), SpanOf(start.Start, _parser.Consume<Events.MappingEnd>().End));
    }

    private SourceSpan SpanOf(Mark start, Mark end) =>
        _source.Span(OffsetOf(start), OffsetOf(end) - OffsetOf(start));

    private int OffsetOf(Mark mark) => Math.Min(_start + (int)mark.Index, _source.Text.Length);

    private PublisherException Refusal(Events.ParsingEvent at, string problem, string remedy) =>
        Refusal(_source, OffsetOf(at.Start), problem, remedy);

    private static PublisherException Refusal(SourceText source, int offset, string problem, string remedy, Exception? cause = null) =>
        new(source.FileName, source.Span(offset, 0).Line, problem, remedy, cause);

    private static string Sentence(YamlException e) => e.Message.TrimEnd('.', ' ') + ".";
}
