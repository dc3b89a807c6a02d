using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Templates;
using Publisher.Templates.Brands;
using Publisher.Templates.Fonts;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;

namespace Publisher.Tests.Editions.Pdf;

/// <summary>A template made in code, so that tests of the PDF edition hang on no file but the fonts and patterns.</summary>
internal static class SampleTemplate
{
    private const string Sans = "Source Sans 3";
    private const string Serif = "Source Serif 4";

    private static readonly Colour Accent = new(0x0B, 0x4F, 0x6C);

    public static Template Make(string root)
    {
        var folder = Path.Combine(root, "templates");
        return new Template
        {
            Brand = new Brand { Name = "Flüchtlingsrat NRW e.V." },
            Styles = Styles(),
            Editions = [new EditionSpec("handout", "pdf")],
            Fonts =
            [
                Font(folder, Serif, "SourceSerif4-Regular", 400, italic: false),
                Font(folder, Serif, "SourceSerif4-It", 400, italic: true),
                Font(folder, Serif, "SourceSerif4-Bold", 700, italic: false),
                Font(folder, Serif, "SourceSerif4-BoldIt", 700, italic: true),
                Font(folder, Sans, "SourceSans3-Regular", 400, italic: false),
                Font(folder, Sans, "SourceSans3-It", 400, italic: true),
                Font(folder, Sans, "SourceSans3-Semibold", 600, italic: false),
                Font(folder, Sans, "SourceSans3-Bold", 700, italic: false),
                Font(folder, "Source Code Pro", "SourceCodePro-Regular", 400, italic: false),
            ],
            Locales = [Locale()],
            SurroundSource = new Around(),
            Hyphenation = new HyphenationPatterns(language => language switch
            {
                "de" or "de-1996" => File.ReadAllText(Path.Combine(folder, "hyphenation", "de-1996.txt")),
                "en" or "en-gb" => File.ReadAllText(Path.Combine(folder, "hyphenation", "en-gb.txt")),
                "fr" => File.ReadAllText(Path.Combine(folder, "hyphenation", "fr.txt")),
                _ => null,
            }),
        };
    }

    private static FontFile Font(string folder, string family, string file, int weight, bool italic) =>
        new(family, weight, italic) { Load = () => File.ReadAllBytes(Path.Combine(folder, "fonts", file + ".ttf")) };

    private static Locale Locale()
    {
        var labels = Enum.GetValues<Label>().ToDictionary(label => label, label => label switch
        {
            Label.LinkReferencePage => "Seite {0}:",
            Label.LinkTo => "Link zu {0}",
            Label.Image => "[Abbildung: {0}]",
            Label.LinkReferences => "Verweise",
            Label.Footnote => "Fußnote",
            Label.BackToText => "Zurück zum Text",
            _ => label.ToString(),
        });
        string[] months =
            ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
        return new Locale("de", labels, [.. months], "{day}. {month} {year}", "{date}, {hour}:{minute} Uhr");
    }

    private static StyleSheet Styles()
    {
        var body = new Style
        {
            FontFamily = Serif,
            Size = Pt(10.5),
            Leading = Pt(14.5),
            SpaceAfter = Pt(7),
            Alignment = TextAlignment.Justify,
            Hyphenate = true,
            Figures = FigureStyle.OldStyle,
        };
        var plain = body with { Alignment = TextAlignment.Start, Hyphenate = false };
        var small = plain with { FontFamily = Sans, Size = Pt(9), Leading = Pt(12), SpaceAfter = Pt(0), Figures = FigureStyle.Lining };
        var heading = plain with { FontFamily = Sans, Weight = 600, Colour = Accent, KeepWithNext = true };
        var rule = new BorderRule(Pt(0.6), Accent, Pt(5));
        var styles = Enum.GetValues<StyleRole>().ToDictionary(role => role, _ => body);
        styles[StyleRole.Kicker] = small with { Capitals = true, LetterSpacing = Pt(0.6), Colour = Accent, SpaceAfter = Pt(4) };
        styles[StyleRole.Title] = heading with { Size = Pt(20), Leading = Pt(24), SpaceAfter = Pt(4) };
        styles[StyleRole.Subtitle] = plain with { FontFamily = Sans, Size = Pt(13), Leading = Pt(17), SpaceAfter = Pt(14), KeepWithNext = true };
        styles[StyleRole.Byline] = small with { SpaceAfter = Pt(10) };
        for (var level = 1; level <= 6; level++)
        {
            styles[StyleSheet.HeadingRole(level)] = heading with
            {
                Size = Pt(Math.Max(10.5, 15 - level)),
                Leading = Pt(18),
                SpaceBefore = Pt(10),
                SpaceAfter = Pt(4),
            };
        }

        styles[StyleRole.ListItem] = body with { IndentStart = Pt(15), SpaceAfter = Pt(3) };
        styles[StyleRole.Quote] = body with { Italic = true, IndentStart = Pt(15), RuleStart = new BorderRule(Pt(2), Accent, Pt(8)) };
        styles[StyleRole.Attribution] = small;
        styles[StyleRole.Caption] = small with { SpaceAfter = Pt(6) };
        styles[StyleRole.TableHeader] = small with { Weight = 600, RuleAfter = new BorderRule(Pt(0.8), Accent, Pt(0)) };
        styles[StyleRole.TableCell] = small with { Figures = FigureStyle.Tabular, RuleAfter = new BorderRule(Pt(0.3), Accent, Pt(0)) };
        styles[StyleRole.CodeBlock] = small with { FontFamily = "Source Code Pro", Background = new Colour(0xF2, 0xF2, 0xF2), SpaceBefore = Pt(7), SpaceAfter = Pt(7) };
        styles[StyleRole.InlineCode] = body with { FontFamily = "Source Code Pro", Size = Pt(9.5) };
        styles[StyleRole.Footnote] = body with { Size = Pt(9), Leading = Pt(11.5), SpaceAfter = Pt(2) };
        styles[StyleRole.LinkReference] = small;
        styles[StyleRole.ApparatusHeading] = heading with { Size = Pt(10.5), SpaceBefore = Pt(14), SpaceAfter = Pt(3) };
        styles[StyleRole.Letterhead] = small with { Colour = Accent, SpaceAfter = Pt(0), RuleAfter = rule };
        styles[StyleRole.Header] = small with { RuleAfter = new BorderRule(Pt(0.3), Accent, Pt(3)) };
        styles[StyleRole.Footer] = small with { Size = Pt(8), Leading = Pt(10) };
        styles[StyleRole.Closing] = small with { SpaceBefore = Pt(16), RuleBefore = rule };
        styles[StyleRole.Link] = body with { Colour = Accent };
        return new StyleSheet(styles);
    }

    private static Length Pt(double points) => Length.FromPoints(points);

    private sealed class Around : SurroundSource
    {
        public override Surround Fill(Template template, Document document, EditionSpec edition)
        {
            Inline[] pages = [new Text("Seite "), new Placeholder(PlaceholderKind.Page), new Text(" von "), new Placeholder(PlaceholderKind.Pages)];
            var footer = new RunningLine([new Text("Flüchtlingsrat NRW e.V.")], [], [.. pages]);
            return new Surround
            {
                Letterhead =
                [
                    new Paragraph([new Strong([new Text("Flüchtlingsrat NRW e.V.")])]),
                    new Paragraph([new Text("Wittener Straße 201 · 44803 Bochum · "), new Link("https://www.frnrw.de", [new Text("frnrw.de")])]),
                ],
                TitleBlock = new TitleBlock(
                    [new Paragraph([new Text("Stellungnahme")])],
                    document.Metadata.Title,
                    document.Metadata.Subtitle,
                    []),
                Header = [new RunningLine(document.Metadata.Title, [], [new Placeholder(PlaceholderKind.Section)])],
                FirstFooter = [footer],
                Footer = [footer],
            };
        }
    }
}
