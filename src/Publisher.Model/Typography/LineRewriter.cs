using Publisher.Model.Inlines;

namespace Publisher.Model.Typography;

/// <summary>Writes the edits of a line into its inlines: a text with edits becomes texts and corrections.</summary>
internal sealed class LineRewriter(LineText line, IReadOnlyList<Edit> edits, SourceLines source) : InlineVisitor<Inline?>
{
    private readonly List<Inline> _parts = [];
    private int _leaf;
    private int _edit;

    /// <summary>The line with its edits.</summary>
    public ValueList<Inline> Rewrite(ValueList<Inline> content)
    {
        List<Inline>? rewritten = null;
        for (var i = 0; i < content.Count; i++)
        {
            var inline = content[i];
            var first = _parts.Count;
            var result = inline.Accept(this);
            if (_parts.Count > first)
            {
                rewritten ??= [.. content.AsSpan()[..i]];
                rewritten.AddRange(_parts.Skip(first));
                _parts.RemoveRange(first, _parts.Count - first);
            }
            else if (rewritten is not null || !ReferenceEquals(result, inline))
            {
                rewritten ??= [.. content.AsSpan()[..i]];
                rewritten.Add(result ?? inline);
            }
        }

        return rewritten is null ? content : rewritten.ToValueList();
    }

    /// <summary>Null if the text became several inlines.</summary>
    public override Inline? VisitText(Text text)
    {
        var leaf = line.Leaves[_leaf++];
        if (_edit == edits.Count || !Belongs(edits[_edit], leaf))
        {
            return text;
        }

        var place = source.PlacesOf(text);
        var done = 0;
        while (_edit < edits.Count && Belongs(edits[_edit], leaf))
        {
            var edit = edits[_edit++];
            var start = edit.Start - leaf.Start;
            AddText(text.Value[done..start], place.Of(done, start - done));
            _parts.Add(new Correction(text.Value.Substring(start, edit.Length), edit.Replacement, edit.Rule) { Span = place.Of(start, edit.Length) });
            done = start + edit.Length;
        }

        AddText(text.Value[done..], place.Of(done, text.Value.Length - done));
        return null;
    }

    public override Inline? VisitEmphasis(Emphasis emphasis) =>
        Rewrite(emphasis.Content) is var content && content.Equals(emphasis.Content) ? emphasis : emphasis with { Content = content };

    public override Inline? VisitStrong(Strong strong) =>
        Rewrite(strong.Content) is var content && content.Equals(strong.Content) ? strong : strong with { Content = content };

    public override Inline? VisitStrikethrough(Strikethrough strikethrough) =>
        Rewrite(strikethrough.Content) is var content && content.Equals(strikethrough.Content) ? strikethrough : strikethrough with { Content = content };

    public override Inline? VisitSuperscript(Superscript superscript) =>
        Rewrite(superscript.Content) is var content && content.Equals(superscript.Content) ? superscript : superscript with { Content = content };

    public override Inline? VisitSubscript(Subscript subscript) =>
        Rewrite(subscript.Content) is var content && content.Equals(subscript.Content) ? subscript : subscript with { Content = content };

    public override Inline? VisitLink(Link link) =>
        Rewrite(link.Content) is var content && content.Equals(link.Content) ? link : link with { Content = content };

    public override Inline? VisitLanguageSpan(LanguageSpan span) =>
        Rewrite(span.Content) is var content && content.Equals(span.Content) ? span : span with { Content = content };

    public override Inline? VisitCode(Code code) => Pass(code);

    public override Inline? VisitImage(Image image) => Pass(image);

    public override Inline? VisitLineBreak(LineBreak lineBreak) => Pass(lineBreak);

    public override Inline? VisitCorrection(Correction correction) => Pass(correction);

    public override Inline? VisitPlaceholder(Placeholder placeholder) => Pass(placeholder);

    // A mark of a note is no leaf: words go on behind it as if it were not there.
    public override Inline? VisitFootnoteReference(FootnoteReference reference) => reference;

    private Inline Pass(Inline inline)
    {
        _leaf++;
        return inline;
    }

    private bool Belongs(Edit edit, LineText.Leaf leaf) => line.EditableAt(edit.Start, edit.Length) is { } found && found.Start == leaf.Start && ReferenceEquals(found.Inline, leaf.Inline);

    private void AddText(string value, SourceSpan span)
    {
        if (value.Length > 0)
        {
            _parts.Add(new Text(value) { Span = span });
        }
    }
}
