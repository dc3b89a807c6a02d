using CsCheck;
using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Tests.Support;

/// <summary>
/// Arbitrary documents that keep the model's promises, for properties: every kind of block, inline and metadata occurs, texts do not
/// touch texts, no content is empty, every note and heading that is referred to exists, notes stand in the order of their first reference.
/// </summary>
internal static class Arbitrary
{
    private const int NoteCount = 4;
    private const string HeadingId = "ziel";
    private const string PictureName = "bild.png";

    private static readonly string[] Vocabulary =
    [
        "Wir", "fordern", "die", "Landesregierung", "auf", "Straßenbäume", "Öffentlichkeitsbeteiligung", "§ 5", "z. B.", "„gut“",
        "‚schlecht‘", "2026", "12.500,50 €", "Kinder-", "und", "Jugendhilfe", "NRW-Erlass", "a<b", "R&D", "*nicht*", "_so_", "[1]",
        "\\", "`", "#", "1.", "–", "…", "l’État", "naïve", "Łódź", "don’t", "e.V.", "100%", "x_y", "!", "(vgl.", "S. 3)", "{ja}",
    ];

    /// <summary>A few words with single spaces.</summary>
    public static Gen<string> Words { get; } = Gen.OneOf(Vocabulary).Array[1, 7].Select(words => string.Join(' ', words));

    /// <summary>A line of text with every kind of inline, without notes, pictures and corrections.</summary>
    public static Gen<ValueList<Inline>> PlainLine { get; } = Line(2, InlineKinds.Plain);

    /// <summary>A line of text with every kind of inline.</summary>
    public static Gen<ValueList<Inline>> RichLine { get; } = Line(2, InlineKinds.All);

    /// <summary>Metadata in which each fact may be stated or not.</summary>
    public static Gen<Metadata> Metadata { get; } = Gen.Select(
        Gen.Select(Optional(RichLine), Optional(PlainLine)),
        Gen.Enum<StatementKind>().Nullable(),
        Gen.OneOf("de", "de-CH", "en", "fr", "und"),
        Gen.Select(Maybe(Words), Maybe(Words), Maybe(Words), Maybe(Words)),
        Gen.Select(List(Words), List(Words), List(Words)),
        Gen.DateOnly[new DateOnly(1990, 1, 1), new DateOnly(2040, 12, 31)].Nullable(),
        Gen.DateTime[new DateTime(2020, 1, 1), new DateTime(2040, 1, 1)].Select(t => new DateTime(t.Year, t.Month, t.Day, t.Hour, t.Minute, 0)).Nullable(),
        Contact().Null(),
        (title, kind, language, facts, lists, date, embargo, contact) => new Metadata
        {
            Title = title.Item1,
            Subtitle = title.Item1.IsEmpty ? default : title.Item2,
            Kind = kind,
            Language = language,
            Organisation = facts.Item1,
            Place = facts.Item2,
            ReferenceNumber = facts.Item3,
            Summary = facts.Item4,
            Version = facts.Item3 is null ? null : "0.3",
            WebAddress = facts.Item4 is null ? null : "https://example.org/stellungnahme",
            Authors = lists.Item1,
            Addressee = lists.Item2,
            Keywords = lists.Item3,
            Date = date,
            Embargo = embargo,
            Contact = contact,
            Translations = lists.Item1.IsEmpty ? default : [new Translation("en", "https://example.org/en")],
            Abbreviations = lists.Item2.IsEmpty ? default : [new Abbreviation("EU", "Europäische Union")],
        });

    /// <summary>One or more blocks, nested at most three deep.</summary>
    public static Gen<ValueList<Block>> Blocks { get; } = BlocksOf(3, InlineKinds.All, 1, 6);

    /// <summary>A whole document, as a source could have made it, but without spans, changes and diagnostics.</summary>
    public static Gen<Document> Document { get; } = Gen.Select(
        Metadata,
        Blocks,
        BlocksOf(1, InlineKinds.Plain, 1, 2).Array[NoteCount],
        List(Gen.Int[0, 3].Select(page => new LinkReference("https://example.org/?a=1&b=" + page, page))),
        (metadata, blocks, notes, links) => WithNotesInOrder(new Document
        {
            Metadata = metadata,
            Blocks = [new Heading(1, [new Text("Ziel der Verweise")]) { Id = HeadingId }, .. blocks],
            Footnotes = [.. notes.Select((content, index) => new Footnote(NoteId(index), content))],
            LinkReferences = links,
            Resources = [new Resource(PictureName, "image/png", ValueList.Create(Picture.Png))],
        }));

    /// <summary>What only a source's reading adds: changes outside the flow.</summary>
    public static Gen<Change> Change { get; } = Gen.Select(Words, Words, Span, (original, replacement, span) =>
        new Change(original, replacement, CorrectionRules.PageNumber) { Span = span });

    /// <summary>A diagnostic of any code and severity.</summary>
    public static Gen<Diagnostic> Diagnostic { get; } = Gen.Select(
        Gen.Enum<DiagnosticCode>(), Gen.Enum<DiagnosticSeverity>(), Words, Words, Span, Maybe(Words),
        (code, severity, message, remedy, span, file) => new Diagnostic(code, severity, message, remedy) { Span = span, File = file });

    /// <summary>A place in a source, known or not.</summary>
    public static Gen<SourceSpan> Span => Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 99], Gen.Int[1, 999], Gen.Int[1, 80], Gen.Bool, (offset, length, line, column, known) =>
        known ? new SourceSpan(offset, length, line, column) : SourceSpan.None);

    private enum InlineKinds
    {
        /// <summary>Text and its stresses, without links: the content of links.</summary>
        Unlinked,

        /// <summary>And links and line breaks.</summary>
        Plain,

        /// <summary>And notes, pictures and corrections.</summary>
        All,
    }

    private static Gen<ValueList<Inline>> Line(int depth, InlineKinds kinds) => Gen.Select(
        Words,
        Gen.Select(Special(depth, kinds), Gen.OneOf("", " "), Gen.OneOf("", " "), Words).Array[0, 3],
        (first, rest) =>
        {
            var line = new List<Inline>();
            foreach (var (special, before, behind, words) in rest)
            {
                line.Add(new Text(first + before));
                line.Add(special);
                first = behind + words;
            }

            line.Add(new Text(first));
            return line.ToValueList();
        });

    private static Gen<Inline> Special(int depth, InlineKinds kinds)
    {
        var code = Words.Select(words => (Inline)new Code(words));
        if (depth == 0)
        {
            return code;
        }

        var inner = Line(depth - 1, kinds);
        var options = new List<Gen<Inline>>
        {
            code,
            inner.Select(content => (Inline)new Emphasis(content)),
            inner.Select(content => (Inline)new Strong(content)),
            inner.Select(content => (Inline)new Strikethrough(content)),
            inner.Select(content => (Inline)new Superscript(content)),
            inner.Select(content => (Inline)new Subscript(content)),
            Gen.Select(Gen.OneOf("en", "fr", "la", "de-AT"), inner, (language, content) => (Inline)new LanguageSpan(language, content)),
        };
        if (kinds >= InlineKinds.Plain)
        {
            options.Add(Gen.Const((Inline)new LineBreak()));
            options.Add(Gen.Select(
                Gen.OneOf("https://example.org/a?b=c&d=ü", "mailto:presse@example.org", "tel:+492341234", "#" + HeadingId),
                Line(depth - 1, InlineKinds.Unlinked),
                Maybe(Words),
                (target, content, title) => (Inline)new Link(target, content, title)));
        }

        if (kinds == InlineKinds.All)
        {
            options.Add(Gen.Int[0, NoteCount - 1].Select(index => (Inline)new FootnoteReference(NoteId(index))));
            options.Add(Gen.OneOf(null, "", "Ein buntes Bild").Select(alternative => (Inline)new Image(PictureName, alternative)));
            options.Add(Gen.OneOf(
                (Inline)new Correction("\"", "„", "typography.earlier"),
                new Correction("Landes-\nregierung", "Landesregierung", CorrectionRules.LineEndHyphen),
                new Correction("- 2 -\n", "", CorrectionRules.PageNumber),
                new Correction("", " ", "typography.earlier")));
        }

        return Gen.OneOf([.. options]);
    }

    private static Gen<ValueList<Block>> BlocksOf(int depth, InlineKinds kinds, int least, int most) =>
        BlockOf(depth, kinds).Array[least, most].Select(blocks => blocks.ToValueList());

    private static Gen<Block> BlockOf(int depth, InlineKinds kinds)
    {
        var line = Line(2, kinds);
        var paragraph = line.Select(content => (Block)new Paragraph(content));
        if (depth == 0)
        {
            return paragraph;
        }

        var simple = new List<(int, IGen<Block>)>
        {
            (4, paragraph),
            (1, Gen.Select(line, Gen.Enum<ParagraphRole>(), (content, role) => (Block)new Paragraph(content, role))),
            (1, Gen.Select(Words.Array[0, 3], Gen.OneOf(null, "csharp"), (lines, language) => (Block)new CodeBlock(string.Join('\n', lines), language))),
            (2, Items(depth, kinds).Select(Gen.Bool, (items, tight) => (Block)new UnorderedList(items, tight))),
            (2, Gen.Select(Items(depth, kinds), Gen.Int[0, 30], Gen.Enum<ListNumbering>(), Gen.Enum<ListDelimiter>(), Gen.Bool,
                (items, start, numbering, delimiter, tight) => (Block)new OrderedList(items, Math.Max(start, numbering == ListNumbering.Decimal ? 0 : 1), numbering, delimiter, tight))),
            (2, Gen.Select(BlocksOf(depth - 1, kinds, 1, 3), Optional(line), (content, attribution) => (Block)new Quote(content, attribution))),
        };
        if (kinds == InlineKinds.All)
        {
            simple.Add((2, Gen.Select(Gen.Int[1, 6], line, (level, content) => (Block)new Heading(level, content))));
            simple.Add((2, Tables(depth, kinds)));
            simple.Add((1, Gen.Select(Gen.OneOf(null, "", "Ein buntes Bild"), Optional(line),
                (alternative, caption) => (Block)new Figure(new Image(PictureName, alternative), caption))));
            simple.Add((1, Gen.OneOf<Block>(new ThematicBreak(), new PageBreak())));
        }

        return Gen.Frequency([.. simple]);
    }

    private static Gen<ValueList<ListItem>> Items(int depth, InlineKinds kinds) =>
        Gen.Select(Line(2, kinds), BlocksOf(depth - 1, kinds == InlineKinds.All ? InlineKinds.Plain : kinds, 0, 2), (first, rest) =>
            new ListItem([new Paragraph(first), .. rest])).Array[1, 4].Select(items => items.ToValueList());

    private static Gen<Block> Tables(int depth, InlineKinds kinds) => Gen.Select(
        Gen.Enum<ColumnAlignment>().Array[1, 5],
        Gen.Int[0, 2],
        Gen.Int[1, 4],
        Gen.Select(BlocksOf(depth - 1, InlineKinds.Plain, 0, 2), Gen.Int[1, 6], Gen.Int[1, 6], Gen.Bool).Array[5 * 6],
        Optional(Line(2, kinds)),
        (alignments, headerRows, rows, cells, caption) =>
        {
            var next = 0;
            return (Block)new Table(
                [.. alignments.Select(alignment => new TableColumn(alignment))],
                Rows(alignments.Length, headerRows, cells, ref next),
                Rows(alignments.Length, rows, cells, ref next),
                caption);
        });

    /// <summary>Fills a grid with cells; wishes for spans beyond 2 count as none, so that most cells have none.</summary>
    private static ValueList<TableRow> Rows(
        int columns, int rows, (ValueList<Block> Content, int ColumnSpan, int RowSpan, bool IsRowHeader)[] cells, ref int next)
    {
        var taken = new bool[rows, columns];
        var result = new List<TableRow>();
        for (var row = 0; row < rows; row++)
        {
            var line = new List<TableCell>();
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var (content, columnWish, rowWish, isRowHeader) = cells[next++];
                var columnSpan = columnWish == 2 && column + 1 < columns && !taken[row, column + 1] ? 2 : 1;

                // The last column never spans rows, so that at least one cell begins in each row.
                var rowSpan = rowWish == 2 && row + 1 < rows && column + columnSpan < columns ? 2 : 1;
                for (var r = row; r < row + rowSpan; r++)
                {
                    for (var c = column; c < column + columnSpan; c++)
                    {
                        taken[r, c] = true;
                    }
                }

                line.Add(new TableCell(content, columnSpan, rowSpan, isRowHeader && column == 0));
            }

            result.Add(new TableRow([.. line]));
        }

        return result.ToValueList();
    }

    private static Document WithNotesInOrder(Document document)
    {
        var order = InlineWalk.Of(document).OfType<FootnoteReference>().Select(reference => reference.Id).Distinct(StringComparer.Ordinal).ToList();
        return document with
        {
            Footnotes = [.. document.Footnotes.OrderBy(note => order.IndexOf(note.Id) is >= 0 and var index ? index : int.MaxValue)],
        };
    }

    private static string NoteId(int index) => "note-" + (index + 1);

    private static Gen<Contact> Contact() => Gen.Select(Words, Maybe(Words), Maybe(Words), List(Words), (name, role, telephone, address) => new Contact
    {
        Name = name,
        Role = role,
        Telephone = telephone,
        Email = role is null ? null : "presse@example.org",
        Web = telephone is null ? null : "https://example.org",
        Address = address,
    });

    private static Gen<string?> Maybe(Gen<string> gen) => Gen.OneOf(Gen.Const((string?)null), gen.Select(value => (string?)value));

    private static Gen<ValueList<Inline>> Optional(Gen<ValueList<Inline>> gen) => Gen.OneOf(Gen.Const(default(ValueList<Inline>)), gen);

    private static Gen<ValueList<T>> List<T>(Gen<T> gen) => gen.Array[0, 3].Select(items => items.ToValueList());
}
