using System.Text;
using CsCheck;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Model.Json;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Model;

public sealed class DocumentJsonTests
{
    [Fact]
    public void What_is_written_reads_back_equal() =>
        Gen.Select(Arbitrary.Document, Arbitrary.Change.Array[0, 3], Arbitrary.Diagnostic.Array[0, 3], Arbitrary.Span, (document, changes, diagnostics, span) =>
                document with
                {
                    Changes = [.. changes],
                    Diagnostics = [.. diagnostics],
                    Blocks = document.Blocks.Select(block => block with { Span = span }).ToValueList(),
                })
            .Sample(document => DocumentJson.Read(DocumentJson.Write(document)) == document);

    [Fact]
    public void Any_string_survives() =>
        Gen.String.Sample(text =>
        {
            var document = Doc(P(text));

            // A lone surrogate is no text; JSON has no form for it, and sources never let one in.
            return HasLoneSurrogate(text) || DocumentJson.Read(DocumentJson.Write(document)) == document;
        });

    [Fact]
    public void A_placeholder_of_a_template_survives()
    {
        var document = Doc(P(T("Seite "), new Placeholder(PlaceholderKind.Page), T(" von "), new Placeholder(PlaceholderKind.Pages)));

        Assert.Equal(document, DocumentJson.Read(DocumentJson.Write(document)));
    }

    [Fact]
    public void Umlauts_and_quotation_marks_stay_readable()
    {
        var json = Encoding.UTF8.GetString(DocumentJson.Write(Doc(P("„Grüße“"))));

        Assert.Contains("„Grüße“", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\n\"version\": 2, \"document\": {}}", 0)]
    [InlineData("{\n\"version\": 1,\n\"document\": {\"blocks\": [{\"type\": \"poem\"}]}}", 3)]
    [InlineData("{\n\"version\": 1,\n\"document\": {\n\"heading\": 1}}", 4)]
    [InlineData("null", 0)]
    public void What_is_not_of_this_form_is_refused_with_its_line(string json, int line)
    {
        var refusal = Assert.Throws<PublisherException>(() => DocumentJson.Read(Encoding.UTF8.GetBytes(json), "statement.json"));

        Assert.Equal("statement.json", refusal.File);
        Assert.Equal(line, refusal.Line);
    }

    private static bool HasLoneSurrogate(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) != text;
}
