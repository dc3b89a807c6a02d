using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;
using static Publisher.Tests.Support.Statement;

namespace Publisher.Tests.Support;

/// <summary>A statement with every kind of block and inline, as one might be written.</summary>
internal static class EverythingStatement
{
    public static Document Document { get; } = new()
    {
        Metadata = new Metadata
        {
            Title = [T("Mehr Grün für die Stadt: was die Landesregierung jetzt tun muss")],
            Subtitle = [T("Stellungnahme zum Entwurf des "), Em("Klimaanpassungsgesetzes")],
            Kind = StatementKind.PositionPaper,
            Language = "de",
            Organisation = "Verein der Prüfenden e.V.",
            Authors = ["Erika Mustermann", "Max Beispiel"],
            Place = "Bochum",
            Date = new DateOnly(2026, 11, 22),
            ReferenceNumber = "47/2026",
            Summary = "Städte heizen sich auf. Wir sagen, was hilft.",
            Keywords = ["Klima", "Stadtgrün"],
            WebAddress = "https://example.org/stellungnahmen/gruen",
            Translations = [new Translation("en", "https://example.org/en/green")],
            Abbreviations = [new Abbreviation("NRW", "Nordrhein-Westfalen")],
        },
        Blocks =
        [
            P(ParagraphRole.Dateline, T("Bochum, 22. November 2026")),
            P(ParagraphRole.Addressee, T("An die"), new LineBreak(), T("Landesregierung NRW")),
            P(ParagraphRole.Salutation, T("Sehr geehrte Damen und Herren,")),
            P(ParagraphRole.Lead, T("Die Städte in NRW heizen sich schneller auf als das Land. Das ist seit langem bekannt"), Ref("a"), T(".")),
            H(1, "Die Lage"),
            P(T("Im Sommer 2025 maßen wir in der Innenstadt "), B("38,5 °C"), T(", im Umland dagegen 33 °C. Der Unterschied beträgt "), B(Em("5,5 Grad")),
                T(". In m"), new Superscript([T("2")]), T(" gerechnet fehlen Flächen; CO"), new Subscript([T("2")]), T(" spart "),
                new Strikethrough([T("kaum jemand")]), T(" jeder zweite Betrieb"), Ref("b"), T(".")),
            P(T("Das Rathaus nennt es "), new LanguageSpan("en", [T("urban heat island")]), T(" und verweist auf "),
                new Link("https://example.org/bericht?jahr=2025&teil=1", [T("den Bericht")], "Klimabericht 2025"), T(" sowie auf "),
                A("#ziel", "unsere Ziele"), T(". Das Wort "), new Correction("\"Hitze\"", "„Hitze“", "typography.quotes"), T(" fehlt darin.")),
            H(2, "Zahlen"),
            Tbl(["Ort", "Messung", "°C"], ["Innenstadt", "Mittag", "38,5"], ["Umland", "Mittag", "33,0"]) with
            {
                Columns = [new TableColumn(), new TableColumn(ColumnAlignment.Center), new TableColumn(ColumnAlignment.End)],
                Caption = [T("Messwerte vom 1. Juli 2025")],
            },
            new Table(
                [new TableColumn(), new TableColumn(), new TableColumn()],
                [],
                [
                    new TableRow([new TableCell([P("Bäume")], 1, 2, IsRowHeader: true), new TableCell([P("gepflanzt")]), new TableCell([P("120")])]),
                    new TableRow([new TableCell([P("gefällt, und zwar "), Ul("krank", "im Weg")]), new TableCell([P("340")])]),
                    new TableRow([new TableCell([P("Beides zählt die Stadt selbst.")], 3)]),
                ]),
            Fig("karte.png", "Karte der Messpunkte: sechs in der Innenstadt, vier im Umland", "Wo gemessen wurde"),
            H(1, [T("Unsere Ziele")]) with { Id = "ziel" },
            Ul(Li(P("Bäume pflanzen"), Ul("an Straßen", "auf Höfen")), Li(P("Flächen entsiegeln")), Li(P("Brunnen bauen"))),
            new OrderedList([Li(P("zuerst die Schulen;"), P("dort ist es am dringendsten.")), Li(P("dann die Krankenhäuser."))], 3, ListNumbering.LowerLetter, ListDelimiter.Parenthesis, Tight: false),
            new OrderedList([Li(P("erstens")), Li(P("zweitens"))], 1, ListNumbering.UpperRoman, ListDelimiter.Parentheses),
            H(2, "Was andere sagen"),
            Q("Wer Schatten will, muss heute pflanzen.", "Petra Grün, Stadtgärtnerin"),
            new Quote([P("Ein Satz ohne Namen."), P("Und noch einer.")]),
            new ThematicBreak(),
            H(3, "Wie gemessen wurde"),
            P(T("Mit dem Programm "), new Code("messen --ort <name>"), T(":")),
            new CodeBlock("for ort in orte:\n    if ort < 5 & \"x\":\n        messen(ort)", "python"),
            H(4, "Geräte"),
            P("Zwei Thermometer."),
            H(5, "Eichung"),
            P(T("Zuletzt 2024"), Ref("a"), T(".")),
            H(6, "Fundstelle"),
            P("Protokoll der Eichung."),
            new PageBreak(),
            P(ParagraphRole.Valediction, T("Mit freundlichen Grüßen")),
            P(ParagraphRole.Signature, T("Erika Mustermann"), new LineBreak(), T("Vorsitzende")),
            P(ParagraphRole.Contact, T("Rückfragen: "), A("tel:+492341234", "+49 234 1234")),
        ],
        Footnotes =
        [
            new Footnote("a", [P(T("Vgl. "), Em("Klimaatlas"), T(" NRW, S. 12."))]),
            new Footnote("b", [P("Umfrage der Kammer."), Ul("Rücklauf 60 %"), P("Stand 2025.")]),
        ],
        LinkReferences = [new LinkReference("http://www.example.org/a_b?c=d&e", 1), new LinkReference("www.example.org", 0), new LinkReference("siehe oben", 2)],
        Resources = [new Resource("karte.png", "image/png", ValueList.Create(Picture.Png))],
        Changes = [new Change("- 2 -", "", CorrectionRules.PageNumber)],
    };
}
