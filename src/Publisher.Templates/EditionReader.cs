using Publisher.Model;
using Publisher.Templates.Files;
using Publisher.Templates.Pages;
using Publisher.Templates.Yaml;

namespace Publisher.Templates;

/// <summary>Reads <c>editions</c> of a template file.</summary>
internal static class EditionReader
{
    private static readonly string[] Formats = ["pdf", "docx", "html"];

    /// <summary>
    /// The editions: those the section lists, in its order, each with what it leaves unsaid taken from the earlier one of that name; if
    /// there is no section, the earlier ones.
    /// </summary>
    /// <param name="section"><c>editions</c>, or null.</param>
    /// <param name="before">The editions of the layer below.</param>
    /// <param name="page">The page of editions that had none before.</param>
    public static ValueList<EditionSpec> Read(YamlSection? section, ValueList<EditionSpec> before, PageSetup page)
    {
        if (section is null)
        {
            return before;
        }

        var editions = new List<EditionSpec>();
        foreach (var entry in section.Entries)
        {
            if (!IsName(entry.Key))
            {
                section.Log.Error(
                    section.At(entry.Key), $"\"{entry.Key}\" cannot name an edition.", "Use lower-case letters, digits and hyphens: it becomes part of file names.");
            }

            var edition = before.FirstOrDefault(e => e.Name == entry.Key);
            if (Read(section, entry.Key, edition, page) is { } read)
            {
                editions.Add(read);
            }
        }

        if (section.Entries.Count == 0)
        {
            section.Log.Error(section.Place, "The template has no editions.", "Name at least one, such as handout: { format: pdf }.");
        }

        return editions.ToValueList();
    }

    private static EditionSpec? Read(YamlSection editions, string name, EditionSpec? before, PageSetup page)
    {
        var section = editions.Section(name);
        if (section is null)
        {
            return before ?? Missing(editions, name);
        }

        var format = section.Text("format") ?? before?.Format;
        if (format is null)
        {
            return Missing(editions, name);
        }

        if (!Formats.Contains(format))
        {
            section.Log.Error(section.At("format"), $"The format \"{format}\" is not known.", Spelling.Advice(format, Formats));
        }

        var edition = before is { } known && known.Format == format ? known : new EditionSpec(name, format) { Page = page };
        edition = edition with
        {
            Page = PageReader.Read(section.Section("page"), edition.Page),
            EmbedFonts = section.Flag("embed-fonts") ?? edition.EmbedFonts,
            Contents = section.Flag("contents") ?? edition.Contents,
            LinksInPrint = section.Choice(
                "links-in-print", ("none", LinkDisplay.None), ("brackets", LinkDisplay.Brackets), ("footnote", LinkDisplay.Footnote)) ?? edition.LinksInPrint,
            Watermark = section.Node("watermark") is null ? edition.Watermark : section.Text("watermark"),
            LineNumbers = section.Flag("line-numbers") ?? edition.LineNumbers,
            ShownCorrections = section.Node("shown-corrections") is null ? edition.ShownCorrections : section.Texts("shown-corrections").ToValueList(),
            QrCode = section.Flag("qr-code") ?? edition.QrCode,
        };
        section.Close();
        return edition;
    }

    private static EditionSpec? Missing(YamlSection editions, string name)
    {
        editions.Log.Error(editions.At(name), $"The edition \"{name}\" has no format.", $"Add format: {string.Join(", ", Formats)}.");
        return null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name[0] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
