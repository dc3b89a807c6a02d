using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Brands;
using Publisher.Templates.Fonts;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Tests.Support;

/// <summary>A small template made in code, for tests of editions that must not depend on the one that is shipped.</summary>
internal static class TestTemplate
{
    private static readonly Colour Ink = new(0x1A, 0x1A, 0x1A);
    private static readonly Colour Accent = new(0x0B, 0x4F, 0x6C);

    /// <summary>One edition for each format, without embedded fonts.</summary>
    public static Template Standard { get; } = new()
    {
        Brand = new Brand
        {
            Name = "Verein der Prüfenden",
            WebAddress = "https://example.org/",
            Palette = new Palette { Foreground = Ink, Primary = Accent, Link = Accent },
        },
        Styles = new StyleSheet(Enum.GetValues<StyleRole>().ToDictionary(role => role, StyleOf)),
        Editions =
        [
            new EditionSpec("handout", "pdf") { EmbedFonts = false },
            new EditionSpec("word", "docx") { EmbedFonts = false },
            new EditionSpec("web", "html") { EmbedFonts = false },
        ],
        Fonts = [.. Fonts()],
        Locales = [German],
        SurroundSource = new TestSurround(),
        Hyphenation = new HyphenationPatterns(_ => null),
    };

    /// <summary>German labels.</summary>
    public static Locale German => new(
        "de",
        new Dictionary<Label, string>
        {
            [Label.Contents] = "Inhalt",
            [Label.Footnotes] = "Anmerkungen",
            [Label.Footnote] = "Anmerkung",
            [Label.BackToText] = "Zurück zum Text",
            [Label.LinkReferences] = "Links im Text",
            [Label.LinkReferencePage] = "Seite {0}",
            [Label.SkipToContent] = "Zum Inhalt springen",
            [Label.PageOf] = "Seite {0} von {1}",
            [Label.LinkTo] = "Link zu {0}",
            [Label.Image] = "Bild: {0}",
            [Label.Draft] = "Entwurf",
            [Label.Contact] = "Kontakt",
            [Label.PressContact] = "Pressekontakt",
            [Label.EmbargoUntil] = "Sperrfrist: {0}",
            [Label.ReferenceNumber] = "Nr.",
            [Label.KindStatement] = "Stellungnahme",
            [Label.KindPressRelease] = "Pressemitteilung",
            [Label.KindOpenLetter] = "Offener Brief",
            [Label.KindPositionPaper] = "Positionspapier",
            [Label.KindHandout] = "Handout",
            [Label.CorrectionAuthor] = "Automatische Korrektur",
            [Label.Publications] = "Veröffentlichungen",
            [Label.ByDate] = "Nach Datum",
            [Label.ByKind] = "Nach Art",
            [Label.ByTitle] = "Nach Titel",
            [Label.Undated] = "Ohne Datum",
            [Label.OtherKinds] = "Weitere",
        },
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        "{day}. {month} {year}",
        "{date}, {hour}:{minute} Uhr");

    /// <summary>The first edition of a format.</summary>
    public static EditionSpec EditionOf(string format) => Standard.Editions.First(edition => edition.Format == format);

    private static IEnumerable<FontFile> Fonts() =>
        from face in new (string Name, int Weight, bool Italic)[] { ("Regular", 400, false), ("It", 400, true), ("Semibold", 600, false), ("Bold", 700, false), ("BoldIt", 700, true) }
        from family in new[] { "Source Serif 4", "Source Sans 3", "Source Code Pro" }
        let file = Repository.PathOf("templates", "fonts", family.Replace(" ", "") + "-" + face.Name + ".ttf")
        where File.Exists(file)
        select new FontFile(family, face.Weight, face.Italic) { Load = () => File.ReadAllBytes(file) };

    private static Style StyleOf(StyleRole role)
    {
        var body = new Style
        {
            FontFamily = "Source Serif 4",
            Size = Length.FromPoints(11),
            Leading = Length.FromPoints(15.5),
            Colour = Ink,
            SpaceAfter = Length.FromPoints(7),
            Hyphenate = true,
        };
        var sans = body with { FontFamily = "Source Sans 3", Hyphenate = false };
        return role switch
        {
            StyleRole.Title => sans with { Size = Length.FromPoints(24), Leading = Length.FromPoints(28), Weight = 700, Colour = Accent, SpaceAfter = Length.FromPoints(6) },
            StyleRole.Subtitle => sans with { Size = Length.FromPoints(14), Leading = Length.FromPoints(18), SpaceAfter = Length.FromPoints(14) },
            >= StyleRole.Heading1 and <= StyleRole.Heading6 => sans with
            {
                Size = Length.FromPoints(16 - (role - StyleRole.Heading1)),
                Leading = Length.FromPoints(20 - (role - StyleRole.Heading1)),
                Weight = 600,
                Colour = Accent,
                SpaceBefore = Length.FromPoints(16),
                SpaceAfter = Length.FromPoints(4),
                KeepWithNext = true,
            },
            StyleRole.Lead => body with { Weight = 600 },
            StyleRole.Kicker => sans with { Size = Length.FromPoints(10), Leading = Length.FromPoints(13), Weight = 600, Capitals = true, LetterSpacing = Length.FromPoints(0.6), Colour = Accent },
            StyleRole.Byline or StyleRole.Header or StyleRole.Footer or StyleRole.Letterhead or StyleRole.Closing =>
                sans with { Size = Length.FromPoints(9), Leading = Length.FromPoints(12), SpaceAfter = Length.FromPoints(3) },
            StyleRole.Quote => body with { IndentStart = Length.FromPoints(14), Italic = true, RuleStart = new BorderRule(Length.FromPoints(2), Accent, Length.FromPoints(10)) },
            StyleRole.Attribution => sans with { Size = Length.FromPoints(10), Leading = Length.FromPoints(13), IndentStart = Length.FromPoints(14) },
            StyleRole.Caption => sans with { Size = Length.FromPoints(9.5), Leading = Length.FromPoints(13) },
            StyleRole.TableHeader => sans with { Size = Length.FromPoints(10), Leading = Length.FromPoints(13), Weight = 600, Background = new Colour(0xE8, 0xEE, 0xF1), SpaceAfter = Length.Zero },
            StyleRole.TableCell => sans with
            {
                Size = Length.FromPoints(10),
                Leading = Length.FromPoints(13),
                SpaceAfter = Length.Zero,
                RuleAfter = new BorderRule(Length.FromPoints(0.5), new Colour(0xCC, 0xCC, 0xCC), Length.FromPoints(3)),
            },
            StyleRole.CodeBlock or StyleRole.InlineCode => body with { FontFamily = "Source Code Pro", Size = Length.FromPoints(10), Leading = Length.FromPoints(13), Hyphenate = false },
            StyleRole.Footnote => body with { Size = Length.FromPoints(9), Leading = Length.FromPoints(12), SpaceAfter = Length.FromPoints(3) },
            StyleRole.LinkReference => sans with { Size = Length.FromPoints(9), Leading = Length.FromPoints(12), SpaceAfter = Length.FromPoints(3) },
            StyleRole.ListItem => body with { IndentStart = Length.FromPoints(16), SpaceAfter = Length.FromPoints(3) },
            StyleRole.ApparatusHeading => sans with { Size = Length.FromPoints(11), Leading = Length.FromPoints(14), Weight = 600, SpaceAfter = Length.FromPoints(4), KeepWithNext = true },
            StyleRole.Link => body with { Colour = Accent, Underline = true },
            _ => body,
        };
    }

    /// <summary>A sender, the kind and date, a contact, page numbers.</summary>
    private sealed class TestSurround : SurroundSource
    {
        public override Surround Fill(Template template, Document document, EditionSpec edition)
        {
            var locale = template.LocaleFor(document.Metadata.Language);
            return new Surround
            {
                Letterhead = [Statement.P("Verein der Prüfenden · Musterstraße 1 · 44787 Bochum")],
                TitleBlock = new TitleBlock(
                    document.Metadata.Kind is { } kind ? [Statement.P(locale.NameOf(kind))] : [],
                    document.Metadata.Title,
                    document.Metadata.Subtitle,
                    document.Metadata.Date is { } date ? [Statement.P(locale.Format(date))] : []),
                Closing = [Statement.P(new Text("Kontakt: "), new Link("mailto:presse@example.org", [new Text("presse@example.org")]))],
                Header = [new RunningLine([new Text("Verein der Prüfenden")], [], [new Placeholder(PlaceholderKind.Section)])],
                FirstFooter = [Numbers],
                Footer = [Numbers],
            };
        }

        private static RunningLine Numbers =>
            new([], [], [new Text("Seite "), new Placeholder(PlaceholderKind.Page), new Text(" von "), new Placeholder(PlaceholderKind.Pages)]);
    }
}
