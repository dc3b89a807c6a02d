using System.Text;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Sources;
using Publisher.Sources.PlainText;

namespace Publisher.Tests.Sources.PlainText;

/// <summary>Damaged lists: which marks there are, and whose they are.</summary>
public sealed class ListRecoveryTests
{
    private const string Body = """
        Die Stadt braucht eine Straße, auf der Kinder sicher zur Schule gehen können. Der Rat hat
        das vor vier Jahren beschlossen, und seither ist nichts geschehen. Wir fordern deshalb, dass
        der Umbau der Schulstraße im Haushalt des nächsten Jahres steht.
        """;

    [Fact]
    public void Arrows_below_each_other_are_list_marks()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}
            Der Umbau wird
            → den Weg zur Schule sicher machen,
            → den Lärm vor den Häusern an der Schulstraße und am Markt verringern, der dort seit vielen
            Jahren zu hoch ist,
            → den Platz vor der Schule öffnen.
            {Body}
            """);

        Assert.Equal(["den Weg zur Schule sicher machen,", "den Lärm vor den Häusern an der Schulstraße und am Markt verringern, der dort seit vielen Jahren zu hoch ist,", "den Platz vor der Schule öffnen."], Items(Assert.Single(document.Blocks.OfType<UnorderedList>())));
    }

    [Fact]
    public void An_arrow_by_itself_leads_somewhere()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}

            → zum Beschluss des Rates

            {Body}
            """);

        Assert.Empty(document.Blocks.OfType<UnorderedList>());
        Assert.Contains("→ zum Beschluss des Rates", document.Blocks.OfType<Paragraph>().Select(paragraph => Text(paragraph.Content)));
    }

    private static Document Read(string text) => new PlainTextSource().Read(new SourceFile("statement.txt", Encoding.UTF8.GetBytes(text)));

    private static List<string> Items(UnorderedList list) => [.. list.Items.Select(Text)];

    private static List<string> Items(OrderedList list) => [.. list.Items.Select(Text)];

    private static string Text(ListItem item) => Text(Assert.IsType<Paragraph>(item.Content[0]).Content);

    private static string Text(ValueList<Inline> line) => string.Concat(line.Select(inline => inline switch
    {
        Text text => text.Value,
        Correction correction => correction.Replacement,
        Link link => Text(link.Content),
        LineBreak => "\n",
        _ => "",
    }));
}
