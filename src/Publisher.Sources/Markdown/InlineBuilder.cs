using Publisher.Model;
using Publisher.Model.Corrections;
using Publisher.Model.Diagnostics;
using Publisher.Model.Inlines;
using Publisher.Sources.FrontMatter;
using Publisher.Sources.Links;
using LineText = Publisher.Model.Words.PlainText;

namespace Publisher.Sources.Markdown;

/// <summary>
/// Puts a line together from text, inlines and tags of HTML. A known pair of tags becomes the inline that says the same; any other
/// tag is taken out, recorded and reported, and what it encloses stays.
/// </summary>
/// <param name="reading">Where changes and reports go.</param>
/// <param name="inLink">True inside a link, where no further link may stand.</param>
internal sealed class InlineBuilder(Reading reading, bool inLink)
{
    private readonly Stack<Frame> _frames = new([new Frame(null, "", SourceSpan.None)]);

    /// <summary>True while a tag waits for its closing tag.</summary>
    public bool HasOpenTag => _frames.Count > 1;

    /// <summary>True while what is added is not for readers.</summary>
    public bool HoldsNoText => _frames.Any(frame => frame.Tag is { HoldsNoText: true });

    public void Add(Inline inline) => _frames.Peek().Content.Add(inline);

    public void AddText(string value, SourceSpan span) => TextCleaner.Add(_frames.Peek().Content, value, span, reading.IsTemplate);

    /// <summary>Takes a tag in.</summary>
    /// <param name="original">As it stands in the source.</param>
    /// <param name="span">Its place.</param>
    public void AddTag(string original, SourceSpan span)
    {
        if (original.StartsWith("<!", StringComparison.Ordinal) || original.StartsWith("<?", StringComparison.Ordinal))
        {
            reading.Removed(original, span);
        }
        else if (HtmlTag.Parse(original) is not { } tag)
        {
            AddText(original, span);
            reading.Report(DiagnosticCode.MarkupNotSupported, DiagnosticSeverity.Note, span, $"\"{original}\" looks like HTML but is not; it was kept as text.", "Write \\< for a sign that is meant as such.");
        }
        else if (tag.Name == "br")
        {
            Add(new LineBreak { Span = span });
        }
        else if (tag.IsClosing)
        {
            Close(tag, original, span);
        }
        else if (tag.Name is "img" or "hr" or "input" or "link" or "meta" or "base" or "wbr" or "embed" or "source" or "track" or "area" or "col" or "param")
        {
            TakeOut(original, span);
        }
        else
        {
            _frames.Push(new Frame(tag, original, span) { Allowed = reading.Sanitizer.Clean(tag, original) });
        }
    }

    /// <summary>The line; tags that were not closed are taken out.</summary>
    public List<Inline> Complete()
    {
        while (HasOpenTag)
        {
            Unwrap();
        }

        return _frames.Peek().Content;
    }

    private void Close(HtmlTag tag, string original, SourceSpan span)
    {
        // PERF: tags nest a few deep in what people write; a deep pile of open tags is searched in its top only, to stay linear.
        if (!_frames.Take(32).Any(frame => frame.Tag?.Name == tag.Name))
        {
            TakeOut(original, span);
            return;
        }

        while (_frames.Peek().Tag!.Name != tag.Name)
        {
            Unwrap();
        }

        var frame = _frames.Pop();
        if (frame.Tag!.HoldsNoText)
        {
            var place = frame.Span.To(span);
            reading.Removed(reading.Original(place), place);
            Report(original, span);
            return;
        }

        var content = Line.Finish(Line.Join(frame.Content));
        if (!content.IsEmpty)
        {
            _frames.Peek().Content.AddRange(Wrap(frame, content, original, span));
        }
    }

    private ValueList<Inline> Wrap(Frame frame, ValueList<Inline> content, string closing, SourceSpan closingSpan)
    {
        var span = frame.Span.To(closingSpan);
        Inline? inline = frame.Tag!.Name switch
        {
            "em" or "i" => new Emphasis(content) { Span = span },
            "strong" or "b" => new Strong(content) { Span = span },
            "del" or "s" or "strike" => new Strikethrough(content) { Span = span },
            "sub" => new Subscript(content) { Span = span },
            "sup" => new Superscript(content) { Span = span },
            "code" => new Code(LineText.Of(content)) { Span = span },
            "a" when frame.Allowed?.Target is { } target => LinkOf(target, content, span),
            "a" when frame.Tag.Target is { } target => RefuseLink(target, title: null, span),
            _ => null,
        };
        var language = frame.Allowed?.Language is { } stated ? LanguageTag.Of(stated) : null;
        if (inline is null && language is null && frame.Tag.Name != "a")
        {
            TakeOut(frame.Original, frame.Span, quietly: frame.Tag.Name == "span");
            TakeOut(closing, closingSpan, quietly: true);
        }

        ValueList<Inline> wrapped = inline is null ? content : [inline];
        return language is null ? wrapped : [new LanguageSpan(language, wrapped) { Span = span }];
    }

    /// <summary>A link if the address is allowed and no link encloses it; null, and a report, if not.</summary>
    public Link? LinkOf(string address, ValueList<Inline> content, SourceSpan span, string? title = null)
    {
        if (inLink)
        {
            RemoveAddress(address, title, span);
            return null;
        }

        if (address.StartsWith('#'))
        {
            var id = Uri.UnescapeDataString(address[1..]);
            if (reading.HeadingIds.Contains(id))
            {
                return new Link("#" + id, content, title) { Span = span };
            }

            RemoveAddress(address, title, span);
            reading.Report(DiagnosticCode.LinkTargetMissing, DiagnosticSeverity.Warning, span, $"No heading is called \"{id}\"; the text of the link was kept.", $"Write {{#{id}}} behind the heading that is meant.");
            return null;
        }

        if (LinkTarget.Allow(address) is { } target)
        {
            return new Link(target, content, title) { Span = span };
        }

        return RefuseLink(address, title, span);
    }

    private Link? RefuseLink(string address, string? title, SourceSpan span)
    {
        RemoveAddress(address, title, span);
        reading.Report(DiagnosticCode.LinkRefused, DiagnosticSeverity.Warning, span, $"A link may not lead to \"{Shorten(address)}\"; its text was kept.", "Write a whole address that begins with https:, http:, mailto: or tel:.");
        return null;
    }

    private void RemoveAddress(string address, string? title, SourceSpan span) => reading.Removed(title is null ? address : $"{address} \"{title}\"", span);

    private void Unwrap()
    {
        var frame = _frames.Pop();
        TakeOut(frame.Original, frame.Span);
        _frames.Peek().Content.AddRange(frame.Content);
    }

    private void TakeOut(string original, SourceSpan span, bool quietly = false)
    {
        reading.Removed(original, span, CorrectionRules.Markup);
        if (!quietly)
        {
            Report(original, span);
        }
    }

    private void Report(string original, SourceSpan span) => reading.Report(
        DiagnosticCode.MarkupNotSupported,
        DiagnosticSeverity.Warning,
        span,
        $"The HTML tag {Shorten(original)} was left out.",
        "Write it in Markdown; docs/markdown.md lists what there is.");

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..59] + "…";

    private sealed record Frame(HtmlTag? Tag, string Original, SourceSpan Span)
    {
        public List<Inline> Content { get; } = [];

        /// <summary>What of the tag may be used; null if nothing.</summary>
        public HtmlTag? Allowed { get; init; }
    }
}
