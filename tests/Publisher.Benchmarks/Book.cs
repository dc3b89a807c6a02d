using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;

namespace Publisher.Benchmarks;

/// <summary>
/// Statements of any length whose words are the seed's and compounds of two of them, so that new words keep coming as in a real
/// book; with headings, lists, quotes, tables and notes. The same arguments give the same statement.
/// </summary>
internal static class Book
{
    private const int WordsOfParagraph = 70;
    private const int ParagraphsOfSection = 9;

    private static readonly string[] Words = [.. Publisher.Model.Words.WordStream.Of(Samples.Seed).Flow.Where(w => w.Length > 1)];

    /// <summary>A statement of some length.</summary>
    /// <param name="sections">How many sections; one makes about two and a half pages.</param>
    /// <param name="seed">Another number makes another statement.</param>
    public static Document Of(int sections, uint seed)
    {
        var dice = new Dice(seed);
        var blocks = new List<Block>();
        var notes = new List<Footnote>();
        for (var section = 0; section < sections; section++)
        {
            blocks.Add(new Heading(section % 4 == 0 ? 1 : 2, [new Text(Text(dice, 5))]));
            for (var i = 0; i < ParagraphsOfSection; i++)
                AddBlock(blocks, notes, dice, i);
        }

        return Samples.Seed with { Blocks = [.. blocks], Footnotes = [.. notes] };
    }

    private static void AddBlock(List<Block> blocks, List<Footnote> notes, Dice dice, int kind)
    {
        switch (kind)
        {
            case 2:
                var id = notes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
                notes.Add(new Footnote(id, [Paragraph(dice, 25)]));
                blocks.Add(new Paragraph([new Text(Text(dice, 30)), new FootnoteReference(id), new Text(" " + Text(dice, 30))]));
                break;
            case 4:
                blocks.Add(new UnorderedList([.. Enumerable.Range(0, 4).Select(_ => new ListItem([Paragraph(dice, 18)]))]));
                break;
            case 6:
                blocks.Add(new Table(
                    [new TableColumn(), new TableColumn()],
                    [Row(dice)],
                    [.. Enumerable.Range(0, 5).Select(_ => Row(dice))]));
                break;
            case 7:
                blocks.Add(new Quote([Paragraph(dice, 40)]));
                break;
            default:
                blocks.Add(Paragraph(dice, WordsOfParagraph));
                break;
        }
    }

    private static TableRow Row(Dice dice) =>
        new([new TableCell([Paragraph(dice, 2)]), new TableCell([Paragraph(dice, 5)])]);

    private static Paragraph Paragraph(Dice dice, int words) => new([new Text(Text(dice, words))]);

    private static string Text(Dice dice, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(dice)));

    // Every eighth word is put together from two, as German does.
    private static string Word(Dice dice)
    {
        var word = Words[dice.Next(Words.Length)];
        return dice.Next(8) == 0 ? word.TrimEnd('.', ',', ':') + "s" + Words[dice.Next(Words.Length)].ToLowerInvariant() : word;
    }

    // The generator of Numerical Recipes: the same numbers on every machine.
    private sealed class Dice(uint seed)
    {
        private uint _state = seed;

        public int Next(int below)
        {
            _state = (_state * 1_664_525) + 1_013_904_223;
            return (int)((_state >> 8) % (uint)below);
        }
    }
}
