using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.Decoding;
using Publisher.Sources.FrontMatter;

namespace Publisher.Sources.PlainText;

/// <summary>
/// Plain text as an extraction from a PDF leaves it. One pass over the lines, in this order: decode, set link targets apart, divide
/// lines into paragraphs, take the title from the top.
/// </summary>
public sealed class PlainTextSource : ISource
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public ValueList<string> Extensions => [".txt", ".text"];

    /// <inheritdoc/>
    public Document Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = UnicodeDecoder.Decode(file);
        var stated = FrontMatterReader.Read(file, text);
        var lines = TextLine.Read(text, stated.TextOffset);
        if (lines.Count == 0)
        {
            throw new PublisherException(file.Name, 0, "The file is empty.", "Check that it is the right file.");
        }

        var (kept, references) = DroppedLinks.SetApart(lines);
        var paragraphs = ParagraphDivider.Divide(kept).Select(Join).ToList();
        var (metadata, body) = TakeTitle(stated.Metadata, paragraphs);
        return new Document
        {
            Metadata = metadata,
            Blocks = body.Select(Block (line) => new Paragraph([line]) { Span = line.Span }).ToValueList(),
            LinkReferences = references,
            Changes = references
                .Select(r => new Change(r.Target, "", CorrectionRules.DroppedLinkTarget) { Span = r.Span })
                .ToValueList(),
            Diagnostics = stated.Diagnostics
                .Concat(references.Select(Explain))
                .ToValueList(),
        };
    }

    private static Text Join(ValueList<TextLine> lines) => new(string.Join(' ', lines.Select(line => line.Text)))
    {
        Span = lines[0].Span.To(lines[^1].Span),
    };

    /// <summary>A title is a first paragraph that ends no sentence; so is a subtitle below it. Neither is taken if the metadata state a title.</summary>
    private static (Metadata Metadata, IEnumerable<Text> Body) TakeTitle(Metadata metadata, List<Text> paragraphs)
    {
        if (!metadata.Title.IsEmpty || paragraphs.Count < 2 || !IsDisplayLine(paragraphs[0]))
        {
            return (metadata, paragraphs);
        }

        metadata = metadata with { Title = [paragraphs[0]] };
        return paragraphs.Count > 2 && metadata.Subtitle.IsEmpty && IsDisplayLine(paragraphs[1])
            ? (metadata with { Subtitle = [paragraphs[1]] }, paragraphs.Skip(2))
            : (metadata, paragraphs.Skip(1));
    }

    private static bool IsDisplayLine(Text paragraph) =>
        paragraph.Value.Length <= 160 && !ParagraphDivider.EndsSentence(paragraph.Value);

    private static Diagnostic Explain(LinkReference reference) => new(
        DiagnosticCode.LinkTargetSetApart,
        DiagnosticSeverity.Note,
        "An address stands by itself between the lines; it is the target of a link whose place in the text was lost, and was set apart.",
        "To link words of the text to it, write them in a Markdown file as [words](address).")
    { Span = reference.Span };
}
