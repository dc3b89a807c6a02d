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
/// nothing but tags leaves no empty line behind, because in Markdown an empty line ends a paragraph; nor does a line whose fields are
/// all empty, see <see cref="EmptyFields"/>.
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
    /// <param name="report">Told all that is wrong with it, such as a tag that is not known or not closed; such a field counts for nothing.</param>
    public static LiquidTemplate Parse(string file, string text, Action<PublisherException> report)
    {
        var parser = new LiquidParser(file, LiquidTokens.Of(file, text, report), report);
        var nodes = parser.ParseAll();
        return new LiquidTemplate(file, nodes, parser.Fields);
    }

    /// <summary>Fills the fields.</summary>
    /// <param name="fields">Values by name: texts, flags, numbers, lists, and further fields.</param>
    /// <param name="escape">Makes the text of a value safe in the text round it.</param>
    /// <exception cref="PublisherException">A limit was reached.</exception>
    public string Render(IReadOnlyDictionary<string, object?> fields, Func<string, string> escape) => EmptyFields.Settle(Fill(fields, escape));

    /// <summary>Fills the fields, with the marks of <see cref="EmptyFields"/> where each stands.</summary>
    /// <param name="fields">As for <see cref="Render"/>.</param>
    /// <param name="escape">As for <see cref="Render"/>.</param>
    /// <exception cref="PublisherException">A limit was reached.</exception>
    public string Fill(IReadOnlyDictionary<string, object?> fields, Func<string, string> escape)
    {
        var output = new StringBuilder();
        new LiquidRun(_file, fields, escape).Write(_nodes, output);
        return output.ToString();
    }
}

/// <summary>A field that a text names.</summary>
/// <param name="Path">The name with all its parts, such as <c>contact.name</c>.</param>
/// <param name="Line">One-based.</param>
internal readonly record struct LiquidField(string Path, int Line)
{
    /// <summary>The first part of the name.</summary>
    public string Name => Path.Split('.')[0];
}
