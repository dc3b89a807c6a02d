using Publisher.Model.Inlines;

namespace Publisher.Model.Typography;

/// <summary>
/// Finds the place in the source of each character of a text that was put together from several lines: the text's characters stand
/// there in order, with line ends, indents and marks between them.
/// </summary>
internal sealed class SourceLines
{
    private readonly string? _source;

    /// <summary>Takes the source.</summary>
    /// <param name="source">The decoded source that spans count in; null if there is none.</param>
    public SourceLines(string? source) => _source = source;

    /// <summary>The places of a text's characters.</summary>
    public Places PlacesOf(Text text) => new(text, text.Span.IsKnown ? _source : null);

    /// <summary>The places of one text's characters; ask for them in ascending order.</summary>
    internal sealed class Places
    {
        private readonly Text _text;
        private readonly string? _source;
        private int _done;
        private int _offset;
        private int _line;
        private int _lineStart;

        public Places(Text text, string? source)
        {
            var span = text.Span;
            _text = text;
            _source = span.IsKnown && source is not null && span.End <= source.Length ? source : null;
            (_offset, _line, _lineStart) = (span.Offset, span.Line, span.Offset - span.Column + 1);
        }

        /// <summary>The place of some characters; that of the whole text if it cannot be told.</summary>
        public SourceSpan Of(int start, int length)
        {
            var span = _text.Span;
            if (!span.IsKnown)
            {
                return span;
            }

            if (_source is null)
            {
                return span.Length == _text.Value.Length ? new SourceSpan(span.Offset + start, length, span.Line, span.Column + start) : span;
            }

            AdvanceTo(start);
            var (offset, line, lineStart) = (_offset, _line, _lineStart);
            AdvanceTo(start + length);
            return new SourceSpan(offset, Math.Max(_offset - offset, 0), line, Math.Max(offset - lineStart + 1, 1));
        }

        /// <summary>Moves behind the characters before the place. One that the source has not stands for itself, as with an entity.</summary>
        private void AdvanceTo(int index)
        {
            for (; _done < index; _done++)
            {
                var c = _text.Value[_done];
                var at = Find(c);
                if (at >= 0)
                {
                    while (_offset <= at)
                    {
                        Step();
                    }
                }
            }
        }

        private int Find(char c)
        {
            // Between two characters of a text the source has at most a line end, marks and an indent.
            var limit = Math.Min(_text.Span.End, _offset + 256);
            for (var at = _offset; at < limit; at++)
            {
                if (_source![at] == c || (char.IsWhiteSpace(c) && char.IsWhiteSpace(_source[at])))
                {
                    return at;
                }
            }

            return -1;
        }

        private void Step()
        {
            var c = _source![_offset++];
            if (c == '\n' || (c == '\r' && (_offset >= _source.Length || _source[_offset] != '\n')))
            {
                _line++;
                _lineStart = _offset;
            }
        }
    }
}
