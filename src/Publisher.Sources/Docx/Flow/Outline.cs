using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Model.Words;
using LineText = Publisher.Model.Words.PlainText;

namespace Publisher.Sources.Docx.Flow;

/// <summary>Finds the title of a document of any origin and closes up the levels of its headings. Our own say both.</summary>
internal static class Outline
{
    /// <summary>The metadata with the title, and the text below it.</summary>
    public static (Metadata Metadata, ValueList<Block> Blocks) Of(Metadata metadata, TitleLines titles, ValueList<Block> blocks, Reading reading)
    {
        var property = metadata.Title;
        var title = titles.Title.IsEmpty && reading.IsOurs ? default : titles.Title;
        var subtitle = titles.Subtitle.IsEmpty ? metadata.Subtitle : titles.Subtitle;
        if (title.IsEmpty && !reading.IsOurs)
        {
            (title, blocks) = FirstHeading(blocks, property);
        }

        if (title.IsEmpty && !property.IsEmpty)
        {
            title = property;
            reading.Report(DiagnosticCode.TitleMissing, DiagnosticSeverity.Note, SourceSpan.None, "The text has no title; that of the file's properties was taken.", "Give its first line the style Title in Word.");
        }
        else if (title.IsEmpty)
        {
            reading.Report(DiagnosticCode.TitleMissing, DiagnosticSeverity.Warning, SourceSpan.None, "The statement has no title.", "Give its first line the style Title in Word.");
        }

        if (metadata.Language == "und")
        {
            reading.Report(DiagnosticCode.LanguageUncertain, DiagnosticSeverity.Note, SourceSpan.None, "The language is not stated.", "Set it in Word (Review, Language), or write \"language: de\" into a file beside it with \".yml\" behind its name.");
        }

        return (metadata with { Title = title, Subtitle = subtitle }, reading.IsOurs ? blocks : CloseUp(blocks, reading));
    }

    /// <summary>A first line is the title if it is the only heading of the first level, or says what the file's properties call the title.</summary>
    private static (ValueList<Inline> Title, ValueList<Block> Blocks) FirstHeading(ValueList<Block> blocks, ValueList<Inline> property)
    {
        var isOnly = blocks is [Heading { Level: 1 }, ..] && blocks.Count(block => block is Heading { Level: 1 }) == 1;
        var line = blocks.IsEmpty ? default : blocks[0] switch
        {
            Heading heading when isOnly || Says(heading.Content, property) => heading.Content,
            Paragraph paragraph when Says(paragraph.Content, property) => paragraph.Content,
            _ => default,
        };
        return line.IsEmpty ? (default, blocks) : (line, blocks[1..]);
    }

    private static bool Says(ValueList<Inline> line, ValueList<Inline> property) =>
        !property.IsEmpty && WordStream.Split(LineText.Of(line)) == WordStream.Split(LineText.Of(property));

    private static ValueList<Block> CloseUp(ValueList<Block> blocks, Reading reading)
    {
        var highest = int.MaxValue;
        foreach (var block in blocks)
        {
            highest = block is Heading heading ? Math.Min(highest, heading.Level) : highest;
        }

        var previous = 0;
        return highest == int.MaxValue ? blocks : [.. blocks.Select(block => block is Heading heading ? Raise(heading, heading.Level - highest + 1, ref previous, reading) : block)];
    }

    private static Heading Raise(Heading heading, int written, ref int previous, Reading reading)
    {
        var level = Math.Min(written, previous + 1);
        if (level < written)
        {
            reading.Report(DiagnosticCode.HeadingLevelSkipped, DiagnosticSeverity.Warning, heading.Span, $"The heading skips a level; it was raised to level {level} below the title.", "Choose the style of that level in Word.");
        }

        previous = level;
        return heading with { Level = level };
    }
}
