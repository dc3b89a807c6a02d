using Publisher.Editions;
using Publisher.Tests.Editions.Html;
using Publisher.Tests.Support;
using UglyToad.PdfPig;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>How pages look, beside pictures that somebody has looked at and approved (<see cref="ApprovedPicture"/> says how).</summary>
public sealed class ApprovedPageTests
{
    // Small files in which each line of text is still seen.
    private const int DotsPerInch = 50;

    [Theory]
    [InlineData("seed")]
    [InlineData("everything")]
    [InlineData("vectors")]
    public void The_pages_look_as_approved(string name)
    {
        var template = SamplePages.Shipped;
        var document = name switch
        {
            "seed" => SamplePages.Seed,
            "vectors" => SvgSample.Statement,
            _ => EverythingStatement.Document,
        };
        var edition = template.Editions.First(e => e.Format == "pdf") with { Contents = name == "everything" };
        var file = EditionCatalog.For("pdf")!.Render(new EditionRequest(document, template, edition)).Content.ToArray();
        using var pdf = PdfDocument.Open(file);

        for (var page = 1; page <= pdf.NumberOfPages; page++)
            ApprovedPicture.Check("Pdf", $"{name}-{page}.png", DrawnPage.PngOf(file, page, DotsPerInch));
    }
}
