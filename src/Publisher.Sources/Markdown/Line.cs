using System.Text;
using Publisher.Model;
using Publisher.Model.Inlines;

namespace Publisher.Sources.Markdown;

/// <summary>Lines of inlines while they are being put together.</summary>
internal static class Line
{
    /// <summary>Stands for a line end of the source that is not one of the text, until <see cref="Finish"/> makes it a space.</summary>
    public static Text SoftBreak { get; } = new("\n");

    public static bool IsSoftBreak(Inline inline) => inline is Text { Value: "\n" };

    /// <summary>The same line with neighbouring texts joined; soft breaks stay apart.</summary>
    public static List<Inline> Join(List<Inline> line)
    {
        var joined = new List<Inline>(line.Count);
        for (var i = 0; i < line.Count;)
        {
            if (line[i] is not Text first || IsSoftBreak(first))
            {
                joined.Add(line[i++]);
                continue;
            }

            var (next, span) = (i + 1, first.Span);
            while (next < line.Count && line[next] is Text text && !IsSoftBreak(text))
            {
                span = span.To(text.Span);
                next++;
            }

            joined.Add(next == i + 1 ? first : new Text(Concat(line, i, next)) { Span = span });
            i = next;
        }

        return joined;
    }

    /// <summary>The line as the model holds it: soft breaks are spaces, texts are joined.</summary>
    public static ValueList<Inline> Finish(List<Inline> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (IsSoftBreak(line[i]))
            {
                line[i] = new Text(" ") { Span = line[i].Span };
            }
        }

        return Join(line).ToValueList();
    }

    /// <summary>Like <see cref="Finish"/>, without white space and line breaks at the ends of the line.</summary>
    public static ValueList<Inline> FinishAndTrim(List<Inline> line)
    {
        var finished = Finish(line).ToList();
        while (finished.Count > 0 && TrimStart(finished[0]) is var first && !ReferenceEquals(first, finished[0]))
        {
            Replace(finished, 0, first);
        }

        while (finished.Count > 0 && TrimEnd(finished[^1]) is var last && !ReferenceEquals(last, finished[^1]))
        {
            Replace(finished, finished.Count - 1, last);
        }

        return finished.ToValueList();
    }

    private static void Replace(List<Inline> line, int index, Inline? inline)
    {
        line.RemoveAt(index);
        if (inline is not null)
        {
            line.Insert(index, inline);
        }
    }

    /// <summary>The inline itself if there is nothing to trim; null if nothing is left.</summary>
    private static Inline? TrimStart(Inline inline)
    {
        if (inline is not Text text)
        {
            return inline is LineBreak ? null : inline;
        }

        var cut = text.Value.Length - text.Value.AsSpan().TrimStart(' ').Length;
        return cut == 0 ? text : cut == text.Value.Length ? null : Cut(text, cut, text.Value.Length);
    }

    private static Inline? TrimEnd(Inline inline)
    {
        if (inline is not Text text)
        {
            return inline is LineBreak ? null : inline;
        }

        var length = text.Value.AsSpan().TrimEnd(' ').Length;
        return length == text.Value.Length ? text : length == 0 ? null : Cut(text, 0, length);
    }

    /// <summary>Some of the characters of a text.</summary>
    public static Text Cut(Text text, int start, int end)
    {
        var span = text.Span;
        var exact = span.IsKnown && span.Length == text.Value.Length;
        return new Text(text.Value[start..end])
        {
            Span = exact ? new SourceSpan(span.Offset + start, end - start, span.Line, span.Column + start) : span,
        };
    }

    private static string Concat(List<Inline> line, int start, int end)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            text.Append(((Text)line[i]).Value);
        }

        return text.ToString();
    }
}
