using Publisher.Tests.Support;

namespace Publisher.Tests.Cli;

/// <summary>Same input, same bytes: whole processes in two folders, under two cultures and time zones, one after the other or side by side.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public void The_seed_statement_gives_the_same_bytes_in_another_folder_culture_and_time_zone()
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();

        Export(here, "output", "de_DE.UTF-8", "Europe/Berlin", "1");
        Export(there, "elsewhere/deep", "tr_TR.UTF-8", "Pacific/Auckland", "4");

        AssertSameFiles(here, "output", there, "elsewhere/deep", 3);
    }

    [Fact]
    public void Many_statements_at_a_time_give_the_same_bytes_as_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("in"));
        for (var i = 0; i < 12; i++)
        {
            File.WriteAllText(folder.PathOf($"in/statement-{i}.md"), $"---\nlanguage: de\ndate: 2026-11-{i + 1:00}\n---\n# Stellungnahme {i}\n\nWir fordern {i + 1} Dinge:\n\n- Öffentlichkeit\n- Übersicht[^1]\n\n[^1]: Siehe § {i}.\n");
        }

        PublisherProgram.Run(folder.Path, ["export", "in", "-o", "one", "--jobs", "1", "--base-url", "https://example.org/"]);
        PublisherProgram.Run(folder.Path, ["export", "in", "-o", "many", "--jobs", "8", "--base-url", "https://example.org/"]);

        AssertSameFiles(folder, "one", folder, "many", 36 + 3);
    }

    [Fact]
    public void The_source_date_is_the_only_date_of_an_undated_statement()
    {
        using var folder = new TemporaryFolder();

        Export(folder, "a", "C", "UTC", "1", ("SOURCE_DATE_EPOCH", "1000000000"));
        Export(folder, "b", "C", "UTC", "1");

        var dated = File.ReadAllText(Directory.GetFiles(folder.PathOf("a"), "*.pdf").Single(), System.Text.Encoding.Latin1);
        var undated = File.ReadAllText(Directory.GetFiles(folder.PathOf("b"), "*.pdf").Single(), System.Text.Encoding.Latin1);
        Assert.Contains("2001-09-09", dated, StringComparison.Ordinal);
        Assert.DoesNotContain("xmp:CreateDate", undated, StringComparison.Ordinal);
    }

    private static void Export(
        TemporaryFolder folder, string output, string culture, string timeZone, string jobs, params (string, string)[] environment)
    {
        var seeds = Repository.PathOf("seeds");
        var result = PublisherProgram.Run(
            folder.Path,
            ["export", seeds, "--output", output, "--jobs", jobs],
            [("LANG", culture), ("LC_ALL", culture), ("TZ", timeZone), .. environment]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static void AssertSameFiles(TemporaryFolder first, string firstFolder, TemporaryFolder second, string secondFolder, int count)
    {
        var files = Directory.GetFiles(first.PathOf(firstFolder)).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(count, files.Length);
        Assert.All(files, file => Assert.True(
            File.ReadAllBytes(Path.Combine(first.PathOf(firstFolder), file!)).AsSpan().SequenceEqual(
                File.ReadAllBytes(Path.Combine(second.PathOf(secondFolder), file!))),
            $"{file} differs."));
    }
}
