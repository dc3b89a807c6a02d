using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;

namespace Publisher.Sources.FrontMatter;

/// <summary>Reads the values of one metadata file; a value of the wrong form is reported and counts as not stated.</summary>
/// <param name="file">Name of the side-car; null for front matter, whose places count in the statement itself.</param>
/// <param name="fileName">Name of the file they stand in, for refusals.</param>
/// <param name="diagnostics">Where reports go.</param>
internal sealed class FactReader(string? file, string fileName, List<Diagnostic> diagnostics)
{
    /// <summary>Text on one line, white space collapsed; null if not stated.</summary>
    public string? Text(YamlNode node) => node switch
    {
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar => NullIfEmpty(string.Join(' ', Words(scalar.Value))),
        _ => Wrong<string>(node, "A text is expected here.", "Write it on one line behind the colon, or behind \">\" on several."),
    };

    /// <summary>Text as content of a document; empty if not stated.</summary>
    public ValueList<Inline> Line(YamlNode node) =>
        Text(node) is { } text ? [new Text(text) { Span = file is null ? node.Span : SourceSpan.None }] : [];

    /// <summary>A list of texts, or one text; a text of several lines is an element a line.</summary>
    public ValueList<string> Lines(YamlNode node) => node switch
    {
        YamlSequence sequence => sequence.Items.Select(Text).OfType<string>().ToValueList(),
        YamlScalar { IsNull: false } scalar => scalar.Value.Split('\n').Select(line => string.Join(' ', Words(line))).Where(line => line.Length > 0).ToValueList(),
        YamlScalar => [],
        _ => Wrong<object>(node, "A text or a list of texts is expected here.", "Write \"- text\", a line for each.") is null ? [] : default,
    };

    /// <summary>A list of texts, or one text with commas between its elements.</summary>
    public ValueList<string> Terms(YamlNode node) => node is YamlScalar { IsNull: false } scalar
        ? scalar.Value.Split(',', '\n').Select(term => string.Join(' ', Words(term))).Where(term => term.Length > 0).ToValueList()
        : Lines(node);

    /// <summary>The value as <paramref name="parse"/> understands it; null, and a report, if it does not.</summary>
    public T? Value<T>(YamlNode node, Func<string, T?> parse, string expected, string remedy)
        where T : struct =>
        Text(node) is not { } text ? null : parse(text) ?? WrongValue<T>(node, text, expected, remedy);

    /// <inheritdoc cref="Value{T}(YamlNode, Func{string, T?}, string, string)"/>
    public string? Value(YamlNode node, Func<string, string?> parse, string expected, string remedy)
    {
        if (Text(node) is not { } text)
        {
            return null;
        }

        if (parse(text) is not { } value)
        {
            WrongValue<int>(node, text, expected, remedy);
            return null;
        }

        return value;
    }

    /// <summary>A value that nothing may go out without; null if the key has none.</summary>
    /// <exception cref="PublisherException">It is not understood.</exception>
    public T? Needed<T>(YamlNode node, Func<string, T?> parse, string expected, string remedy)
        where T : struct =>
        Text(node) is not { } text ? null : parse(text) ?? throw new PublisherException(fileName, node.Span.Line, $"\"{text}\" is not {expected}.", remedy);

    /// <summary>Pairs of a mapping whose values are texts.</summary>
    public IEnumerable<(YamlScalar Key, string Value, YamlNode Node)> Pairs(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            if (node is not YamlScalar { IsNull: true })
            {
                Report(DiagnosticCode.InvalidValue, node, "Keys with values are expected here; it was left out.", "Write \"key: value\", a line for each, indented by two spaces.");
            }

            yield break;
        }

        foreach (var entry in (IEnumerable<YamlEntry>)mapping.Entries)
        {
            if (Text(entry.Value) is { } value)
            {
                yield return (entry.Key, value, entry.Value);
            }
        }
    }

    /// <summary>Applies each entry of a mapping by a table of keys; unknown and repeated keys are reported.</summary>
    public T Apply<T>(T facts, YamlMapping mapping, IReadOnlyList<MetadataKey<T>> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var name = MetadataKey.Normalize(entry.Key.Value);
            var key = keys.FirstOrDefault(key => key.Answers(name));
            if (key is null)
            {
                ReportUnknown(entry.Key, keys.SelectMany(key => key.Names));
            }
            else if (!seen.Add(key.Names[0]))
            {
                Report(DiagnosticCode.InvalidValue, entry.Key, $"\"{entry.Key.Value}\" is stated twice; the first counts.", "Delete one of them.");
            }
            else
            {
                facts = key.Apply(facts, entry.Value, this);
            }
        }

        return facts;
    }

    /// <summary>Reports at a node.</summary>
    public void Report(DiagnosticCode code, YamlNode node, string message, string remedy) =>
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, remedy) { Span = node.Span, File = file });

    private void ReportUnknown(YamlScalar key, IEnumerable<string> names)
    {
        var nearest = NearestName.To(MetadataKey.Normalize(key.Value), names);
        if (nearest is MetadataKeys.Embargo or MetadataKeys.Sperrfrist)
        {
            // Left out, a statement would go out too early.
            throw new PublisherException(fileName, key.Span.Line, $"There is no key \"{key.Value}\".", $"Write \"{nearest}\" if that is meant, or delete the line.");
        }

        Report(
            DiagnosticCode.UnknownKey,
            key,
            nearest is null ? $"There is no key \"{key.Value}\"; it was left out." : $"There is no key \"{key.Value}\"; it was left out. The nearest is \"{nearest}\".",
            nearest is null ? "See docs/markdown.md for the keys there are." : $"Write \"{nearest}\" if that is meant.");
    }

    private T? Wrong<T>(YamlNode node, string expected, string remedy)
        where T : class
    {
        Report(DiagnosticCode.InvalidValue, node, expected + " It was left out.", remedy);
        return null;
    }

    private T? WrongValue<T>(YamlNode node, string text, string expected, string remedy)
        where T : struct
    {
        Report(DiagnosticCode.InvalidValue, node, $"\"{text}\" is not {expected}; it was left out.", remedy);
        return null;
    }

    private static string[] Words(string text) => text.Split((char[]?)[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
