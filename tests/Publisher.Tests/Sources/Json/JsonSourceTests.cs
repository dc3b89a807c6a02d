using Publisher.Model;
using Publisher.Model.Json;
using Publisher.Sources;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Sources.Json;

public sealed class JsonSourceTests
{
    [Fact]
    public void A_document_that_was_printed_is_a_source_again()
    {
        var document = Doc(H(1, "Forderungen"), P("Mehr Bäume.")).Titled("Titel").In("de");

        Assert.Equal(document, SourceCatalog.For("a.json")!.Read(new SourceFile("a.json", DocumentJson.Write(document))));
    }

    [Fact]
    public void Other_json_is_refused_with_its_name()
    {
        var refusal = Assert.Throws<PublisherException>(() => SourceCatalog.For("a.JSON")!.Read(new SourceFile("a.JSON", "[]"u8.ToArray())));

        Assert.Equal("a.JSON", refusal.File);
    }
}
