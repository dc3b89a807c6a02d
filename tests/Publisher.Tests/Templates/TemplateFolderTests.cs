using System.Globalization;
using CsCheck;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;
using Publisher.Tests.Support;

namespace Publisher.Tests.Templates;

public sealed class TemplateFolderTests
{
    private static readonly Template Standard = TemplateSupport.Standard;

    [Fact]
    public void An_empty_brand_looks_like_the_standard()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""));

        Assert.All(Enum.GetValues<StyleRole>(), role => Assert.Equal(Standard.Styles[role], template.Styles[role]));
        Assert.Equal(Standard.Editions, template.Editions);
        Assert.Empty(template.Diagnostics);
    }

    [Fact]
    public void A_brand_colours_every_style_that_names_its_roles()
    {
        var template = TemplateSupport.Load(("_brand.yml", "color:\n  palette: { brick: \"#9B2226\" }\n  primary: brick\n"));

        Assert.Equal(new Colour(0x9B, 0x22, 0x26), template.Styles[StyleRole.Title].Colour);
        Assert.Equal(new Colour(0x9B, 0x22, 0x26), template.Styles[StyleRole.Link].Colour);
        Assert.Equal(new Colour(0x9B, 0x22, 0x26), template.Styles[StyleRole.Letterhead].RuleAfter!.Colour);
        Assert.Equal(Standard.Styles[StyleRole.Body], template.Styles[StyleRole.Body]);
    }

    [Fact]
    public void A_role_goes_before_a_colour_of_the_palette_with_the_same_name()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "color:\n  palette: { primary: \"#111111\", accent: primary }\n  primary: \"#222222\"\n  secondary: accent\n"));

        Assert.Equal(new Colour(0x22, 0x22, 0x22), template.Brand.Palette.Primary);
        Assert.Equal(new Colour(0x22, 0x22, 0x22), template.Brand.Palette.Secondary);
    }

    [Fact]
    public void Typography_of_the_brand_goes_before_the_standard_and_after_the_template()
    {
        var brand = ("_brand.yml", "typography:\n  base: { family: Source Sans 3, size: 16px, line-height: 1.5 }\n  headings: { weight: bold, color: \"#333333\" }\n");

        var plain = TemplateSupport.Load(brand);
        var own = TemplateSupport.Load(brand, ("template.yml", "styles:\n  body: { size: 10 pt }\n"));

        Assert.Equal("Source Sans 3", plain.Styles[StyleRole.Body].FontFamily);
        Assert.Equal((12.0, 18.0), (plain.Styles[StyleRole.Body].Size.Points, plain.Styles[StyleRole.Body].Leading.Points));
        Assert.Equal((700, new Colour(0x33, 0x33, 0x33)), (plain.Styles[StyleRole.Heading2].Weight, plain.Styles[StyleRole.Heading2].Colour));
        Assert.Equal((10.0, 15.0), (own.Styles[StyleRole.Body].Size.Points, own.Styles[StyleRole.Body].Leading.Points));
    }

    [Fact]
    public void What_a_style_does_not_say_the_one_it_inherits_from_says()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", ""),
            ("template.yml", "styles:\n  quote: { italic: true, indent: 10 mm }\n  attribution: { inherits: quote, italic: false }\n"));

        Assert.False(template.Styles[StyleRole.Attribution].Italic);
        Assert.Equal(10 * 72 / 25.4, template.Styles[StyleRole.Attribution].IndentStart.Points, 0.03);
    }

    [Fact]
    public void A_multiple_counts_from_the_type_it_is_used_with()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", ""), ("template.yml", "scale: 1.5\nstyles:\n  body: { size: 10 pt, leading: 1.5 }\n  title: { size: +2 steps, leading: 1.2 }\n"));

        Assert.Equal(22.5, template.Styles[StyleRole.Title].Size.Points);
        Assert.Equal(27, template.Styles[StyleRole.Title].Leading.Points);
        Assert.Equal(7.5, template.Styles[StyleRole.Body].SpaceAfter.Points);
    }

    [Theory]
    [InlineData("12 pt", 12)]
    [InlineData("12pt", 12)]
    [InlineData("16 px", 12)]
    [InlineData("1 in", 72)]
    [InlineData("2.54 cm", 72)]
    [InlineData("25.4 mm", 72)]
    [InlineData("-6 pt", -6)]
    [InlineData("1 rem", 10)]
    [InlineData("1.5 em", 15)]
    [InlineData("2 lines", 30)]
    [InlineData("0", 0)]
    public void Lengths_have_units(string text, double points)
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", ""), ("template.yml", $"styles:\n  body: {{ size: 10 pt, leading: 1.5, first-line-indent: {text} }}\n"));

        Assert.Equal(points, template.Styles[StyleRole.Body].FirstLineIndent.Points, 0.001);
    }

    [Fact]
    public void A_share_thins_a_colour_with_the_background()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "color: { primary: \"#000000\" }\n"), ("template.yml", "styles:\n  quote: { background: primary 10% }\n"));

        Assert.Equal(new Colour(0xE6, 0xE6, 0xE6), template.Styles[StyleRole.Quote].Background);
    }

    [Fact]
    public void The_page_of_the_template_is_the_page_of_every_edition_that_has_no_other()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", ""),
            ("template.yml", "page: { size: A5, margins: { left: 15 mm, right: 15 mm } }\neditions:\n  handout: { page: { columns: 2 } }\n  card: { format: pdf, page: { size: 100 mm x 150 mm } }\n"));

        Assert.Equal(["handout", "card"], template.Editions.Select(e => e.Name));
        Assert.Equal((148.0, 2), (Millimetres(template.Editions[0].Page.Width), template.Editions[0].Page.Columns));
        Assert.Equal((100.0, 1), (Millimetres(template.Editions[1].Page.Width), template.Editions[1].Page.Columns));
    }

    [Fact]
    public void A_kind_of_statement_may_look_different()
    {
        var largePrint = Standard.For(StatementKind.Handout);

        Assert.Equal(18, largePrint.Styles[StyleRole.Body].Size.Points);
        Assert.True(largePrint.Styles[StyleRole.Footnote].Size.Points >= 12);
        Assert.All(Standard.For(StatementKind.PositionPaper).Editions, edition => Assert.True(edition.Contents));
        Assert.Same(Standard, Standard.For(StatementKind.Statement));
        Assert.Same(Standard, Standard.For(null));
    }

    [Fact]
    public void A_font_that_is_not_at_hand_is_named_and_replaced()
    {
        var template = TemplateSupport.Load(("_brand.yml", "typography:\n  fonts:\n    - { family: Lora, source: google }\n  base: Lora\n"));

        var finding = Assert.Single(template.Diagnostics);
        Assert.Equal((DiagnosticCode.FontMissing, 4), (finding.Code, finding.Span.Line));
        Assert.Equal("Source Serif 4", template.Styles[StyleRole.Body].FontFamily);
    }

    [Fact]
    public void A_font_of_the_brand_is_read_from_its_folder_when_asked_for()
    {
        using var folder = new TemplateOnDisk(
            ("_brand.yml", "typography:\n  fonts:\n    - family: House\n      source: file\n      files: [{ path: fonts/House.ttf, weight: bold, style: italic }]\n  headings: House\n"),
            ("fonts/House.ttf", "abc"));

        var font = TemplateFolder.Load(folder.Path, TemplateSupport.Options).Fonts[0];

        Assert.Equal(("House", 700, true), (font.Family, font.Weight, font.Italic));
        Assert.Equal("abc"u8, font.Content.Span);
    }

    [Fact]
    public void A_brand_made_for_another_tool_works_and_what_is_not_used_is_named()
    {
        var template = TemplateSupport.Load(("_brand.yml", """
            meta:
              name: { full: Rat der Beispiele e. V., short: Rat }
              link: { home: https://example.org/, mastodon: https://example.social/@rat }
            color:
              success: "#00AA00"
            typography:
              base: { family: Source Sans 3, line-height: 1.5 }
            defaults:
              bootstrap: { anything: goes }
            """));

        Assert.Equal(("Rat der Beispiele e. V.", "Rat", "https://example.org/"), (template.Brand.Name, template.Brand.ShortName, template.Brand.WebAddress));
        Assert.All(template.Diagnostics, note => Assert.Equal((DiagnosticCode.BrandKeyUnused, DiagnosticSeverity.Note), (note.Code, note.Severity)));
        Assert.Equal([(3, "mastodon"), (5, "success"), (9, "bootstrap")], template.Diagnostics.Select(note => (note.Span.Line, note.Message.Split('"')[1])));
    }

    [Fact]
    public void An_unknown_key_is_named_with_its_line_and_the_nearest_known_one()
    {
        var template = TemplateSupport.Load(("_brand.yml", "color:\n  primry: \"#123456\"\n"), ("template.yml", "\npagee: {}\n"));

        Assert.Equal(
            ["_brand.yml:2 Did you mean \"primary\"?", "template.yml:2 Did you mean \"page\"?"],
            template.Diagnostics.Select(d => $"{Path.GetFileName(d.File)}:{d.Span.Line} {d.Remedy}"));
    }

    [Fact]
    public void Low_contrast_in_a_kind_of_statement_is_named() => Assert.Contains(
        TemplateSupport.Load(("_brand.yml", ""), ("template.yml", "kinds:\n  handout:\n    styles:\n      quote: { colour: \"#BBBBBB\" }\n")).Diagnostics,
        finding => finding.Code == DiagnosticCode.ContrastLow && finding.Message.Contains("in the style quote", StringComparison.Ordinal));

    [Theory]
    [InlineData("title: { space-after: 1 step }", "\"1 step\" is not a value of space-after.")]
    [InlineData("title: { space-before: -1 line }", "\"-1 line\" is not a value of space-before.")]
    [InlineData("title: { leading: +1 step }", "\"+1 step\" is not a value of leading.")]
    [InlineData("title: { leading: -1.2 }", "\"-1.2\" is not a value of leading.")]
    [InlineData("title: { size: 24 }", "\"24\" is not a value of size.")]
    [InlineData("title: { size: 0 pt }", "\"0 pt\" is not a value of size.")]
    [InlineData("title: { size: 9000 pt }", "\"9000 pt\" is not a value of size.")]
    [InlineData("title: { letter-spacing: 0.5 step }", "\"0.5 step\" is not a value of letter-spacing.")]
    [InlineData("title: { indent: 3 }", "\"3\" is not a value of indent.")]
    [InlineData("quote: { rule-start: { thickness: 1 step } }", "\"1 step\" is not a value of thickness.")]
    [InlineData("body: { size: 1.2 em }", "The size of running text cannot be \"1.2 em\": all others count from it.")]
    [InlineData("body: { size: +1 step }", "The size of running text cannot be \"+1 step\": all others count from it.")]
    public void A_measure_that_can_mean_nothing_there_is_refused_with_its_line(string style, string message)
    {
        var refusal = TemplateSupport.Refusal(("_brand.yml", ""), ("template.yml", $"styles:\n  {style}\n"));

        Assert.Equal((message, 2), (refusal.Message, refusal.Line));
    }

    [Fact]
    public void Spaces_may_be_zero_and_indents_and_letter_spacing_negative()
    {
        var title = TemplateSupport.Load(
            ("_brand.yml", ""),
            ("template.yml", "styles:\n  title: { size: 20 pt, space-after: 0, first-line-indent: -5 mm, indent: 5 mm, letter-spacing: -0.01 em, leading: 120% }\n"))
            .Styles[StyleRole.Title];

        Assert.Equal((0.0, -14.15, 14.15, -0.2, 24.0), (title.SpaceAfter.Points, title.FirstLineIndent.Points, title.IndentStart.Points, title.LetterSpacing.Points, title.Leading.Points));
    }

    [Fact]
    public void Low_contrast_is_named_with_its_ratio_and_the_nearest_colour_that_passes()
    {
        var template = TemplateSupport.Load(("_brand.yml", "color:\n  secondary: \"#999999\"\n"));

        var finding = Assert.Single(template.Diagnostics);
        Assert.Equal((DiagnosticCode.ContrastLow, 2), (finding.Code, finding.Span.Line));
        Assert.Contains("2.84:1", finding.Message, StringComparison.Ordinal);
        Assert.True(Colour.TryParse(finding.Remedy[^8..^1], out var nearest), finding.Remedy);
        Assert.InRange(nearest.ContrastWith(Colour.White), 4.5, 4.6);
    }

    [Theory]
    [InlineData("color: {primary: \"#12345\"}", "_brand.yml", 1, "The colour \"#12345\" is not known.")]
    [InlineData("color:\n  primary: blu", "_brand.yml", 2, "The colour \"blu\" is not known.")]
    [InlineData("color:\n  palette: {a: b, b: a}", "_brand.yml", 2, "The colour \"a\" leads back to itself.")]
    [InlineData("color: [1, 2]", "_brand.yml", 1, "The value of \"color\" has the wrong form.")]
    [InlineData("color:\n\tprimary: red", "_brand.yml", 2, null)]
    [InlineData("a: {b: c\nd: e", "_brand.yml", 1, null)]
    [InlineData("meta: {}\nmeta: {}", "_brand.yml", 2, "The key \"meta\" stands here twice.")]
    [InlineData("- a\n- b", "_brand.yml", 1, "Keys with values are expected here.")]
    [InlineData("logo: ../../etc/passwd", "_brand.yml", 1, "\"../../etc/passwd\" lies outside the template's folder.")]
    [InlineData("logo: mark.svg", "_brand.yml", 1, "There is no file \"mark.svg\".")]
    [InlineData("typography:\n  fonts:\n    - family: X\n      source: file\n      files: [x.ttf]", "_brand.yml", 5, "There is no file \"x.ttf\".")]
    [InlineData("typography:\n  headings: {weight: heavy}", "_brand.yml", 2, "\"heavy\" is not a weight.")]
    public void A_broken_brand_is_refused_with_file_and_line(string brand, string file, int line, string? problem)
    {
        var refusal = TemplateSupport.Refusal(("_brand.yml", brand));

        Assert.Equal((file, line), (Path.GetFileName(refusal.File), refusal.Line));
        Assert.Equal(problem ?? refusal.Message, refusal.Message);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Theory]
    [InlineData("styles:\n  boddy: {}", 2, "There is no style \"boddy\".", "Did you mean \"body\"?")]
    [InlineData("styles:\n  quote: {colour: primry}", 2, "The colour \"primry\" is not known.", "Did you mean \"primary\"?")]
    [InlineData("styles:\n  quote: {font: Comic}", 2, "The font \"Comic\" is not at hand.", null)]
    [InlineData("styles:\n  quote: {size: big}", 2, "\"big\" is not a value of size.", null)]
    [InlineData("styles:\n  quote: {size: 11 px2}", 2, "\"11 px2\" is not a value of size.", null)]
    [InlineData("styles:\n  quote: {alignment: left}", 2, "\"left\" is not a value of alignment.", null)]
    [InlineData("styles:\n  quote: {inherits: attribution}\n  attribution: {inherits: quote}", 2, "A style inherits from itself: quote inherits attribution, attribution inherits quote.", null)]
    [InlineData("styles:\n  header: {inherits: footer}", 2, "A style inherits from itself: header inherits footer, footer inherits header in the standard template.", null)]
    [InlineData("editions:\n  flyer: {format: pfd}", 2, "The format \"pfd\" is not known.", "Did you mean \"pdf\"?")]
    [InlineData("editions:\n  Flyer: {format: pdf}", 2, "\"Flyer\" cannot name an edition.", null)]
    [InlineData("editions:\n  flyer: {contents: true}", 2, "The edition \"flyer\" has no format.", null)]
    [InlineData("editions: {}", 1, "The template has no editions.", null)]
    [InlineData("page: {size: A12}", 1, "The page size \"A12\" is not known.", null)]
    [InlineData("page: {margins: {left: 100 mm, right: 100 mm}}", 1, "The margins leave less than 30 mm for the text.", null)]
    [InlineData("page: {columns: 0}", 1, "\"0\" is not a value of columns.", null)]
    public void A_broken_template_is_refused_with_file_and_line(string text, int line, string problem, string? remedy)
    {
        var refusal = TemplateSupport.Refusal(("_brand.yml", ""), ("template.yml", text));

        Assert.Equal(("template.yml", line, problem), (Path.GetFileName(refusal.File), refusal.Line, refusal.Message));
        Assert.StartsWith(remedy ?? "", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_makes_reading_fail_in_another_way()
    {
        var pieces = new[] { "color:", " primary: ", "\"#12", "{", "}", "[", "]", ",", ": ", "- ", "\n", "  ", "\t", "&a ", "*a", "!!x ", "|", ">", "'", "# ", "---\n", "? ", "% ", "x" };
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 20].Select(string.Concat).Sample(text =>
        {
            try
            {
                Publisher.Templates.Yaml.YamlReader.Read("_brand.yml", text);
            }
            catch (PublisherException refusal)
            {
                Assert.InRange(refusal.Line, 1, 1000);
            }
        });
    }

    [Fact]
    public void Examining_names_all_errors_not_only_the_first()
    {
        using var folder = new TemplateOnDisk(("_brand.yml", "color:\n  primary: blu\n  secondary: gren\n"));

        var (template, diagnostics) = TemplateFolder.Examine(folder.Path, TemplateSupport.Options);

        Assert.Null(template);
        Assert.Equal([2, 3], diagnostics.Select(d => d.Span.Line));
    }

    [Fact]
    public void Faults_of_all_files_are_named_by_file_and_line()
    {
        using var folder = new TemplateOnDisk(
            ("_brand.yml", "logo: mark.svg\ncolor:\n  palette: { sand: \"#12345\" }\n"),
            ("closing.md", "{{ fields.mottto }}\n{{ sender | upcas }}\n"),
            ("template.yml", "styles:\n  quote: { colour: sand, size: big }\npage: { size: A12 }\nkinds:\n  handout:\n    styles:\n      boddy: {}\n"));

        var (template, findings) = TemplateFolder.Examine(folder.Path, TemplateSupport.Options);

        Assert.Null(template);
        Assert.Equal(
            ["_brand.yml:1", "_brand.yml:3", "closing.md:1", "closing.md:2", "template.yml:2", "template.yml:3", "template.yml:7"],
            findings.Select(finding => $"{Path.GetFileName(finding.File)}:{finding.Span.Line}"));
    }

    [Fact]
    public void What_a_broken_brand_would_have_named_is_no_fault_elsewhere()
    {
        using var folder = new TemplateOnDisk(
            ("_brand.yml", "color: [\n"),
            ("closing.md", "{{ fields.motto }} {{ fileds.motto }}\n"),
            ("template.yml", "styles:\n  quote: { colour: sand, font: Barlow, size: big }\n"));

        var (_, findings) = TemplateFolder.Examine(folder.Path, TemplateSupport.Options);

        Assert.Equal(["_brand.yml", "closing.md", "template.yml"], findings.Select(finding => Path.GetFileName(finding.File)));
        Assert.Contains("fileds", findings[1].Message, StringComparison.Ordinal);
        Assert.Contains("\"big\"", findings[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("editions:\n  handout: { format: pdf, line-numbers: true }", "line-numbers")]
    [InlineData("editions:\n  handout: { format: pdf, comments: true }", "comments")]
    [InlineData("editions:\n  handout: { format: pdf, embed-fonts: false }", "embed-fonts")]
    [InlineData("editions:\n  draft: { format: docx, qr-code: true }", "qr-code")]
    [InlineData("editions:\n  draft: { format: docx, links-in-print: footnote }", "links-in-print")]
    [InlineData("editions:\n  draft: { format: docx, page: { bleed: 3 mm } }", "bleed")]
    [InlineData("editions:\n  web: { format: html, watermark: Entwurf }", "watermark")]
    [InlineData("editions:\n  web: { format: html, page: { columns: 2 } }", "columns")]
    public void An_option_that_means_nothing_to_the_format_is_named(string text, string key)
    {
        var finding = Assert.Single(TemplateSupport.Load(("_brand.yml", ""), ("template.yml", text)).Diagnostics);

        Assert.Equal((DiagnosticCode.OptionWithoutEffect, 2), (finding.Code, finding.Span.Line));
        Assert.StartsWith($"\"{key}\" has no effect", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("editions:\n  handout: { format: pdf, line-numbers: false, embed-fonts: true, watermark: none, links-in-print: footnote, page: { bleed: 3 mm } }")]
    [InlineData("editions:\n  draft: { format: docx, qr-code: false, watermark: draft, embed-fonts: false, page: { columns: 2 } }")]
    [InlineData("editions:\n  web: { format: html, soft-hyphens: true, links-in-print: brackets, embed-fonts: false, page: { size: A5, margins: { top: 20 mm } } }")]
    public void An_option_that_asks_for_nothing_or_gets_it_is_not(string text) =>
        Assert.Empty(TemplateSupport.Load(("_brand.yml", ""), ("template.yml", text)).Diagnostics);

    [Theory]
    [InlineData("watermark: true", "\"true\" is not a value of watermark.")]
    [InlineData("watermark: yes", "\"yes\" is not a value of watermark.")]
    public void A_flag_is_no_watermark(string option, string problem) => Assert.Equal(
        problem, TemplateSupport.Refusal(("_brand.yml", ""), ("template.yml", $"editions:\n  draft: {{ format: docx, {option} }}\n")).Message);

    [Theory]
    [InlineData("false")]
    [InlineData("none")]
    public void A_watermark_of_the_standard_can_be_taken_away(string value) => Assert.Null(
        TemplateSupport.Load(("_brand.yml", ""), ("template.yml", $"editions:\n  draft: {{ watermark: {value} }}\n")).Editions[0].Watermark);

    [Theory]
    [InlineData("styles:\n  quote:\n    colour: #1E4D2B\n", 3, "Nothing stands behind \"colour\", for the sign # begins a note.", "Write \"#1E4D2B\" with its quotation marks.")]
    [InlineData("styles:\n  quote:\n    size:\n", 3, "Nothing stands behind \"size\"; it has no effect.", "Write a value behind it, or remove the line.")]
    public void A_key_without_a_value_is_named(string text, int line, string problem, string remedy)
    {
        var finding = Assert.Single(TemplateSupport.Load(("_brand.yml", ""), ("template.yml", text)).Diagnostics);

        Assert.Equal((line, problem, remedy), (finding.Span.Line, finding.Message, finding.Remedy));
    }

    [Theory]
    [InlineData("styles:\n  # quote: { size: 9 pt }\n")]
    [InlineData("styles: # ours\n")]
    public void A_section_without_keys_is_none(string text) => Assert.Empty(TemplateSupport.Load(("_brand.yml", ""), ("template.yml", text)).Diagnostics);

    [Theory]
    [InlineData("styles:\n  quote: { colour: #1E4D2B }\n  lead: { size: 12 pt }\n", 2)]
    [InlineData("styles:\n  lead: { size: 12 pt }\n  quote: { size: 9 pt, colour: #1E4D2B }\n", 3)]
    public void A_colour_among_braces_without_quotation_marks_is_named(string text, int line)
    {
        var refusal = TemplateSupport.Refusal(("_brand.yml", ""), ("template.yml", text));

        Assert.Equal((line, "Write \"#1E4D2B\" with its quotation marks."), (refusal.Line, refusal.Remedy));
    }

    [Fact]
    public void Low_contrast_is_named_once_for_each_colour_where_the_template_states_it_with_all_its_styles()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "color:\n  palette: { sand: \"#D8C8A0\" }\n"),
            ("template.yml", "styles:\n  kicker: { colour: sand }\n  heading-2: { colour: sand }\nkinds:\n  handout:\n    styles:\n      quote: { colour: \"#999999\" }\n"));

        Assert.Equal(
            ["2 \"sand\" (#D8C8A0) kicker", "3 \"sand\" (#D8C8A0) heading-2, heading-3, heading-4, heading-5, heading-6, apparatus-heading", "7 #999999 quote"],
            template.Diagnostics.Select(finding =>
                $"{finding.Span.Line} {finding.Message.Split(" has a")[0]["The text colour ".Length..]} {finding.Message.Split(" style")[1].TrimStart('s').Split(';')[0].Trim()}"));
        Assert.All(template.Diagnostics, finding => Assert.Equal("template.yml", Path.GetFileName(finding.File)));
    }

    [Fact]
    public void A_language_may_have_its_own_quotation_marks()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("typography.yml", "it:\n  rules: [quotes]\n  quotes: « » “ ”\n"));

        var italian = template.Typography.Languages.First(language => language.Tag == "it");

        Assert.Empty(template.Diagnostics);
        Assert.Equal(("«", "»", "“", "”"), (italian.Quotes.Open, italian.Quotes.Close, italian.Quotes.InnerOpen, italian.Quotes.InnerClose));
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        using var outside = new TemplateOnDisk(("secret.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"));
        using var folder = new TemplateOnDisk(("_brand.yml", "logo: mark.svg\n"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "mark.svg"), Path.Combine(outside.Path, "secret.svg"));

        var refusal = Assert.Throws<PublisherException>(() => TemplateFolder.Load(folder.Path, TemplateSupport.Options));

        Assert.Contains("outside", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("footer.md")]
    [InlineData("title.press-release.md")]
    [InlineData("template.yml")]
    [InlineData("locales/it.yml")]
    [InlineData("_brand.yml")]
    public void A_file_that_is_a_link_out_of_the_folder_or_to_nowhere_is_refused_by_its_name(string name)
    {
        using var outside = new TemplateOnDisk(("secret", "# {{ title }}"));
        Assert.All(new[] { "secret", "missing" }, target =>
        {
            using var folder = new TemplateOnDisk(("_brand.yml", ""), ("locales/read.me", ""));
            var link = Path.Combine(folder.Path, name);
            File.Delete(link);
            File.CreateSymbolicLink(link, Path.Combine(outside.Path, target));

            var refusal = Assert.Throws<PublisherException>(() => TemplateFolder.Load(folder.Path, TemplateSupport.Options));

            Assert.Contains($"\"{name}\" lies outside", refusal.Message, StringComparison.Ordinal);
        });
    }

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void No_value_of_any_key_of_a_style_makes_the_reader_fail()
    {
        var keys = SchemaTests.KeysAt("#style").ToArray();
        string[] values = ["1 step", "-2 steps", "+40 steps", "-1 pt", "0", "1.4", "-1", "1e9", "9999 mm", "50 %", "3 lines", "none", "true", "[]", "{}", "[1, 2]", "{ thickness: 1 step }", "{ gap: -1 }", "\"\"", "base", "title", "primary 15%", "NaN"];
        var declaration = Gen.Select(AnyOf("body", "title", "quote"), AnyOf(keys), AnyOf(values));

        declaration.Array[1, 4].Sample(declarations =>
        {
            var styles = declarations.DistinctBy(d => d.Item1).Select(d => $"  {d.Item1}: {{ {d.Item2}: {d.Item3} }}");
            using var folder = new TemplateOnDisk(("_brand.yml", ""), ("template.yml", "styles:\n" + string.Join('\n', styles) + "\n"));
            try
            {
                TemplateFolder.Examine(folder.Path, TemplateSupport.Options);
            }
            catch (PublisherException)
            {
                // A refusal is an answer.
            }
        }, iter: 300);
    }

    [Theory]
    [InlineData("footer.md", "outside/secret.md")]
    [InlineData("template.yml", "outside/secret.md")]
    [InlineData("locales", "outside")]
    [InlineData("fonts", "outside")]
    [InlineData("a/footer.md", "outside/secret.md")]
    public void Nothing_outside_the_folder_is_read_whatever_link_leads_there(string name, string target)
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place.PathOf("outside"));
        Directory.CreateDirectory(place.PathOf("house/a"));
        File.WriteAllText(place.PathOf("outside/secret.md"), "Geheim");
        File.WriteAllText(place.PathOf("outside/it.yml"), "Geheim");
        File.CreateSymbolicLink(place.PathOf("house/" + name), place.PathOf(target));
        var files = new Publisher.Templates.Files.TemplateFiles(place.PathOf("house"));

        var isFolder = target == "outside";
        Assert.False(files.Has(isFolder ? name + "/secret.md" : name));
        Assert.Null(files.ReadText(isFolder ? name + "/secret.md" : name));
        Assert.Empty(files.Names(isFolder ? name : "none", ".yml"));
    }

    [Fact]
    public void A_link_that_leads_through_another_link_is_followed_to_its_end()
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place.PathOf("outside"));
        Directory.CreateDirectory(place.PathOf("house/real"));
        File.WriteAllText(place.PathOf("outside/secret.md"), "Geheim");
        File.WriteAllText(place.PathOf("house/real/inside.md"), "Unser");
        File.CreateSymbolicLink(place.PathOf("house/door"), place.PathOf("outside"));
        File.CreateSymbolicLink(place.PathOf("house/through.md"), "door/secret.md");
        File.CreateSymbolicLink(place.PathOf("house/up.md"), "door/../outside/secret.md");
        File.CreateSymbolicLink(place.PathOf("house/own.md"), "real/../real/inside.md");
        File.CreateSymbolicLink(place.PathOf("house/circle.md"), "circle.md");
        var files = new Publisher.Templates.Files.TemplateFiles(place.PathOf("house"));

        Assert.All(new[] { "through.md", "up.md", "circle.md", "door/secret.md", "../outside/secret.md", place.PathOf("outside/secret.md"), "" }, path => Assert.Null(files.ReadText(path)));
        Assert.Equal("Unser", files.ReadText("own.md"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a href='https://example.org/'><path/></a>")]
    [InlineData("<image href='file:///etc/passwd'/>")]
    [InlineData("<path onclick='x()'/>")]
    [InlineData("<use href='https://example.org/a.svg#b'/>")]
    [InlineData("<path fill='url(https://example.org/x)'/>")]
    [InlineData("<style>@import 'https://example.org/x'</style>")]
    [InlineData("&entity;")]
    public void A_logo_that_does_more_than_show_shapes_is_refused(string content)
    {
        var refusal = TemplateSupport.Refusal(
            ("_brand.yml", "logo: { images: { mark: { path: mark.svg, alt: \"\" } }, medium: mark }"),
            ("mark.svg", $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>{content}</svg>"));

        Assert.StartsWith("The logo \"mark.svg\" cannot be used", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_has_its_shape_and_its_words()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "logo:\n  images:\n    mark: { path: mark.svg, alt: Rat der Beispiele }\n  medium: mark\ndefaults:\n  publisher:\n    logo: { placement: above, height: 12 mm }\n"),
            ("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><path d='M0 0h1'/></svg>"));

        Assert.Equal((2.0, "Rat der Beispiele"), (template.Brand.Logo!.AspectRatio, template.Brand.Logo.AlternativeText));
        Assert.Equal(12, Millimetres(template.Brand.Logo.Height));
        Assert.Equal(LogoPlacement.Above, template.SurroundFor(Document.Empty, template.Editions[0]).LogoPlacement);
    }

    [Fact]
    public void A_logo_without_alternative_text_is_named()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "\nlogo: mark.svg\n"), ("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'/>"));

        Assert.Equal([(DiagnosticCode.AlternativeTextMissing, 2)], template.Diagnostics.Select(d => (d.Code, d.Span.Line)));
    }

    [Fact]
    public void A_brand_file_alone_takes_nothing_beside_it()
    {
        using var folder = new TemplateOnDisk(("house.yml", "meta: { name: Haus }\n"), ("template.yml", "editions: {}"), ("title.md", "{% broken"));

        var template = TemplateFolder.Load(Path.Combine(folder.Path, "house.yml"), TemplateSupport.Options);

        Assert.Equal("Haus", template.Brand.Name);
    }

    [Fact]
    public void A_folder_without_a_brand_is_refused() =>
        Assert.Equal("The folder has no _brand.yml.", TemplateSupport.Refusal(("template.yml", "")).Message);

    [Fact]
    public void A_missing_folder_is_refused() => Assert.Equal(
        "There is no such brand.", Assert.Throws<PublisherException>(() => TemplateFolder.Load("nowhere", TemplateSupport.Options)).Message);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var template = TemplateFolder.Load(Path.Combine(TemplateSupport.Shared, "standard"), TemplateSupport.Options);

            Assert.All(Enum.GetValues<StyleRole>(), role => Assert.Equal(Standard.Styles[role], template.Styles[role]));
            Assert.Equal(Standard.Editions, template.Editions);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static double Millimetres(Length length) => Math.Round(length.Points * 25.4 / 72, 6);
}
