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
    /// The editions: those the section lists, in its order, each with what it leaves unsaid taken from the earlier one of that name.
    /// </summary>
    /// <param name="section"><c>editions</c>.</param>
    /// <param name="before">The editions of the layer below.</param>
    public static ValueList<EditionDraft> Read(YamlSection section, ValueList<EditionDraft> before)
    {
        var editions = new List<EditionDraft>();
        foreach (var entry in section.Entries)
        {
            if (!IsName(entry.Key))
            {
                section.Log.Error(
                    section.At(entry.Key), $"\"{entry.Key}\" cannot name an edition.", "Use lower-case letters, digits and hyphens: it becomes part of file names.");
            }

            if (Read(section, entry.Key, before.FirstOrDefault(e => e.Spec.Name == entry.Key)) is { } edition)
            {
                editions.Add(edition);
            }
        }

        if (section.Entries.Count == 0)
        {
            section.Log.Error(section.Place, "The template has no editions.", "Name at least one, such as handout: { format: pdf }.");
        }

        return editions.ToValueList();
    }

    /// <summary>The editions of the layer below with what the section adds to some of them; for a kind of statement.</summary>
    public static ValueList<EditionDraft> Amend(YamlSection section, ValueList<EditionDraft> before)
    {
        foreach (var entry in section.Entries.Where(entry => !before.Any(e => e.Spec.Name == entry.Key)))
        {
            section.Log.Warn(
                Model.Diagnostics.DiagnosticCode.TemplateKeyUnknown,
                section.At(entry.Key),
                $"The template has no edition \"{entry.Key}\".",
                Spelling.Advice(entry.Key, before.Select(e => e.Spec.Name).ToArray()));
        }

        return before
            .Select(e => section.Entries.Any(entry => entry.Key == e.Spec.Name) ? Read(section, e.Spec.Name, e) ?? e : e)
            .ToValueList();
    }

    private static EditionDraft? Read(YamlSection editions, string name, EditionDraft? before)
    {
        var section = editions.Section(name);
        if (section is null)
        {
            return before ?? Missing(editions, name);
        }

        var format = section.Text("format") ?? before?.Spec.Format;
        if (format is null)
        {
            return Missing(editions, name);
        }

        if (!Formats.Contains(format))
        {
            section.Log.Error(section.At("format"), $"The format \"{format}\" is not known.", Spelling.Advice(format, Formats));
        }

        var draft = before is { } known && known.Spec.Format == format ? known : new EditionDraft(new EditionSpec(name, format), [], []);
        var edition = draft.Spec;
        edition = edition with
        {
            EmbedFonts = section.Flag("embed-fonts") ?? edition.EmbedFonts,
            Contents = section.Flag("contents") ?? edition.Contents,
            SoftHyphens = section.Flag("soft-hyphens") ?? edition.SoftHyphens,
            LinksInPrint = section.Choice(
                "links-in-print", ("none", LinkDisplay.None), ("brackets", LinkDisplay.Brackets), ("footnote", LinkDisplay.Footnote)) ?? edition.LinksInPrint,
            Watermark = section.Node("watermark") is null ? edition.Watermark : ReadWatermark(section),
            LineNumbers = section.Flag("line-numbers") ?? edition.LineNumbers,
            ShownCorrections = section.Node("shown-corrections") is null ? edition.ShownCorrections : section.Texts("shown-corrections").ToValueList(),
            Comments = section.Flag("comments") ?? edition.Comments,
            AttachSource = section.Flag("attach-source") ?? edition.AttachSource,
            QrCode = section.Flag("qr-code") ?? edition.QrCode,
        };
        var pages = section.Section("page") is { } page ? draft.Pages.Add(page) : draft.Pages;
        var typography = section.Node("typography") is not null ? draft.Typography.Add(section) : draft.Typography;
        NameWithoutEffect(section, edition);
        section.Close();
        return new EditionDraft(edition, pages, typography);
    }

    /// <summary>A text; a flag would be printed as it is written.</summary>
    private static string? ReadWatermark(YamlSection section)
    {
        var text = section.Text("watermark");
        if (text is "true" or "yes")
        {
            section.Log.Error(
                section.At("watermark"),
                $"\"{text}\" is not a value of watermark.",
                $"Write the words to print, or {EditionSpec.DraftWatermark} for the word in the statement's language.");
        }

        return text is "false" or "no" or "none" ? null : text;
    }

    /// <summary>Names what the section asks for and the format cannot do.</summary>
    private static void NameWithoutEffect(YamlSection section, EditionSpec edition)
    {
        (string Key, bool IsAsked, string[] Formats)[] options =
        [
            ("embed-fonts", !edition.EmbedFonts, ["docx", "html"]),
            ("links-in-print", edition.LinksInPrint != LinkDisplay.None, ["pdf", "html"]),
            ("watermark", edition.Watermark is not null, ["pdf", "docx"]),
            ("line-numbers", edition.LineNumbers, ["docx"]),
            ("shown-corrections", !edition.ShownCorrections.IsEmpty, ["docx"]),
            ("comments", edition.Comments, ["docx"]),
            ("attach-source", edition.AttachSource, ["pdf"]),
            ("qr-code", edition.QrCode, ["pdf"]),
            ("soft-hyphens", edition.SoftHyphens, ["html"]),
        ];
        NameWithoutEffect(section, edition.Format, options.Where(option => option.IsAsked).Select(option => (option.Key, option.Formats)));
        if (section.Node("page") is YamlMap page)
        {
            NameWithoutEffect(section.Of(page), edition.Format, PageReader.Limited);
        }
    }

    private static void NameWithoutEffect(YamlSection section, string format, IEnumerable<(string Key, string[] Formats)> options)
    {
        foreach (var (key, formats) in options.Where(option => Formats.Contains(format) && !option.Formats.Contains(format)))
        {
            if (section.Node(key) is not null)
            {
                section.Log.Warn(
                    Model.Diagnostics.DiagnosticCode.OptionWithoutEffect,
                    section.At(key),
                    $"\"{key}\" has no effect in an edition of the format {format}.",
                    $"It is for {string.Join(" and ", formats)}; remove it here.");
            }
        }
    }

    private static EditionDraft? Missing(YamlSection editions, string name)
    {
        editions.Log.Error(editions.At(name), $"The edition \"{name}\" has no format.", $"Add format: {string.Join(", ", Formats)}.");
        return null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name[0] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>An edition while its template is read.</summary>
/// <param name="Spec">What is known so far, without its page.</param>
/// <param name="Pages">What is said about its page, in order; it counts on top of the template's page.</param>
/// <param name="Typography">The sections that say something about its typography, in order; it counts on top of the template's.</param>
internal sealed record EditionDraft(EditionSpec Spec, ValueList<YamlSection> Pages, ValueList<YamlSection> Typography);
