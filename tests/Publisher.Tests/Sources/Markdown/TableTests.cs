using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Tests.Support;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Sources.Markdown;

public sealed class TableTests
{
    [Fact]
    public void A_pipe_table_has_alignments_and_a_header()
    {
        var expected = Tbl(["a", "b", "c"], ["1", "2", "3"], ["4", "", ""]) with
        {
            Columns = [new TableColumn(), new TableColumn(ColumnAlignment.End), new TableColumn(ColumnAlignment.Center)],
        };

        Assert.Equal([expected], Md.Blocks("| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n| 4 |\n"));
    }

    [Fact]
    public void A_row_with_more_cells_widens_the_table() =>
        Assert.Equal([Tbl(["a", "b", ""], ["1", "2", "3"])], Md.Blocks("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n"));

    [Fact]
    public void An_empty_header_is_none() =>
        Assert.Equal([Tbl(["a", "b"], ["1", "2"]) with { HeaderRows = [] }], Md.Blocks("|  |  |\n|---|---|\n| 1 | 2 |\n"));

    [Theory]
    [InlineData("| a |\n|---|\n| 1 |\n\nTabelle: Kurz und *gut*")]
    [InlineData("| a |\n|---|\n| 1 |\n\n: Kurz und *gut*")]
    [InlineData("Table: Kurz und *gut*\n\n| a |\n|---|\n| 1 |")]
    public void A_paragraph_beside_it_with_a_mark_is_the_caption(string text)
    {
        var document = Md.Read(text);

        Assert.Equal([Tbl(["a"], ["1"]) with { Caption = [T("Kurz und "), Em("gut")] }], Unplaced.Of(document.Blocks));
        Assert.Equal(CorrectionRules.BlockMark, Assert.Single(document.Changes).Rule);
    }

    [Fact]
    public void A_caption_between_two_tables_belongs_to_the_first()
    {
        var blocks = Md.Blocks("| a |\n|---|\n| 1 |\n\nTable: Erste\n\n| b |\n|---|\n| 2 |\n\nTable: Zweite\n\nText");

        Assert.Equal([Tbl(["a"], ["1"]) with { Caption = [T("Erste")] }, Tbl(["b"], ["2"]) with { Caption = [T("Zweite")] }, P("Text")], blocks);
    }

    [Fact]
    public void A_grid_table_has_blocks_and_spans()
    {
        var table = Assert.IsType<Table>(Assert.Single(Md.Blocks(
            """
            +-----+-----+
            | a   | b   |
            +=====+=====+
            | - c | d   |
            | - e |     |
            +-----+-----+
            | f         |
            +-----+-----+
            """)));

        Assert.Equal([Row("a", "b")], table.HeaderRows);
        Assert.Equal([new TableCell([Ul("c", "e")]), new TableCell([P("d")])], table.Rows[0].Cells);
        Assert.Equal([new TableCell([P("f")], ColumnSpan: 2)], table.Rows[1].Cells);
    }

    [Fact]
    public void Lines_with_bars_but_no_header_line_are_text() =>
        Assert.Equal([P("a | b c | d")], Md.Blocks("a | b\nc | d"));

    [Fact]
    public void Every_row_covers_every_column()
    {
        var table = Assert.IsType<Table>(Assert.Single(Md.Blocks("|a|b|\n|-|-|\n|1|\n|1|2|3|4|\n||\n")));

        Assert.All(table.HeaderRows.Concat(table.Rows), row => Assert.Equal(table.Columns.Count, row.Cells.Sum(cell => cell.ColumnSpan)));
    }
}
