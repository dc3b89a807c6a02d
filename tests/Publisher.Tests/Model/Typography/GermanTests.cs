using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Model.Typography;
using Publisher.Model.Words;

namespace Publisher.Tests.Model.Typography;

/// <summary>
/// The German rules by their number in the list of conventions the project works with: an example from the prose of statements for
/// each, and a counter-example that must stay.
/// </summary>
public sealed class GermanTests
{
    [Theory]
    [InlineData(1, "Die \"Duldung\" ist kein Titel.", "Die „Duldung“ ist kein Titel.")]
    [InlineData(1, "Die “Duldung” ist kein Titel.", "Die „Duldung“ ist kein Titel.")]
    [InlineData(1, "Familien „nicht auseinanderzuziehen\". Gemeint ist", "Familien „nicht auseinanderzuziehen“. Gemeint ist")]
    [InlineData(1, "Die ,,Kriegsflüchtlinge'' kommen", "Die „Kriegsflüchtlinge“ kommen")]
    [InlineData(1, "Die „Duldung“ bleibt.", "Die „Duldung“ bleibt.")]
    [InlineData(1, "Die sogenannte \"Asyl\"-Debatte (\"Debatte\")", "Die sogenannte „Asyl“-Debatte („Debatte“)")]
    [InlineData(2, "„Er sagte \"nein\"“", "„Er sagte ‚nein‘“")]
    [InlineData(2, "\"Er sagte \"nein\"\"", "„Er sagte ‚nein‘“")]
    [InlineData(2, "mit den 'richtigen' Menschen", "mit den ‚richtigen‘ Menschen")]
    [InlineData(2, "„Er sagte ‚nein‘“", "„Er sagte ‚nein‘“")]
    [InlineData(3, "Das »Ja« und «Nein»", "Das „Ja“ und „Nein“")]
    [InlineData(6, "So gibt's und gibt´s es", "So gibt’s und gibt’s es")]
    [InlineData(6, "wie Hans' Auto und 's war", "wie Hans’ Auto und ’s war")]
    [InlineData(6, "die '68er", "die ’68er")]
    [InlineData(6, "So gibt’s es", "So gibt’s es")]
    [InlineData(8, "Ziel - spät - erreicht", "Ziel␣– spät␣– erreicht")]
    [InlineData(8, "Ziel – spät -- erreicht", "Ziel␣– spät␣– erreicht")]
    [InlineData(8, "Nordrhein-Westfalen", "Nordrhein-Westfalen")]
    [InlineData(9, "spät – wie gesagt – , dass", "spät␣– wie gesagt␣–, dass")]
    [InlineData(10, "die Jahre 2020-2026", "die Jahre 2020–2026")]
    [InlineData(10, "vgl. S. 3-7", "vgl. S.␣3–7")]
    [InlineData(10, "12-18 Jahre", "12–18␣Jahre")]
    [InlineData(10, "Az. 12-345/26, am 2026-11-22, Tel. 1234567-89", "Az. 12-345/26, am 2026-11-22, Tel.␣1234567-89")]
    [InlineData(13, "Vor - und Nachteile", "Vor- und Nachteile")]
    [InlineData(13, "Kinder- und Jugendhilfe", "Kinder- und Jugendhilfe")]
    [InlineData(14, "per E-Mail ein 5-jähriges Kind", "per E-Mail ein 5-jähriges Kind")]
    [InlineData(15, "z.B. so, d.h. u.a. i.d.R.", "z.␣B. so, d.␣h. u.␣a. i.␣d.␣R.")]
    [InlineData(15, "Z. B. der Flüchtlingsrat NRW e.V.", "Z.␣B. der Flüchtlingsrat NRW e.␣V.")]
    [InlineData(15, "o.ä., z. Hd. Frau", "o.␣ä., z.␣Hd. Frau")]
    [InlineData(15, "Das ist Punkt d. Hier", "Das ist Punkt d. Hier")]
    [InlineData(16, "Äpfel u. s. w. und b. z. w. u.s.w.", "Äpfel usw. und bzw. usw.")]
    [InlineData(16, "usw. und bzw.", "usw. und bzw.")]
    [InlineData(17, "Äpfel, Birnen usw..", "Äpfel, Birnen usw.")]
    [InlineData(17, "Äpfel, Birnen usw.", "Äpfel, Birnen usw.")]
    [InlineData(18, "nach §5 und § 5 Abs.2", "nach §␣5 und §␣5␣Abs.␣2")]
    [InlineData(18, "§§5,6 und §§ 5 ff.", "§§␣5,␣6 und §§␣5␣ff.")]
    [InlineData(18, "§ 60a Abs. 2 Satz 1 Nr. 3 AufenthG", "§␣60a␣Abs.␣2␣Satz␣1␣Nr.␣3 AufenthG")]
    [InlineData(20, "Art.3 GG, Nr.4, S.12, Anlage 2", "Art.␣3 GG, Nr.␣4, S.␣12, Anlage␣2")]
    [InlineData(20, "die Art. Drei sagt", "die Art. Drei sagt")]
    [InlineData(21, "20% und 20 % sind", "20␣% und 20␣% sind")]
    [InlineData(21, "20%ig und die 20%-Hürde", "20%ig und die 20%-Hürde")]
    [InlineData(22, "5km, 100€, 15 km und 20°C", "5␣km, 100␣€, 15␣km und 20␣°C")]
    [InlineData(22, "im 5G-Netz, § 12g und A4", "im 5G-Netz, §␣12g und A4")]
    [InlineData(23, "rund 10000 Euro", "rund 10.000␣Euro")]
    [InlineData(23, "2500 Euro in 44787 Bochum", "2500␣Euro in 44787 Bochum")]
    [InlineData(24, "genau 12500.50 €", "genau 12.500,50␣€")]
    [InlineData(24, "genau 12.500,50 €", "genau 12.500,50␣€")]
    [InlineData(25, "1,5Mio. Euro und 3 Mrd. Euro", "1,5␣Mio.␣Euro und 3␣Mrd.␣Euro")]
    [InlineData(28, "am 22.November 2026", "am 22.␣November␣2026")]
    [InlineData(28, "am 22. 12. und 22. 12. 2014, am 22.12.2014", "am 22.␣12. und 22.␣12.␣2014, am 22.12.2014")]
    [InlineData(28, "Es sind 22. Nova kam", "Es sind 22. Nova kam")]
    [InlineData(30, "um 9.00 Uhr und 9:00Uhr und 9 Uhr", "um 9:00␣Uhr und 9:00␣Uhr und 9␣Uhr")]
    [InlineData(30, "Uhren 9.00 Uhrwerke", "Uhren 9.00 Uhrwerke")]
    [InlineData(31, "die 90-er Jahre", "die 90er Jahre")]
    [InlineData(32, "Dr.Müller und Prof. Dr. Meier, A.B.Meier", "Dr.␣Müller und Prof.␣Dr.␣Meier, A.␣B.␣Meier")]
    [InlineData(32, "Vitamin C. Danach", "Vitamin C. Danach")]
    [InlineData(33, "und so weiter... Mist", "und so weiter␣… Mist")]
    [InlineData(33, "und so weiter ....", "und so weiter␣…")]
    [InlineData(33, "dieser Sch... und […]", "dieser Sch… und […]")]
    [InlineData(33, "Seite ........ 5", "Seite ........ 5")]
    [InlineData(37, "Tel.: 030/1234567", "Tel.: 030␣1234567")]
    [InlineData(37, "Drucksache 030/1234", "Drucksache␣030/1234")]
    [InlineData(38, "IBAN DE02120300000000202051", "IBAN DE02␣1203␣0000␣0000␣2020␣51")]
    [InlineData(38, "DE02120300000000202052", "DE02120300000000202052")]
    [InlineData(40, "Bürger*innen, Bürger:innen, Bürger_innen", "Bürger*innen, Bürger:innen, Bürger_innen")]
    [InlineData(42, "Wort  Wort , Wort", "Wort Wort, Wort")]
    [InlineData(42, "Wort Wort, Wort", "Wort Wort, Wort")]
    [InlineData(45, "fu\u0308r A\u0308rzte", "für Ärzte")]
    [InlineData(46, "ﬁnden, Auﬂage", "finden, Auflage")]
    [InlineData(47, "Auflage", "Auflage")]
    [InlineData(48, "Landes\u00ADregierung", "Landesregierung")]
    public void Is_corrected(int rule, string wrong, string right)
    {
        Assert.InRange(rule, 1, 48);
        Assert.Equal(right, Shipped.Correct("de", wrong));
    }

    [Theory]
    [InlineData(5, "„Das gilt.“.", TypographyRule.QuoteStop)]
    [InlineData(5, "Er sagte: „Das gilt.“", null)]
    [InlineData(7, "die PKW’s und montag’s", TypographyRule.GenitiveApostrophe)]
    [InlineData(7, "So geht’s", null)]
    [InlineData(12, "von 9–12␣Uhr", TypographyRule.FromTo)]
    [InlineData(12, "von 9 bis 12␣Uhr", null)]
    [InlineData(13, "Waren - und Dienstleistungen", TypographyRule.AmbiguousHyphen)]
    [InlineData(19, "der § regelt", TypographyRule.SectionWord)]
    [InlineData(19, "§␣5 regelt", null)]
    [InlineData(22, "€␣100 kostet", TypographyRule.CurrencyOrder)]
    [InlineData(26, "bei -5␣°C", TypographyRule.Minus)]
    [InlineData(26, "bei −5␣°C", null)]
    [InlineData(27, "3 x 4␣Meter", TypographyRule.Times)]
    [InlineData(27, "Familie x klagt", null)]
    [InlineData(29, "am 2.1.2026", TypographyRule.ShortDate)]
    [InlineData(29, "am 22.11.26", TypographyRule.ShortDate)]
    [InlineData(29, "am 02.01.2026", null)]
    [InlineData(31, "zum 3ten Mal", TypographyRule.Ordinal)]
    [InlineData(31, "die 3. Sitzung", null)]
    [InlineData(34, "er sagte (…) nichts", TypographyRule.Omission)]
    [InlineData(34, "er sagte […] nichts", null)]
    [InlineData(35, "Bund / Länder", TypographyRule.Slash)]
    [InlineData(35, "Bund/Länder", null)]
    [InlineData(36, "Bund & Länder", TypographyRule.Ampersand)]
    [InlineData(36, "Müller & Söhne", null)]
    [InlineData(39, "AN DER GROSSEN", TypographyRule.SharpS)]
    [InlineData(39, "AN DER GROẞEN", null)]
    [InlineData(40, "alle Bürger*innen", TypographyRule.GenderSign)]
    [InlineData(40, "ein Stern* im Text", null)]
    [InlineData(41, "die 20␣Prozent Hürde", TypographyRule.Compound)]
    [InlineData(41, "ein DIN 5008 Brief", TypographyRule.Compound)]
    [InlineData(41, "die 20-Prozent-Hürde", null)]
    [InlineData(43, "Der Satz.Nächster Satz", TypographyRule.SentenceSpace)]
    [InlineData(43, "bei example.org", null)]
    [InlineData(1, "Er sagte \"nein", TypographyRule.UnpairedQuote)]
    public void Is_reported_and_left_as_it_is(int rule, string text, TypographyRule? expected)
    {
        Assert.InRange(rule, 1, 48);
        text = text.Replace('␣', '\u00A0');
        var everything = Shipped.Apply("de", [new Text(text)], Shipped.Everything);

        Assert.Equal(text, PlainText.Of(((Paragraph)everything.Blocks[0]).Content));
        if (expected is null)
        {
            Assert.Empty(everything.Diagnostics);
            return;
        }

        // Named alone, the rule is what speaks.
        var alone = Shipped.Everything with { Languages = [Shipped.Everything.For("de")! with { Rules = [expected.Value] }] };
        Assert.NotEmpty(Shipped.Apply("de", [new Text(text)], alone).Diagnostics);
    }

    [Fact]
    public void Rule_3_guillemets_are_a_style_that_a_house_may_choose()
    {
        var house = Shipped.Settings with { Languages = [Shipped.Settings.For("de")! with { Quotes = new QuotationStyle("»", "«", "›", "‹") }] };

        Assert.Equal("»Ja, ›nein‹«, sagte er", Shipped.Correct("de", "\"Ja, 'nein'\", sagte er", house));
        Assert.Equal("»Ja«", Shipped.Correct("de", "«Ja»", house));
    }

    [Fact]
    public void Rule_4_Switzerland_has_guillemets_that_point_outward_and_its_own_figures()
    {
        Assert.Equal("«Ja, ‹nein›», Strasse", Shipped.Correct("de-CH", "„Ja, ‚nein‘“, Strasse"));
        Assert.Equal("10’000␣Franken", Shipped.Correct("de-CH", "10000 Franken"));
    }

    [Fact]
    public void Rule_11_an_office_may_have_spaces_round_the_dash_of_a_range()
    {
        var office = Shipped.Settings with { Languages = [Shipped.Settings.For("de")! with { Range = " – " }] };

        Assert.Equal("9␣– 12␣Uhr", Shipped.Correct("de", "9-12 Uhr", office));
    }

    [Fact]
    public void Rule_44_foreign_text_keeps_its_own_marks()
    {
        var line = Shipped.Apply("de", [
            new Text("Er sagte \"ja\" und "),
            new LanguageSpan("en", [new Text("\"yes\" - don't")]),
            new LanguageSpan("la", [new Text("\"ita\" - est")]),
        ]);

        Assert.Equal("Er sagte „ja“ und “yes”␣– don’t\"ita\" - est", Shipped.Visible(PlainText.Of(((Paragraph)line.Blocks[0]).Content)));
    }
}
