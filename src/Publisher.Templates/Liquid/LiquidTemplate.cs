using System.Text;
using Publisher.Model;

namespace Publisher.Templates.Liquid;

/// <summary>
/// A text with Liquid fields, parsed once and rendered often; immutable. It knows the part of Liquid that texts need: output with
/// filters, <c>if</c>, <c>unless</c>, <c>case</c>, <c>for</c>, <c>assign</c>, <c>capture</c>, <c>comment</c>, <c>raw</c>.
/// </summary>
/// <remarks>
/// Written for this program because templates are untrusted and editions must not vary: every step and every character counts towards a
/// limit, there is no clock and no file, and values are escaped on output. One thing differs from Liquid elsewhere: a line that holds
/// nothing but tags and empty values leaves no empty line behind, because in Markdown an empty line ends a paragraph.
/// </remarks>
internal sealed class LiquidTemplate
{
    private readonly string _file;
    private readonly IReadOnlyList<LiquidNode> _nodes;

    private LiquidTemplate(string file, IReadOnlyList<LiquidNode> nodes, IReadOnlyList<LiquidField> fields)
    {
        _file = file;
        _nodes = nodes;
        Fields = fields;
    }

    /// <summary>The fields the text names, save those it assigns itself; in the order of the text.</summary>
    public IReadOnlyList<LiquidField> Fields { get; }

    /// <summary>Parses a text.</summary>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="text">Its text, line ends as LF.</param>
    /// <exception cref="PublisherException">A tag is not known or not closed.</exception>
    public static LiquidTemplate Parse(string file, string text)
    {
        var parser = new LiquidParser(file, LiquidTokens.Of(file, text));
        var nodes = parser.ParseAll();
        return new LiquidTemplate(file, nodes, parser.Fields);
    }

    /// <summary>Fills the fields.</summary>
    /// <param name="fields">Values by name: texts, flags, numbers, lists, and further fields.</param>
    /// <param name="escape">Makes the text of a value safe in the text round it.</param>
    /// <exception cref="PublisherException">A limit was reached.</exception>
    public string Render(IReadOnlyDictionary<string, object?> fields, Func<string, string> escape)
    {
        var output = new StringBuilder();
        new LiquidRun(_file, fields, escape).Write(_nodes, output);
        return WithoutEmptyLines(output.ToString());
    }

    private static string WithoutEmptyLines(string text) => text.Contains(LiquidRun.EmptyValue, StringComparison.Ordinal)
        ? string.Join('\n', text.Split('\n')
            .Where(line => !line.Contains(LiquidRun.EmptyValue, StringComparison.Ordinal) || !line.AsSpan().Trim([LiquidRun.EmptyValue, ' ', '\t']).IsEmpty)
            .Select(line => line.Replace(LiquidRun.EmptyValue.ToString(), string.Empty, StringComparison.Ordinal)))
        : text;
}

/// <summary>A field that a text names.</summary>
/// <param name="Name">The first part of the name.</param>
/// <param name="Line">One-based.</param>
internal readonly record struct LiquidField(string Name, int Line);
