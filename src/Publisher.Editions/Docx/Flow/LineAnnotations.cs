using Publisher.Editions.Docx.Looks;
using Publisher.Model.Corrections;
using Publisher.Model.Inlines;

namespace Publisher.Editions.Docx.Flow;

/// <summary>Writes the annotations of a line at their places while the line is written.</summary>
internal sealed class LineAnnotations(PartContext part, IReadOnlyList<Annotation> all)
{
    private readonly List<(int End, int Comment)> _open = [];
    private int _next;

    /// <summary>True if there is nothing left to write.</summary>
    public bool IsDone => _next == all.Count && _open.Count == 0;

    /// <summary>Writes what stands up to an offset of the source; a change that replaced something must know its text and is left out.</summary>
    public void UpTo(int offset, CharacterLook look)
    {
        while (_next < all.Count && all[_next].Span.Offset <= offset)
        {
            Close(all[_next].Span.Offset, look);
            Write(all[_next++], look);
        }

        Close(offset, look);
    }

    /// <summary>Writes what is left at the end of the line.</summary>
    public void End(CharacterLook look) => UpTo(int.MaxValue, look);

    /// <summary>Writes a text with what stands in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="look">Its look.</param>
    /// <param name="run">Writes a part of it.</param>
    public void Text(Text text, CharacterLook look, Action<string> run)
    {
        UpTo(text.Span.Offset - 1, look);
        if (LengthOf(LineEnd.None, text) is false && LengthOf(LineEnd.WithHyphen, text) is false)
        {
            // Where exactly is not known: comments stand before the text, changes are left to the list of changes.
            while (_next < all.Count && all[_next].Span.Offset < text.Span.End)
            {
                var annotation = all[_next++];
                if (annotation.Diagnostic is not null)
                {
                    Write(annotation, look);
                }
            }

            run(text.Value);
            return;
        }

        var lineEnd = LengthOf(LineEnd.None, text) ? LineEnd.None : LineEnd.WithHyphen;
        var (source, value) = (text.Span.Offset, 0);
        while (_next < all.Count && all[_next].Span.Offset < text.Span.End)
        {
            var annotation = all[_next++];
            var position = value + Math.Max(0, annotation.Span.Offset - source);
            WriteSlice(text.Value, ref value, position, ref source, look, run);
            if (annotation.Change is not { } change)
            {
                Write(annotation, look);
                continue;
            }

            part.File.Revisions.Delete(part.Xml, lineEnd == LineEnd.WithHyphen && IsHyphen(change) ? change.Original + "\n" : change.Original, change.Rule, look);
            source += SourceLength(change, lineEnd);
            part.File.Revisions.Insert(part.Xml, change.Replacement, change.Rule, look);
            value += change.Replacement.Length;
        }

        WriteSlice(text.Value, ref value, text.Value.Length, ref source, look, run);
    }

    /// <summary>Writes a part of a text up to a position, ending comments on the way.</summary>
    private void WriteSlice(string text, ref int value, int position, ref int source, CharacterLook look, Action<string> run)
    {
        position = Math.Min(position, text.Length);
        while (_open.Count > 0 && _open[0].End - source < position - value)
        {
            var stop = Math.Max(value, value + _open[0].End - source);
            if (stop > value)
            {
                run(text[value..stop]);
                source += stop - value;
                value = stop;
            }

            Close(source, look);
        }

        if (position > value)
        {
            run(text[value..position]);
            source += position - value;
            value = position;
        }

        Close(source, look);
    }

    /// <summary>True if the changes in a text account for the difference between its length and that of its place in the source.</summary>
    private bool LengthOf(LineEnd lineEnd, Text text)
    {
        var length = text.Span.Length;
        for (var i = _next; i < all.Count && all[i].Span.Offset < text.Span.End; i++)
        {
            if (all[i].Change is { } change)
            {
                length += change.Replacement.Length - SourceLength(change, lineEnd);
            }
        }

        return text.Span.IsKnown && length == text.Value.Length;
    }

    private static int SourceLength(Change change, LineEnd lineEnd) =>
        change.Span.Length + (lineEnd == LineEnd.WithHyphen && IsHyphen(change) ? 1 : 0);

    private static bool IsHyphen(Change change) => change.Rule == CorrectionRules.LineEndHyphen && !change.Original.EndsWith('\n');

    private void Write(Annotation annotation, CharacterLook look)
    {
        if (annotation.Change is { Replacement.Length: 0 } removal)
        {
            part.File.Revisions.Delete(part.Xml, removal.Original, removal.Rule, look);
        }
        else if (annotation.Diagnostic is { } diagnostic)
        {
            var id = part.File.Comments.Add(diagnostic);
            part.Xml.Markup("<w:commentRangeStart"u8).Attribute("w:id"u8, id).Markup("/>"u8);
            _open.Add((annotation.Span.End, id));
            _open.Sort();
        }
    }

    private void Close(int offset, CharacterLook look)
    {
        while (_open.Count > 0 && _open[0].End <= offset)
        {
            CommentsPart.WriteEnd(part.Xml, _open[0].Comment);
            _open.RemoveAt(0);
        }
    }

    /// <summary>What became of the line end behind a hyphen that was taken out.</summary>
    private enum LineEnd
    {
        /// <summary>It is part of the change.</summary>
        None,

        /// <summary>It went with the hyphen and no change tells.</summary>
        WithHyphen,
    }
}
