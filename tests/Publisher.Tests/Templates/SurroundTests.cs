using CsCheck;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using Publisher.Templates.Surroundings;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Templates;

public sealed class SurroundTests
{
    [Theory]
    [InlineData("*A* | B <b>")]
    [InlineData("# 1. [x](y) {{ z }} || `c`")]
    [InlineData("Snake_case_wort & Söhne, 5 % – $§!")]
    public void A_value_stays_the_characters_it_is(string value)
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("letterhead.md", "{{ organisation }}\n"), ("header.md", "{{ short_title }} || {{ organisation }}\n"));

        var statement = Doc().Titled(value) is var d ? d with { Metadata = d.Metadata with { Organisation = value } } : d;
        var surround = template.SurroundFor(statement, template.Editions[0]);

        Assert.Equal([P(value)], surround.Letterhead);
        Assert.Equal(new RunningLine([T(value)], [], [T(value)]), Assert.Single(surround.Header));
    }

    [Fact]
    public void Escaping_has_no_gap() => Gen.String.Sample(value =>
    {
        var plain = MarkdownEscape.Plain(value);

        var read = TemplateSupport.Parse(MarkdownEscape.Escape(value));

        Assert.Equal(plain, string.Concat(read.Cast<Paragraph>().Select(p => PlainText.Of(p.Content))));
    });

    [Fact]
    public void A_value_cannot_pass_for_a_page_number_or_a_title()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("letterhead.md", "{{ organisation }}\n"));

        var statement = Doc().Titled("Titel") is var d ? d with { Metadata = d.Metadata with { Organisation = "A\uE000B\uE003C" } } : d;

        Assert.Equal([P("ABC")], template.SurroundFor(statement, template.Editions[0]).Letterhead);
    }

    [Fact]
    public void Title_and_subtitle_keep_their_markup_and_their_corrections()
    {
        Inline[] title = [T("Zum "), Em("Haushalt"), new Correction("-", "–", CorrectionRules.LineEndHyphen), Ref("1")];
        var statement = Doc() with { Metadata = Metadata.Empty with { Title = [.. title], Subtitle = [B("fett")] } };

        var block = TemplateSupport.Standard.SurroundFor(statement, TemplateSupport.Standard.Editions[0]).TitleBlock;

        Assert.Equal([.. title], block.Title);
        Assert.Equal([B("fett")], block.Subtitle);
    }

    [Fact]
    public void A_title_repeated_elsewhere_has_no_note_marks_links_or_tracked_changes()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("footer.md", "Aus: {{ title }}\n"));
        var statement = Doc() with
        {
            Metadata = Metadata.Empty with
            {
                Title = [T("Zum "), A("https://example.org/", "Haushalt"), new Correction("-", "–", CorrectionRules.LineEndHyphen), Ref("1")],
            },
        };

        var footer = Assert.Single(template.SurroundFor(statement, template.Editions[0]).Footer);

        Assert.Equal([T("Aus: "), T("Zum "), T("Haushalt"), T("–")], footer.Start);
    }

    [Fact]
    public void What_stands_above_and_below_the_title_line_stands_there()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("title.md", "Oben\n\n# {{ title }}\n\n## {{ subtitle }}\n\nUnten\n"));

        var block = template.SurroundFor(Doc().Titled("Titel", "Untertitel"), template.Editions[0]).TitleBlock;

        Assert.Equal(([P("Oben")], [P("Unten")]), (block.Before, block.After));
    }

    [Fact]
    public void A_title_text_without_a_line_for_the_title_is_refused() => Assert.Equal(
        "The text has no line for the title.", TemplateSupport.Refusal(("_brand.yml", ""), ("title.md", "{{ title }}\n")).Message);

    [Theory]
    [InlineData("a", "a", "", "")]
    [InlineData("a || b", "a", "", "b")]
    [InlineData("a || b || c", "a", "b", "c")]
    [InlineData("|| b ||", "", "b", "")]
    [InlineData("|| b", "", "", "b")]
    [InlineData("1. Mai || # 5", "1. Mai", "", "# 5")]
    public void A_running_line_has_up_to_three_parts(string text, string start, string center, string end)
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("footer.md", text));

        var line = Assert.Single(template.SurroundFor(Doc(), template.Editions[0]).Footer);

        Assert.Equal((start, center, end), (PlainText.Of(line.Start), PlainText.Of(line.Center), PlainText.Of(line.End)));
    }

    [Fact]
    public void The_first_page_may_have_other_running_lines()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("header.md", "{% if first_page %}\nerste\n{% else %}\nandere\n\nzweite Zeile\n{% endif %}\n"));

        var surround = template.SurroundFor(Doc(), template.Editions[0]);

        Assert.Equal("erste", PlainText.Of(Assert.Single(surround.FirstHeader).Start));
        Assert.Equal(["andere", "zweite Zeile"], surround.Header.Select(line => PlainText.Of(line.Start)));
    }

    [Fact]
    public void Lines_of_a_text_stay_lines()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("closing.md", "Eins\nZwei\n\nDrei\n"));

        Assert.Equal(
            [P(T("Eins"), new LineBreak(), T("Zwei")), P("Drei")], template.SurroundFor(Doc(), template.Editions[0]).Closing);
    }

    [Fact]
    public void A_text_may_have_a_form_for_a_kind_of_statement()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("closing.md", "alle"), ("closing.press-release.md", "Presse"));
        Document Of(StatementKind? kind) => Doc() with { Metadata = Metadata.Empty with { Kind = kind } };

        Assert.Equal([P("Presse")], template.SurroundFor(Of(StatementKind.PressRelease), template.Editions[0]).Closing);
        Assert.Equal([P("alle")], template.SurroundFor(Of(StatementKind.OpenLetter), template.Editions[0]).Closing);
        Assert.Equal([P("alle")], template.SurroundFor(Of(null), template.Editions[0]).Closing);
    }

    [Fact]
    public void The_address_of_a_letter_stands_above_its_title_unless_the_letter_holds_it()
    {
        var metadata = Metadata.Empty with { Kind = StatementKind.OpenLetter, Addressee = ["Frau Ministerin", "Platz 1", "40213 Düsseldorf"] };
        var letter = Doc(P("Text.")) with { Metadata = metadata };
        var itself = Doc(P(ParagraphRole.Addressee, T("Frau Ministerin")), P("Text.")) with { Metadata = metadata };
        var template = TemplateSupport.Standard;

        var field = template.SurroundFor(letter, template.Editions[0]).AddressField;

        Assert.Equal(
            [P(ParagraphRole.Addressee, T("Frau Ministerin"), new LineBreak(), T("Platz 1"), new LineBreak(), T("40213 Düsseldorf"))], field);
        Assert.Empty(template.SurroundFor(itself, template.Editions[0]).AddressField);
    }

    [Fact]
    public void A_field_that_does_not_exist_is_named()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("footer.md", "\n{{ organization }}\n"));

        var finding = Assert.Single(template.Diagnostics);
        Assert.Equal((DiagnosticCode.TemplateKeyUnknown, 2, "Did you mean \"organisation\"?"), (finding.Code, finding.Span.Line, finding.Remedy));
    }

    [Fact]
    public void A_house_may_have_texts_of_its_own()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "defaults:\n  publisher:\n    fields: { imprint: \"V. i. S. d. P.: Mia Muster\" }\n"), ("closing.md", "{{ fields.imprint }}"));

        Assert.Equal([P("V. i. S. d. P.: Mia Muster")], template.SurroundFor(Doc(), template.Editions[0]).Closing);
    }

    [Theory]
    [InlineData("fields.mottto", "There is no field \"fields.mottto\"; nothing stands there.", "Did you mean \"motto\"?")]
    [InlineData("contact.phone", "There is no field \"contact.phone\"; nothing stands there.", "Known here: name, role, telephone,")]
    [InlineData("labels.kind-press-relaese", "There is no field \"labels.kind-press-relaese\"; nothing stands there.", "Did you mean \"kind_press_release\"?")]
    [InlineData("contact.address.sice", "There is no field \"contact.address.sice\"; nothing stands there.", "Did you mean \"size\"?")]
    public void A_part_of_a_field_that_does_not_exist_is_named(string field, string message, string remedy)
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "defaults:\n  publisher:\n    fields: { motto: Mehr }\n"), ("closing.md", $"\n{{{{ {field} }}}}\n"));

        var finding = Assert.Single(template.Diagnostics);
        Assert.Equal((DiagnosticCode.TemplateKeyUnknown, 2, message), (finding.Code, finding.Span.Line, finding.Message));
        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ fields.return-line }}", "Haus, Ort")]
    [InlineData("{{ fields.return_line }}", "Haus, Ort")]
    [InlineData("{{ labels.kind-press-release }}", "Pressemitteilung")]
    [InlineData("{{ labels.kind_press_release }}", "Pressemitteilung")]
    [InlineData("{% if fields.imprint %}{{ fields.imprint }}{% endif %}{% for line in contact.address %}{{ line.size }}{% endfor %}{{ sender }}", "Haus")]
    public void A_hyphen_and_an_underscore_in_a_name_count_for_the_same(string text, string expected)
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "meta: { name: Haus }\ndefaults:\n  publisher:\n    fields: { return-line: \"Haus, Ort\" }\n"), ("closing.md", text));

        Assert.Empty(template.Diagnostics);
        Assert.Equal([P(expected)], template.SurroundFor(Doc() with { Metadata = Metadata.Empty with { Language = "de" } }, template.Editions[0]).Closing);
    }

    [Fact]
    public void A_line_whose_fields_are_empty_is_left_out_and_in_header_and_footer_so_is_a_part_of_one()
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", ""),
            ("closing.md", "Tel. {{ contact.telephone }}\nFassung {{ version }} vom {{ date }}\n"),
            ("footer.md", "Stand: {{ date }} || {{ page }}\nFassung {{ version }} || Nr. {{ reference_number }}\nSeite {{ page }}\n"));
        var statement = Doc() with { Metadata = Metadata.Empty with { Version = "2" } };

        var surround = template.SurroundFor(statement, template.Editions[0]);

        Assert.Equal([P("Fassung 2 vom")], surround.Closing);
        Assert.Equal(
            [new RunningLine([], [], [new Placeholder(PlaceholderKind.Page)]), new RunningLine([T("Fassung 2")], [], []), new RunningLine([T("Seite "), new Placeholder(PlaceholderKind.Page)], [], [])],
            surround.Footer);
    }

    [Fact]
    public void A_statement_without_a_title_keeps_what_stands_above_and_below_its_line()
    {
        var template = TemplateSupport.Load(("_brand.yml", ""), ("title.md", "Oben\n\n# {{ title }}\n\n## {{ subtitle }}\n\nUnten\n"));

        var block = template.SurroundFor(Doc(), template.Editions[0]).TitleBlock;

        Assert.Equal(([P("Oben")], [P("Unten")]), (block.Before, block.After));
    }

    [Theory]
    [InlineData("closing.md", "Eins || zwei\n", 1)]
    [InlineData("title.md", "# {{ title }}\n\nEins || zwei\n", 3)]
    [InlineData("return-line.open-letter.md", "Eins || zwei\n", 1)]
    public void A_line_in_parts_where_none_can_be_is_named(string file, string text, int line)
    {
        var finding = Assert.Single(TemplateSupport.Load(("_brand.yml", ""), (file, text)).Diagnostics);

        Assert.Equal((file, line), (Path.GetFileName(finding.File), finding.Span.Line));
        Assert.StartsWith("\"||\" does not part a line here.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("closng.md", "Did you mean \"closing.md\"?")]
    [InlineData("title.pressrelease.md", "Did you mean \"title.press-release.md\"?")]
    [InlineData("Footer.md", "Did you mean \"footer.md\"?")]
    [InlineData("header.txt", "Did you mean \"header.md\"?")]
    [InlineData("templte.yml", "Did you mean \"template.yml\"?")]
    [InlineData("template.yaml", "Did you mean \"template.yml\"?")]
    [InlineData("closing.winter.md", "Known here: closing.md, closing.statement.md,")]
    public void A_file_whose_name_is_nearly_right_is_named(string file, string remedy)
    {
        var finding = Assert.Single(TemplateSupport.Load(("_brand.yml", ""), (file, "x: 1\n")).Diagnostics);

        Assert.Equal((DiagnosticCode.TemplateKeyUnknown, file), (finding.Code, Path.GetFileName(finding.File)));
        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("OFL.txt")]
    [InlineData("_quarto.yml")]
    [InlineData("notes.md")]
    public void A_file_of_another_purpose_is_left_alone(string file) =>
        Assert.Empty(TemplateSupport.Load(("_brand.yml", ""), (file, "x: 1\n")).Diagnostics);

    [Theory]
    [InlineData("de", "Wir")]
    [InlineData("en", "We")]
    [InlineData("en-GB", "We")]
    [InlineData("fr", "Nous (Suisse)")]
    [InlineData("it", "Wir")]
    public void A_text_of_the_house_follows_the_language_of_the_statement(string language, string expected)
    {
        var template = TemplateSupport.Load(
            ("_brand.yml", "defaults:\n  publisher:\n    fields:\n      about: { en: We, de: Wir, fr-CH: Nous (Suisse) }\n"), ("closing.md", "{{ fields.about }}\n"));

        var surround = template.SurroundFor(Doc() with { Metadata = Metadata.Empty with { Language = language } }, template.Editions[0]);

        Assert.Equal([P(expected)], surround.Closing);
    }

    [Theory]
    [InlineData(StatementKind.PressRelease, "Pressekontakt")]
    [InlineData(StatementKind.Statement, "Kontakt")]
    [InlineData(null, "Kontakt")]
    public void Only_a_press_release_has_a_contact_for_the_press(StatementKind? kind, string label)
    {
        var statement = Doc() with { Metadata = Metadata.Empty with { Language = "de", Kind = kind, Contact = new Contact { Name = "Mia Muster" } } };

        var closing = TemplateSupport.Standard.SurroundFor(statement, TemplateSupport.Standard.Editions[0]).Closing;

        Assert.Equal([P(T($"**{label}**"), new LineBreak(), T("Mia Muster"))], closing);
    }
}
