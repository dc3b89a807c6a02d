using System.Globalization;
using Publisher.Model;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;

namespace Publisher.Editions.Html.Publications;

/// <summary>
/// Writes what readers of an index see: the statements three times over, by date with all that is known, then by kind and by title, so
/// that a browser's own search and a look at the headings find everything without a script.
/// </summary>
internal sealed class IndexPage
{
    private readonly HtmlPage _page;
    private readonly HtmlWriter _html;
    private readonly InlineWriter _line;

    private IndexPage(HtmlPage page, HtmlWriter html)
    {
        _page = page;
        _html = html;
        _line = new InlineWriter(html, page);
    }

    /// <summary>Writes the body.</summary>
    /// <param name="page">The page.</param>
    /// <param name="listed">Newest first, undated last.</param>
    public static HtmlWriter Write(HtmlPage page, ValueList<Publication> listed) =>
        BodyWriter.WriteAround(page, html => new IndexPage(page, html).Main(listed));

    private void Main(ValueList<Publication> listed)
    {
        _page.Show(PageParts.Publications);
        _html.Markup("<h1>"u8);
        _line.Line(StyleRole.Title, _page.Title).Markup("</h1>\n"u8);
        Contents();
        Section("date", Label.ByDate, () => Groups(listed, YearOf, Dated));
        Section("kind", Label.ByKind, () => Groups(listed.OrderBy(publication => publication.Metadata.Kind ?? (StatementKind)int.MaxValue), KindOf, Undated));
        Section("title", Label.ByTitle, () => List(listed.OrderBy(publication => TitleOrder.KeyOf(publication.Title), StringComparer.Ordinal), Undated));
    }

    private void Contents()
    {
        _html.Markup("<nav class=\"contents\""u8).Attribute("aria-label"u8, _page.Locale[Label.Contents]).Markup(">\n<ol>\n"u8);
        foreach (var (name, label) in new[] { ("date", Label.ByDate), ("kind", Label.ByKind), ("title", Label.ByTitle) })
        {
            _html.Markup("<li><a"u8).Attribute("href"u8, "#by:" + name).Markup(">"u8);
            _line.Line(StyleRole.ContentsEntry, _page.Locale[label]).Markup("</a></li>\n"u8);
        }

        _html.Markup("</ol>\n</nav>\n"u8);
    }

    private void Section(string name, Label label, Action content)
    {
        _html.Markup("<section>\n<h2"u8).Attribute("id"u8, "by:" + name).Markup(">"u8);
        _line.Line(StyleRole.Heading1, _page.Locale[label]).Markup("</h2>\n"u8);
        content();
        _html.Markup("</section>\n"u8);
    }

    private string YearOf(Publication publication) => publication.Metadata.Date is { } date
        ? date.Year.ToString(CultureInfo.InvariantCulture)
        : _page.Locale[Label.Undated];

    private string KindOf(Publication publication) => publication.Metadata.Kind is { } kind ? _page.Locale.NameOf(kind) : _page.Locale[Label.OtherKinds];

    private void Groups(IEnumerable<Publication> publications, Func<Publication, string> headingOf, Action<Publication> entry)
    {
        foreach (var group in publications.GroupBy(headingOf, StringComparer.Ordinal))
        {
            _html.Markup("<section>\n<h3>"u8);
            _line.Line(StyleRole.Heading2, group.Key).Markup("</h3>\n"u8);
            List(group, entry);
            _html.Markup("</section>\n"u8);
        }
    }

    private void List(IEnumerable<Publication> publications, Action<Publication> entry)
    {
        _html.Markup("<ul class=\"publications\">\n"u8);
        foreach (var publication in publications)
        {
            _html.Markup("<li>"u8);
            entry(publication);
            _html.Markup("</li>\n"u8);
        }

        _html.Markup("</ul>\n"u8);
    }

    /// <summary>An entry with everything: date and kind, title, editions.</summary>
    private void Dated(Publication publication)
    {
        var metadata = publication.Metadata;
        if (metadata.Date is not null || metadata.Kind is not null)
        {
            _html.Markup("<div class=\"facts\">"u8);
            Time(metadata.Date);
            if (metadata.Kind is { } kind)
            {
                _line.Line(StyleRole.Byline, (metadata.Date is null ? "" : ", ") + _page.Locale.NameOf(kind));
            }

            _html.Markup("</div>\n"u8);
        }

        Title(publication);
        Editions(publication);
    }

    /// <summary>An entry in a list that its date does not order.</summary>
    private void Undated(Publication publication)
    {
        Title(publication);
        if (publication.Metadata.Date is { } date)
        {
            _html.Markup(" <span class=\"facts\">"u8);
            Time(date);
            _html.Markup("</span>"u8);
        }
    }

    private void Title(Publication publication)
    {
        var language = publication.Metadata.Language;
        _html.Markup("<a"u8).Attribute("href"u8, publication.Page.Address)
            .Attribute("lang"u8, language == _page.Language || language == "und" ? null : language).Markup(">"u8);
        _line.Line(StyleRole.Body, publication.Title).Markup("</a>"u8);
    }

    private void Editions(Publication publication)
    {
        if (publication.Files.Count < 2)
        {
            return;
        }

        _html.Markup("\n<ul class=\"facts\">\n"u8);
        foreach (var file in publication.Files.Skip(1))
        {
            _html.Markup("<li><a"u8).Attribute("href"u8, file.Address).Attribute("type"u8, file.MediaType)
                .Attribute("aria-label"u8, $"{file.FormatName}: {publication.Title}").Markup(">"u8);
            _line.Line(StyleRole.Byline, file.FormatName).Markup("</a></li>\n"u8);
        }

        _html.Markup("</ul>\n"u8);
    }

    private void Time(DateOnly? date)
    {
        if (date is { } day)
        {
            _html.Markup("<time"u8).Attribute("datetime"u8, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Markup(">"u8);
            _line.Line(StyleRole.Byline, _page.Locale.Format(day)).Markup("</time>"u8);
        }
    }
}
