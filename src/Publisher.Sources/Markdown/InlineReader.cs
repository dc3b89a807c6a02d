using Markdig.Extensions.Footnotes;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using static Markdig.Syntax.MarkdownObjectExtensions;
using LineText = Publisher.Model.Words.PlainText;
using MdInlines = Markdig.Syntax.Inlines;

namespace Publisher.Sources.Markdown;

/// <summary>Reads the inlines of a paragraph, heading or cell.</summary>
internal sealed class InlineReader(Reading reading)
{
    /// <summary>Emphasis in a link in emphasis has depth 3; deeper than this is not written by people, and every edition walks it recursively.</summary>
    private const int DeepestInline = 16;

    /// <summary>The line, with soft breaks still in it; see <see cref="Line"/>.</summary>
    public List<Inline> Read(MdInlines.ContainerInline? container) =>
        container is null ? [] : Read(container, depth: 1, inLink: false);

    private List<Inline> Read(MdInlines.ContainerInline container, int depth, bool inLink)
    {
        var builder = new InlineBuilder(reading, inLink);
        foreach (var inline in container)
        {
            Read(inline, builder, depth, inLink);
        }

        return Marks.ApplySpans(Line.Join(builder.Complete()), reading);
    }

    private void Read(MdInlines.Inline inline, InlineBuilder builder, int depth, bool inLink)
    {
        var span = reading.Span(inline.Span);
        switch (inline)
        {
            case MdInlines.LiteralInline literal:
                builder.AddText(literal.Content.ToString(), span);
                break;
            case MdInlines.HtmlEntityInline entity:
                builder.AddText(entity.Transcoded.ToString(), span);
                break;
            case MdInlines.LineBreakInline { IsHard: true }:
                builder.Add(new LineBreak { Span = span });
                break;
            case MdInlines.LineBreakInline:
                builder.Add(Line.SoftBreak);
                break;
            case MdInlines.CodeInline code:
                AddCode(code, builder, span);
                break;
            case MdInlines.EmphasisInline emphasis:
                Wrap(emphasis, builder, depth, inLink, content => Emphasize(emphasis, content, span));
                break;
            case FootnoteLink { IsBackLink: true }:
                break;
            case FootnoteLink note:
                builder.Add(new FootnoteReference(reading.NoteId(note.Footnote)) { Span = span });
                break;
            case MdInlines.LinkInline { IsImage: true } image:
                AddImage(image, builder, span);
                break;
            case MdInlines.LinkInline link:
                Wrap(link, builder, depth, inLink: true, content => LinkOf(link, content, builder, span));
                break;
            case MdInlines.AutolinkInline link:
                AddAutolink(link, builder, span, inLink);
                break;
            case MdInlines.HtmlInline html:
                builder.AddTag(html.Tag, span);
                break;
            case MdInlines.ContainerInline other:
                Wrap(other, builder, depth, inLink, content => content);
                break;
            default:
                builder.AddText(reading.Original(inline.Span), span);
                break;
        }
    }

    /// <summary>Reads what an inline holds and adds it as <paramref name="wrap"/> makes it; beyond the depth limit its bare text.</summary>
    private void Wrap(
        MdInlines.ContainerInline container, InlineBuilder builder, int depth, bool inLink, Func<ValueList<Inline>, ValueList<Inline>> wrap)
    {
        if (depth >= DeepestInline)
        {
            AddBareText(container, builder);
            return;
        }

        var content = Line.Finish(Read(container, depth + 1, inLink));
        foreach (var inline in wrap(content))
        {
            builder.Add(inline);
        }
    }

    private void AddBareText(MdInlines.ContainerInline container, InlineBuilder builder)
    {
        reading.Report(DiagnosticCode.LimitReached, DiagnosticSeverity.Warning, reading.Span(container.Span), $"Markup is nested deeper than {DeepestInline} levels; the text was kept without it.", "Write it flatter.");
        AddLeaves(container, builder);
    }

    private void AddLeaves(MdInlines.ContainerInline container, InlineBuilder builder)
    {
        foreach (var leaf in container.Descendants<MdInlines.Inline>().Where(inline => inline is not MdInlines.ContainerInline))
        {
            Read(leaf, builder, DeepestInline, inLink: true);
        }
    }

    private static ValueList<Inline> Emphasize(MdInlines.EmphasisInline emphasis, ValueList<Inline> content, SourceSpan span) =>
        content.IsEmpty ? content : (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('~', 1) => [new Subscript(content) { Span = span }],
            ('~', _) => [new Strikethrough(content) { Span = span }],
            ('^', _) => [new Superscript(content) { Span = span }],
            (_, 1) => [new Emphasis(content) { Span = span }],
            _ => [new Strong(content) { Span = span }],
        };

    private void AddCode(MdInlines.CodeInline code, InlineBuilder builder, SourceSpan span)
    {
        var value = TextCleaner.Code(code.Content, span, reading).Replace('\n', ' ');
        if (value.Length > 0)
        {
            builder.Add(new Code(value) { Span = span });
        }
    }

    private static ValueList<Inline> LinkOf(
        MdInlines.LinkInline link, ValueList<Inline> content, InlineBuilder builder, SourceSpan span)
    {
        var address = link.Url ?? "";
        var text = content.IsEmpty && address.Length > 0 ? [new Text(address) { Span = span }] : content;
        return text.IsEmpty || builder.LinkOf(address, text, span, NullIfEmpty(link.Title)) is not { } made ? text : [made];
    }

    private void AddAutolink(MdInlines.AutolinkInline link, InlineBuilder builder, SourceSpan span, bool inLink)
    {
        var before = new List<Inline>();
        TextCleaner.Add(before, link.Url, span, isTemplate: false);
        var text = before.ToValueList();
        if (inLink || builder.LinkOf((link.IsEmail ? "mailto:" : "") + link.Url, text, span) is not { } made)
        {
            before.ForEach(builder.Add);
            return;
        }

        builder.Add(made);
    }

    private void AddImage(MdInlines.LinkInline link, InlineBuilder builder, SourceSpan span)
    {
        var words = new InlineBuilder(reading, inLink: true);
        AddLeaves(link, words);
        var alternative = LineText.Of(Line.FinishAndTrim(Line.Join(words.Complete())));
        var image = new Image(link.Url ?? "", NullIfEmpty(alternative)) { Span = span };
        if (!reading.IsTemplate && reading.Images.Load(image.Source) is { } problem)
        {
            reading.Report(DiagnosticCode.ImageUnavailable, DiagnosticSeverity.Warning, span, $"The image \"{image.Source}\" {problem}; its alternative text is shown.", "Put the file beside the statement and write its name.");
        }

        if (NullIfEmpty(link.Title) is { } title && !StandsAlone(link))
        {
            reading.Removed(title, reading.Span(link.TitleSpan));
        }

        builder.Add(image);
    }

    /// <summary>True if the image is a figure, whose title is its caption.</summary>
    public static bool StandsAlone(MdInlines.LinkInline image)
    {
        return image.Parent is { Parent: null } line && line.All(inline => inline == image || IsWhiteOrMark(inline));

        bool IsWhiteOrMark(MdInlines.Inline inline) => inline switch
        {
            MdInlines.LineBreakInline => true,
            MdInlines.LiteralInline literal => literal.Content.IsEmptyOrWhitespace() || (inline.PreviousSibling == image && Marks.IsImageMark(literal.Content.ToString())),
            _ => false,
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
