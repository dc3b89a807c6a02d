using Publisher.Model;

namespace Publisher.Sources.Decoding;

/// <summary>The decoded text of a file that knows its lines. CR, LF and CRLF end a line.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string fileName, string text)
    {
        FileName = fileName;
        Text = text;
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            _lineStarts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\r', '\n');
            i = next < 0 ? -1 : i + next;
        }
    }

    /// <summary>The file as the user named it.</summary>
    public string FileName { get; }

    /// <summary>All of it, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The place of some of its characters.</summary>
    public SourceSpan Span(int offset, int length)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourceSpan(offset, length, line + 1, offset - _lineStarts[line] + 1);
    }
}
