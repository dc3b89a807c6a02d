using System.Text;
using Publisher.Model;
using Publisher.Model.Inlines;
using Publisher.Sources.Docx.Looks;

namespace Publisher.Sources.Docx.Flow;

/// <summary>
/// Makes the nested inlines of a line from runs, which are flat: each comes with its marks from outside in, and what two neighbours
/// share at the outside is one inline around both.
/// </summary>
internal sealed class LineBuilder(Reading reading)
{
    private readonly List<Frame> _open = [new Frame(default)];
    private readonly StringBuilder _text = new();
    private SourceSpan _textSpan;

    /// <summary>True if nothing was added since the last line.</summary>
    public bool IsEmpty => _open.Count == 1 && _open[0].Content.Count == 0 && _text.Length == 0;

    /// <summary>Adds characters.</summary>
    public void Text(ReadOnlySpan<Mark> marks, ReadOnlySpan<char> text, SourceSpan span)
    {
        if (!text.IsEmpty)
        {
            Align(UpToCode(marks, isInCode: true));
            _textSpan = _text.Length == 0 ? span : _textSpan.To(span);
            _text.Append(text);
        }
    }

    /// <summary>Adds something else than characters; code cannot hold it and is divided.</summary>
    public void Add(ReadOnlySpan<Mark> marks, Inline inline)
    {
        Align(UpToCode(marks, isInCode: false));
        Flush();
        _open[^1].Content.Add(inline);
    }

    /// <summary>Ends what the marks do not hold, so that what follows is an inline of its own.</summary>
    public void Part(ReadOnlySpan<Mark> marks) => Align(marks);

    /// <summary>Ends the line and gives it, without white space at its ends where nobody meant any.</summary>
    /// <param name="isCode">True for lines of code.</param>
    public ValueList<Inline> End(bool isCode = false)
    {
        Align([]);
        Flush();
        var line = _open[0].Content;
        if (!isCode && !reading.IsOurs)
        {
            Trim(line);
        }

        var content = line.ToValueList();
        line.Clear();
        return content;
    }

    private static ReadOnlySpan<Mark> UpToCode(ReadOnlySpan<Mark> marks, bool isInCode)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i].Kind == MarkKind.Code)
            {
                return marks[..(isInCode ? i + 1 : i)];
            }
        }

        return marks;
    }

    private void Align(ReadOnlySpan<Mark> marks)
    {
        var shared = 0;
        while (shared < marks.Length && shared + 1 < _open.Count && _open[shared + 1].Mark == marks[shared])
        {
            shared++;
        }

        if (shared == marks.Length && _open.Count == shared + 1)
        {
            return;
        }

        Flush();
        while (_open.Count > shared + 1)
        {
            Close();
        }

        foreach (var mark in marks[shared..])
        {
            _open.Add(new Frame(mark));
        }
    }

    private void Close()
    {
        Flush();
        var frame = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (frame.Content.Count == 0)
        {
            return;
        }

        var content = frame.Content.ToValueList();
        var span = content[0].Span.To(content[^1].Span);
        switch (frame.Mark.Kind)
        {
            case MarkKind.Link:
                CloseLink(frame.Mark.Link!, content, span);
                break;
            default:
                _open[^1].Content.Add(Wrap(frame.Mark, content) with { Span = span });
                break;
        }
    }

    private static Inline Wrap(Mark mark, ValueList<Inline> content) => mark.Kind switch
    {
        MarkKind.Emphasis => new Emphasis(content),
        MarkKind.Strong => new Strong(content),
        MarkKind.Strikethrough => new Strikethrough(content),
        MarkKind.Superscript => new Superscript(content),
        MarkKind.Subscript => new Subscript(content),
        MarkKind.Language => new LanguageSpan(mark.Language!, content),
        MarkKind.Code => new Code(((Text)content[0]).Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A link that leads nowhere is its text.</summary>
    private void CloseLink(LinkRange link, ValueList<Inline> content, SourceSpan span)
    {
        var target = link.Bookmark is { } bookmark ? reading.Anchors.TargetOf(bookmark) : link.Target;
        if (target is not null)
        {
            _open[^1].Content.Add(new Link(target, content, link.Title) { Span = span });
            return;
        }

        if (link.Bookmark is not null)
        {
            reading.ReportMissingTarget(span);
        }

        foreach (var inline in content)
        {
            AddJoined(_open[^1].Content, inline);
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            var text = new Text(_text.ToString()) { Span = _textSpan };
            _text.Clear();
            AddJoined(_open[^1].Content, text);
        }
    }

    /// <summary>Two texts that touch are one.</summary>
    private static void AddJoined(List<Inline> content, Inline inline)
    {
        if (inline is Text next && content.Count > 0 && content[^1] is Text last)
        {
            content[^1] = new Text(last.Value + next.Value) { Span = last.Span.To(next.Span) };
        }
        else
        {
            content.Add(inline);
        }
    }

    private static void Trim(List<Inline> line)
    {
        while (line.Count > 0 && line[^1] is Text last && last.Value.TrimEnd(' ') is var end && end.Length < last.Value.Length)
        {
            Put(line, line.Count - 1, last, end, 0);
        }

        while (line.Count > 0 && line[0] is Text first && first.Value.TrimStart(' ') is var start && start.Length < first.Value.Length)
        {
            Put(line, 0, first, start, first.Value.Length - start.Length);
        }
    }

    private static void Put(List<Inline> line, int index, Text text, string value, int cut)
    {
        if (value.Length == 0)
        {
            line.RemoveAt(index);
            return;
        }

        var span = text.Span;
        line[index] = new Text(value) { Span = span.IsKnown ? new SourceSpan(span.Offset + cut, value.Length, span.Line, span.Column + cut) : span };
    }

    private readonly record struct Frame(Mark Mark)
    {
        public List<Inline> Content { get; } = [];
    }
}
