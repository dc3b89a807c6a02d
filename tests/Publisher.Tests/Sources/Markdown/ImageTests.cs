using System.Text;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.Images;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Sources.Markdown;

public sealed class ImageTests
{
    [Fact]
    public void An_image_alone_is_a_figure_with_its_title_as_caption()
    {
        var document = Md.Read("![Ein *Baum*](baum.png \"Im Park\")", Beside);

        Assert.Empty(document.Diagnostics);
        Assert.Equal([Fig("baum.png", "Ein Baum", "Im Park")], Unplaced.Of(document.Blocks));
        Assert.Equal([new Resource("baum.png", "image/png", ValueList.Create(Picture.Png))], document.Resources);
    }

    [Fact]
    public void An_image_in_a_line_stays_there()
    {
        var document = Md.Read("Das ![Blatt](baum.png) und ![Blatt](baum.png) sind eins.", Beside);

        Assert.Equal(
            [P(T("Das "), new Image("baum.png", "Blatt"), T(" und "), new Image("baum.png", "Blatt"), T(" sind eins."))],
            Unplaced.Of(document.Blocks));
        Assert.Single(document.Resources);
    }

    [Fact]
    public void An_escaped_name_is_found() =>
        Assert.Single(Md.Read("![Blatt](gro%C3%9Fer%20baum.png)", name => name == "großer baum.png" ? Picture.Png : (ReadOnlyMemory<byte>?)null).Resources);

    [Fact]
    public void Missing_alternative_text_is_reported()
    {
        var document = Md.Read("![](baum.png)", Beside);

        Md.Diagnostic(document, DiagnosticCode.AlternativeTextMissing);
        Assert.Equal([Fig("baum.png", null)], Unplaced.Of(document.Blocks));
    }

    [Fact]
    public void A_decorative_image_needs_none()
    {
        var document = Md.Read("![](baum.png){.decorative}", Beside);

        Assert.Empty(document.Diagnostics);
        Assert.Equal([Fig("baum.png", "")], Unplaced.Of(document.Blocks));
    }

    [Theory]
    [InlineData("fehlt.png")]
    [InlineData("https://example.org/baum.png")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("/etc/passwd")]
    [InlineData("statement.md")]
    public void An_image_that_cannot_be_shown_is_reported_and_its_alternative_text_kept(string address)
    {
        var document = Md.Read($"![Ein Baum]({address})", name => name == "statement.md" ? "# Text"u8.ToArray() : Beside(name));

        Md.Diagnostic(document, DiagnosticCode.ImageUnavailable);
        Assert.Equal([Fig(address, "Ein Baum")], Unplaced.Of(document.Blocks));
        Assert.Empty(document.Resources);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?>\n<!-- c -->\n<svg/>", "image/svg+xml")]
    [InlineData("<!DOCTYPE html><html><svg/></html>", null)]
    [InlineData("GIF89a...", "image/gif")]
    [InlineData("GIF80a...", null)]
    [InlineData("RIFF....WEBPVP8 ", "image/webp")]
    [InlineData("", null)]
    public void The_kind_of_an_image_is_told_by_its_bytes(string content, string? mediaType) =>
        Assert.Equal(mediaType, MediaType.Of(Encoding.ASCII.GetBytes(content)));

    private static ReadOnlyMemory<byte>? Beside(string name) => name == "baum.png" ? Picture.Png : (ReadOnlyMemory<byte>?)null;
}
