using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Checks;
using Publisher.Templates.Fonts;

namespace Publisher.Tests.Templates;

public sealed class CheckTests
{
    [Theory]
    [InlineData("standard")]
    [InlineData("start")]
    [InlineData("society")]
    [InlineData("plain")]
    [InlineData("campaign")]
    public void A_shipped_template_has_nothing_to_mend(string name)
    {
        var template = TemplateFolder.Load(Path.Combine(TemplateSupport.Shared, name), TemplateSupport.Options);

        Assert.Empty(template.Diagnostics);
        Assert.Empty(FontCheck.Of(template, ["de", "en", "fr"]));
    }

    [Fact]
    public void A_font_that_forbids_embedding_is_an_error() =>
        Assert.Equal((DiagnosticCode.FontNotEmbeddable, DiagnosticSeverity.Error), Assert.Single(FindingsOf(font => Permission(font, 0x0002))));

    [Fact]
    public void A_font_that_must_be_embedded_whole_is_doubtful() =>
        Assert.Equal((DiagnosticCode.FontNotEmbeddable, DiagnosticSeverity.Warning), Assert.Single(FindingsOf(font => Permission(font, 0x0100))));

    [Fact]
    public void What_is_no_font_is_an_error() =>
        Assert.Equal((DiagnosticCode.FontMissing, DiagnosticSeverity.Error), Assert.Single(FindingsOf(_ => "no font"u8.ToArray())));

    [Fact]
    public void A_font_cut_anywhere_is_examined_all_the_same()
    {
        var whole = BodyFont().Content.ToArray();

        Assert.All(Enumerable.Range(0, 40), i => FindingsOf(font => font[..(whole.Length * i / 40)]));
    }

    [Theory]
    [InlineData("The members of the council have said that this is the end of it.", "de", "en")]
    [InlineData("Le conseil est dans la ville et les membres sont pour une solution.", "de", "fr")]
    [InlineData("Der Rat hat nicht mit den Mitgliedern gesprochen, und das ist auch für ihn zu wenig.", "en", "de")]
    [InlineData("Der Bericht „The State of the Union“ ist da.", "de", null)]
    [InlineData("The members of the council have said that this is the end of it.", "it", null)]
    public void A_passage_in_another_language_is_recognised_by_its_small_words(string text, string stated, string? guess) =>
        Assert.Equal(guess, LanguageGuess.Of(text, stated));

    [Fact]
    public void A_passage_marked_as_another_language_is_left_alone()
    {
        var text = new Text("The members of the council have said that this is the end of it.");
        var document = Document.Empty with { Metadata = new Metadata { Language = "de" } };

        Assert.Contains(DiagnosticCode.LanguageChangeUnmarked, CodesOf(document with { Blocks = [new Paragraph([text])] }));
        Assert.DoesNotContain(DiagnosticCode.LanguageChangeUnmarked, CodesOf(document with { Blocks = [new Paragraph([new LanguageSpan("en", [text])])] }));
    }

    [Fact]
    public void A_skipped_heading_level_is_named() => Assert.Contains(
        DiagnosticCode.HeadingLevelSkipped,
        CodesOf(Document.Empty with { Blocks = [new Heading(1, [new Text("Eins")]), new Heading(3, [new Text("Drei")])] }));

    [Fact]
    public void Where_the_house_has_a_name_a_statement_need_not_say_who_speaks()
    {
        var document = Document.Empty with { Blocks = [new Paragraph([new Text("Ein Absatz.")])] };

        Assert.Contains(DocumentCheck.Of(document), finding => finding.Message.Contains("organisation", StringComparison.Ordinal));
        Assert.DoesNotContain(DocumentCheck.Of(document, "Haus"), finding => finding.Message.Contains("organisation", StringComparison.Ordinal));
    }

    private static DiagnosticCode[] CodesOf(Document document) => DocumentCheck.Of(document).Select(finding => finding.Code).ToArray();

    private static FontFile BodyFont() => TemplateSupport.Standard.Fonts.First(font => font.Family == "Source Serif 4");

    private static (DiagnosticCode Code, DiagnosticSeverity Severity)[] FindingsOf(Func<byte[], byte[]> change)
    {
        var font = BodyFont();
        var changed = font with { Load = () => change(font.Content.ToArray()) };
        return FontCheck.Of(TemplateSupport.Standard with { Fonts = [changed] }, ["de"]).Select(finding => (finding.Code, finding.Severity)).ToArray();
    }

    /// <summary>Sets fsType of the table "OS/2".</summary>
    private static byte[] Permission(byte[] font, ushort bits)
    {
        var record = font.AsSpan().IndexOf("OS/2"u8);
        var table = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(record + 8));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(table + 8), bits);
        return font;
    }
}
