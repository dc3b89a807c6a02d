using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Inlines;
using Publisher.Sources;

namespace Publisher.Tests.Support;

/// <summary>Builds small documents: <c>Doc(H(1, "Demands"), P("More housing."))</c>. Meant for <c>using static</c>.</summary>
internal static class Statement
{
    public static Document Doc(params Block[] blocks) => Document.Empty with { Blocks = [.. blocks] };

    public static Document Titled(this Document document, string title, string? subtitle = null) => document with
    {
        Metadata = document.Metadata with { Title = [T(title)], Subtitle = subtitle is null ? [] : [T(subtitle)] },
    };

    public static Document In(this Document document, string language) =>
        document with { Metadata = document.Metadata with { Language = language } };

    public static Document WithNotes(this Document document, params Footnote[] notes) => document with { Footnotes = [.. notes] };

    public static Document WithPicture(this Document document, string name) =>
        document with { Resources = document.Resources.Add(new Resource(name, "image/png", ValueList.Create(Picture.Png))) };

    public static Text T(string text) => new(text);

    public static Heading H(int level, string text) => new(level, [T(text)]);

    public static Heading H(int level, params Inline[] content) => new(level, [.. content]);

    public static Paragraph P(string text) => new([T(text)]);

    public static Paragraph P(params Inline[] content) => new([.. content]);

    public static Paragraph P(ParagraphRole role, params Inline[] content) => new([.. content], role);

    public static UnorderedList Ul(params ListItem[] items) => new([.. items]);

    public static UnorderedList Ul(params string[] items) => new([.. items.Select(item => Li(P(item)))]);

    public static OrderedList Ol(params ListItem[] items) => new([.. items]);

    public static OrderedList Ol(params string[] items) => new([.. items.Select(item => Li(P(item)))]);

    public static ListItem Li(params Block[] content) => new([.. content]);

    public static Quote Q(string text, string? attribution = null) => new([P(text)], attribution is null ? [] : [T(attribution)]);

    public static Table Tbl(string[] header, params string[][] rows) => new(
        [.. header.Select(_ => new TableColumn())],
        [Row(header)],
        [.. rows.Select(Row)]);

    public static TableRow Row(params string[] cells) => new([.. cells.Select(cell => new TableCell(cell.Length == 0 ? [] : [P(cell)]))]);

    public static Figure Fig(string source, string? alternativeText, string? caption = null) =>
        new(new Image(source, alternativeText), caption is null ? [] : [T(caption)]);

    public static Footnote Note(string id, string text) => new(id, [P(text)]);

    public static FootnoteReference Ref(string id) => new(id);

    public static Emphasis Em(params Inline[] content) => new([.. content]);

    public static Emphasis Em(string text) => new([T(text)]);

    public static Strong B(params Inline[] content) => new([.. content]);

    public static Strong B(string text) => new([T(text)]);

    public static Link A(string target, string text) => new(target, [T(text)]);

    /// <summary>Reads a statement, with the file of its metadata where there is one.</summary>
    public static Document Read(string path)
    {
        var sideCar = path + ".yml";
        return SourceCatalog.For(path)!.Read(new SourceFile(path, File.ReadAllBytes(path))
        {
            SideCar = File.Exists(sideCar) ? new SourceFile(sideCar, File.ReadAllBytes(sideCar)) : null,
        });
    }
}
