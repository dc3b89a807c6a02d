using System.Globalization;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Files;
using Publisher.Templates.Styles;

namespace Publisher.Templates.Yaml;

/// <summary>
/// Reads the keys of one map. Asking for a key makes it known, and <see cref="Close"/> names the keys nobody asked for; so ask for
/// every key, whatever the others say. A value of the wrong form is an error in the log and counts as absent.
/// </summary>
internal sealed class YamlSection
{
    // Larger type fits no sheet, and Word takes no more than 1638 pt.
    private const double MostPoints = 400;

    private readonly YamlMap _map;
    private readonly string _file;
    private readonly TemplateLog _log;
    private readonly List<string> _known = [];

    public YamlSection(YamlMap map, string file, TemplateLog log)
    {
        _map = map;
        _file = file;
        _log = log;
    }

    /// <summary>The line of the section.</summary>
    public Place Place => new(_file, _map.Line);

    /// <summary>All keys with their values.</summary>
    public IReadOnlyList<YamlEntry> Entries => _map.Entries;

    /// <summary>The log of the file.</summary>
    public TemplateLog Log => _log;

    /// <summary>The place of a node of this file.</summary>
    public Place At(YamlNode node) => new(_file, node.Line);

    /// <summary>The place of a key; the section's own if the key is absent.</summary>
    public Place At(string key) => Find(key) is { } entry ? new Place(_file, entry.Line) : Place;

    /// <summary>The value of a key as it stands; null if absent.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        switch (Find(key)?.Value)
        {
            case YamlText { IsNull: true, Note: { } note } when Colour.TryParse(note.Split(' ')[0], out _):
                _log.Warn(
                    DiagnosticCode.TemplateValueInvalid,
                    At(key),
                    $"Nothing stands behind \"{key}\", for the sign # begins a note.",
                    $"Write \"{note.Split(' ')[0]}\" with its quotation marks.");
                return null;
            case YamlText { IsNull: true }:
                return null;
            case var value:
                return value;
        }
    }

    /// <summary>A text.</summary>
    public string? Text(string key) => Node(key) switch
    {
        null => Nothing(key),
        YamlText text => text.Value,
        var other => Wrong<string>(other, key, "a text"),
    };

    /// <summary>True or false.</summary>
    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" or "yes" => true,
        "false" or "no" => false,
        var other => Wrong(key, other, "true or false", default(bool?)),
    };

    /// <summary>A whole number in a range.</summary>
    public int? Number(string key, int least, int most)
    {
        var text = Text(key);
        return text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : Wrong(key, text, $"a whole number from {least} to {most}", default(int?));
    }

    /// <summary>A number in a range.</summary>
    public double? Decimal(string key, double least, double most)
    {
        var text = Text(key);
        return text is null ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : Wrong(key, text, $"a number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}", default(double?));
    }

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(string key, params (string Word, T Value)[] choices)
        where T : struct
    {
        var text = Text(key);
        if (text is null)
        {
            return null;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        var words = choices.Select(choice => choice.Word).ToArray();
        _log.Error(At(key), $"\"{text}\" is not a value of {key}.", Spelling.Advice(text, words));
        return null;
    }

    /// <summary>A length that needs no context, such as <c>25 mm</c>.</summary>
    public Length? Length(string key) =>
        Measure(key, measure => measure.Unit == MeasureUnit.Points, "a length on paper such as 25 mm, 2.5 cm, 1 in or 12 pt") is { } measure
            ? Templates.Length.FromPoints(measure.Value)
            : null;

    /// <summary>A distance on paper or in proportion to type; zero or more, for Word knows no negative space between paragraphs.</summary>
    public Measure? Distance(string key) =>
        Measure(key, measure => IsDistance(measure) && measure.Value >= 0, "a distance of zero or more with its unit, such as 12 pt, 5 mm, 1.5 em or 0.5 line");

    /// <summary>A distance that may be negative, such as the indent of a first line that hangs.</summary>
    public Measure? Shift(string key) => Measure(key, IsDistance, "a distance with its unit, such as 12 pt, 5 mm, -1.5 em or 0.5 line");

    /// <summary>The distance of lines: greater than zero; a bare number is a multiple of the type's size.</summary>
    public Measure? Leading(string key) => Measure(
        key,
        measure => measure is { Value: > 0, Unit: not MeasureUnit.Steps },
        "a multiple of the type's size such as 1.4, or a distance with its unit such as 16 pt");

    /// <summary>
    /// The size of type, also as a step on the scale. A bare number is refused: whoever writes 24 means points, and 24 times the running text
    /// fits no page.
    /// </summary>
    public Measure? TypeSize(string key) => Measure(
        key,
        measure => measure.Unit == MeasureUnit.Steps || (measure is { Value: > 0, Unit: not MeasureUnit.Factor } && measure.Value <= MostPoints),
        "a size with its unit, such as 11 pt, +2 steps or 1.2 em");

    /// <summary>Keys with values below a key.</summary>
    public YamlSection? Section(string key) => Node(key) switch
    {
        null => null,
        YamlMap map => new YamlSection(map, _file, _log),
        var other => Wrong<YamlSection>(other, key, "keys with values"),
    };

    /// <summary>A list; one value alone counts as a list of one. Empty if absent.</summary>
    public IReadOnlyList<YamlNode> List(string key) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        var other => [other],
    };

    /// <summary>A list of texts.</summary>
    public IEnumerable<string> Texts(string key) =>
        List(key).Select(node => node is YamlText text ? text.Value : Wrong<string>(node, key, "a list of texts")).OfType<string>();

    /// <summary>A section of a node that is a map.</summary>
    public YamlSection Of(YamlMap map) => new(map, _file, _log);

    /// <summary>Makes keys known that are valid but not used here, and says so where they stand.</summary>
    public void NotUsed(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Node(key) is not null)
            {
                _log.Note(DiagnosticCode.BrandKeyUnused, At(key), $"\"{key}\" is not used by Publisher.", "It may stay for other tools.");
            }
        }
    }

    /// <summary>Names the keys nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in _map.Entries)
        {
            if (!_known.Contains(entry.Key))
            {
                _log.Warn(
                    DiagnosticCode.TemplateKeyUnknown,
                    new Place(_file, entry.Line),
                    $"The key \"{entry.Key}\" is not known here and has no effect.",
                    Spelling.Advice(entry.Key, _known.Distinct(StringComparer.Ordinal).ToArray()));
            }
        }
    }

    /// <summary>Says that a node has the wrong form.</summary>
    /// <returns>Null, for use in an expression.</returns>
    public T? Wrong<T>(YamlNode node, string key, string expected)
        where T : class
    {
        _log.Error(At(node), $"The value of \"{key}\" has the wrong form.", $"Write {expected}.");
        return null;
    }

    private T Wrong<T>(string key, string text, string expected, T absent)
    {
        _log.Error(At(key), $"\"{text}\" is not a value of {key}.", $"Write {expected}.");
        return absent;
    }

    private static bool IsDistance(Measure measure) => measure.Unit is not (MeasureUnit.Steps or MeasureUnit.Factor);

    private Measure? Measure(string key, Func<Measure, bool> fits, string expected)
    {
        var text = Text(key);
        return text is null ? null
            : Styles.Measure.TryParse(text, out var measure) && fits(measure) ? measure
            : Wrong(key, text, expected, default(Measure?));
    }

    /// <summary>Says that a key has no value, where one was begun.</summary>
    /// <returns>Null, for use in an expression.</returns>
    private string? Nothing(string key)
    {
        if (Find(key)?.Value is YamlText { IsNull: true, Value.Length: 0 } nothing && !Colour.TryParse(nothing.Note?.Split(' ')[0] ?? string.Empty, out _))
        {
            _log.Warn(
                DiagnosticCode.TemplateValueInvalid, At(key), $"Nothing stands behind \"{key}\"; it has no effect.", "Write a value behind it, or remove the line.");
        }

        return null;
    }

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key == key);
}
