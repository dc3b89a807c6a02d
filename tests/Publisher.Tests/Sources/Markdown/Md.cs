using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources;
using Publisher.Sources.Markdown;
using Publisher.Tests.Support;

namespace Publisher.Tests.Sources.Markdown;

/// <summary>Reads small Markdown texts for tests.</summary>
internal static class Md
{
    /// <summary>Reads a text below a title in German, so that neither is missed.</summary>
    public static Document Read(string text, Func<string, ReadOnlyMemory<byte>?>? neighbour = null) =>
        ReadFile("---\ntitle: Titel\nlanguage: de\n---\n" + text, neighbour);

    /// <summary>Reads a whole file.</summary>
    public static Document ReadFile(string text, Func<string, ReadOnlyMemory<byte>?>? neighbour = null) =>
        new MarkdownSource().Read(new SourceFile("statement.md", Encoding.UTF8.GetBytes(text)) { Neighbour = neighbour ?? (_ => null) });

    /// <summary>The blocks of a text that gives no diagnostics, without their places, so that they compare with built ones.</summary>
    public static ValueList<Block> Blocks(string text)
    {
        var document = Read(text);
        Assert.Empty(document.Diagnostics);
        return Unplaced.Of(document.Blocks);
    }

    /// <summary>The one paragraph of a text that gives no diagnostics.</summary>
    public static ValueList<Inline> Line(string text) => Assert.IsType<Paragraph>(Assert.Single(Blocks(text))).Content;

    /// <summary>The one diagnostic of a document.</summary>
    public static Diagnostic Diagnostic(Document document, DiagnosticCode code)
    {
        var diagnostic = Assert.Single(document.Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        return diagnostic;
    }
}
