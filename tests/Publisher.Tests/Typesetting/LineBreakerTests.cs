using Publisher.Typesetting.Paragraphs;

namespace Publisher.Tests.Typesetting;

/// <summary>Boxes of a given width with spaces of one unit that stretch by a half and shrink by a third.</summary>
public sealed class LineBreakerTests
{
    [Fact]
    public void Words_that_fit_stand_in_one_line() => Assert.Equal(["3 3 3"], Break(12, 3, 3, 3));

    [Fact]
    public void The_whole_paragraph_is_looked_at_and_not_line_by_line()
    {
        // First fit would set "6 3" and leave "8" alone behind a very loose second line.
        Assert.Equal(["5 4", "4 5", "9"], Break(10, 5, 4, 4, 5, 9));
    }

    [Fact]
    public void Of_two_lines_that_are_both_too_loose_the_fuller_one_is_chosen() => Assert.Equal(["10 20 20", "30"], Break(60, 10, 20, 20, 30));

    [Fact]
    public void A_word_wider_than_the_measure_gets_a_line_of_its_own() => Assert.Equal(["2", "20", "2"], Break(10, 2, 20, 2));

    [Fact]
    public void Spaces_without_width_do_not_make_it_slow()
    {
        var candidates = new BreakCandidate[100_000];
        candidates[^1].IsForced = true;
        var chosen = new List<int>();

        new LineBreaker().Break(candidates, Settings(10), chosen);

        Assert.Equal(candidates.Length - 1, chosen[^1]);
    }

    [Fact]
    public void There_are_never_three_hyphens_in_a_row()
    {
        var candidates = new List<BreakCandidate>();
        for (var i = 1; i <= 60; i++)
        {
            var isHyphen = i % 3 != 0;
            candidates.Add(new BreakCandidate
            {
                Width = i * 2,
                NextWidth = i * 2,
                Stretch = i,
                NextStretch = i,
                Shrink = i / 2.0,
                NextShrink = i / 2.0,
                AddsHyphen = isHyphen,
                EndsWithHyphen = isHyphen,
                Penalty = isHyphen ? 1 : 0,
            });
        }

        candidates[^1] = candidates[^1] with { IsForced = true };
        var chosen = new List<int>();

        new LineBreaker().Break(candidates.ToArray(), Settings(8), chosen);

        var inRow = 0;
        foreach (var index in chosen)
        {
            inRow = candidates[index].EndsWithHyphen ? inRow + 1 : 0;
            Assert.InRange(inRow, 0, 2);
        }
    }

    private static LineBreakerSettings Settings(double measure) => new() { FirstMeasure = measure, Measure = measure };

    private static string[] Break(double measure, params int[] words)
    {
        var candidates = new List<BreakCandidate>();
        var (width, stretch, shrink) = (0.0, 0.0, 0.0);
        for (var i = 0; i < words.Length; i++)
        {
            width += words[i];
            var isLast = i == words.Length - 1;
            var space = isLast ? 0 : 1;
            candidates.Add(new BreakCandidate
            {
                Width = width,
                Stretch = stretch,
                Shrink = shrink,
                NextWidth = width + space,
                NextStretch = stretch + (space / 2.0),
                NextShrink = shrink + (space / 3.0),
                IsForced = isLast,
            });
            (width, stretch, shrink) = (width + space, stretch + (space / 2.0), shrink + (space / 3.0));
        }

        var chosen = new List<int>();
        new LineBreaker().Break(candidates.ToArray(), Settings(measure), chosen);
        var start = 0;
        return [.. chosen.Select(end =>
        {
            var line = string.Join(' ', words[start..(end + 1)]);
            start = end + 1;
            return line;
        })];
    }
}
