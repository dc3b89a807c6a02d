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

    [Fact]
    public void Marks_below_the_text_that_stand_close_together_belong_to_lines_that_do()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}

            Der Rat hat zum Umbau drei Dinge zugesagt:
            Die Planung wird noch in diesem Jahr ausgeschrieben und dem Rat vorgelegt,
            Die Eltern werden vorher gefragt, was ihnen an der Straße wichtig ist, und was
            davon sich machen lässt,
            Der Lärm wird gemessen.

            {Body}

            • 
            • 

            • 

            Stadtelternrat · Antrag zur Schulstraße
            Seite 1/1
            """);

        Assert.Equal(
            ["Die Planung wird noch in diesem Jahr ausgeschrieben und dem Rat vorgelegt,", "Die Eltern werden vorher gefragt, was ihnen an der Straße wichtig ist, und was davon sich machen lässt,", "Der Lärm wird gemessen."],
            Items(Assert.Single(document.Blocks.OfType<UnorderedList>())));
    }

    [Fact]
    public void Numbers_below_the_text_that_begin_anew_belong_to_a_list_inside_an_item()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}

            Wir beantragen deshalb, was alle Schulen seit Jahren wollen:

            Der Rat stellt das Geld bereit, das der Umbau der Straße kostet.

            Der Rat beschließt für die Schulstraße:

            Die Straße ist eine Sackgasse.
            Die Straße bekommt einen Gehweg.
            Die Straße bekommt Bäume.

            Der Rat berichtet den Eltern im Herbst, wie weit der Umbau ist.

            {Body}

            1.

            2.

            1.
            2.
            3.

            3.

            Stadtelternrat · Antrag zur Schulstraße
            Seite 1/1
            """);

        var outer = Assert.Single(document.Blocks.OfType<OrderedList>());
        Assert.Equal(["Der Rat stellt das Geld bereit, das der Umbau der Straße kostet.", "Der Rat beschließt für die Schulstraße:", "Der Rat berichtet den Eltern im Herbst, wie weit der Umbau ist."], Items(outer));
        Assert.Equal(["Die Straße ist eine Sackgasse.", "Die Straße bekommt einen Gehweg.", "Die Straße bekommt Bäume."], Items(Assert.Single(outer.Items[1].Content.OfType<OrderedList>())));
    }

    [Fact]
    public void Words_with_a_colon_above_what_they_mean_are_the_items_of_marks_below_the_text()
    {
        var document = Read($"""
            Antrag zur Schulstraße
            {Body}
            Sackgasse:
            Niemand fährt mehr durch, der nicht in der Straße wohnt oder ein Kind zur Schule bringt, und
            die Kinder haben den Platz.
            Gehweg:
            Er wird so breit, dass zwei Kinder nebeneinander gehen können, und liegt auf beiden Seiten
            der Straße.
            Beleuchtung:
            Sie reicht im Winter bis zum Tor der Schule, auch wenn die Stunde um acht Uhr beginnt und die
            Sonne noch nicht scheint.
            {Body}
            ▪
            ▪
            ▪
            Stadtelternrat · Antrag zur Schulstraße
            Seite 1/1
            """);

        Assert.Equal(["Sackgasse:", "Gehweg:", "Beleuchtung:"], document.Blocks.OfType<UnorderedList>().SelectMany(Items));
    }

    [Fact]
    public void Small_letters_o_below_each_other_are_hollow_bullets()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}
            Vor dem Umbau sind drei Dinge zu tun:
            o die Planung auszuschreiben,
            o die Eltern zu fragen und
            o den Lärm zu messen.
            {Body}
            """);
        var stray = Read($"""
            Antrag zur Schulstraße

            {Body}

            o
            Drei Jahre sind genug.
            """);

        Assert.Empty(stray.Blocks.OfType<UnorderedList>());
        Assert.Equal(["die Planung auszuschreiben,", "die Eltern zu fragen und", "den Lärm zu messen."], Items(Assert.Single(document.Blocks.OfType<UnorderedList>())));
    }

    [Fact]
    public void Numbers_alone_on_their_lines_go_on_inline()
    {
        var document = Read($"""
            Ordnung der Schulstraße

            {Body}

            1.
            Die Straße ist eine Sackgasse.

            2.
            Die Straße hat einen Gehweg, der auf beiden Seiten breit genug für zwei Kinder ist, die
            nebeneinander gehen.

            3. Die Straße ist vor der Schule acht Meter breit, und auf der anderen Seite sind es
            4. Mit Bäumen ist sie schmaler.

            {Body}
            """);

        Assert.Equal(3, Assert.Single(document.Blocks.OfType<OrderedList>()).Items.Count);
    }

    [Fact]
    public void Numbers_go_on_behind_the_full_line_of_a_list_inside_the_item_before_and_count_no_headings()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}

            1. Verkehr:
            – Die Straße ist von der Ecke bis zum Tor der Schule eine Sackgasse ohne Parkplätze
            2. Beleuchtung
            – Lampen stehen auf beiden Seiten
            3. Bäume:
            – Linden

            {Body}
            """);

        var list = Assert.Single(document.Blocks.OfType<OrderedList>());
        Assert.Equal(["Verkehr:", "Beleuchtung", "Bäume:"], Items(list));
        Assert.Empty(document.Blocks.OfType<Heading>());
    }

    [Fact]
    public void Marks_that_stand_close_above_a_block_are_those_of_its_items()
    {
        var document = Read($"""
            Antrag zur Schulstraße

            {Body}

            Der Umbau wird:
            ●
            ●
            ●

            den Weg zur Schule sicher machen,
            den Lärm vor den Häusern an der Schulstraße und am Markt verringern, der dort seit vielen
            Jahren zu hoch ist,
            den Platz vor der Schule öffnen.

            Die Kosten

            {Body}
            """);

        Assert.Equal(["den Weg zur Schule sicher machen,", "den Lärm vor den Häusern an der Schulstraße und am Markt verringern, der dort seit vielen Jahren zu hoch ist,", "den Platz vor der Schule öffnen."], Items(Assert.Single(document.Blocks.OfType<UnorderedList>())));
        Assert.Single(document.Blocks.OfType<Heading>());
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
