namespace Publisher.Model.Typography;

/// <summary>
/// Pairs the quotation marks of a line. Whether a mark opens or closes is told by its neighbours, then by its shape, then by what is
/// open; a pair gets its language's marks, inner ones inside a pair. A mark without a partner stays.
/// </summary>
internal sealed class QuotationMarks
{
    private readonly List<Mark> _marks = [];
    private readonly Stack<int> _open = new();
    private readonly Stack<(int Close, bool IsInner)> _around = new();
    private int _openDoubles;

    public static bool IsMark(char c) => c is '"' or '\'' or '`' or '´' or '«' or '»' or '‹' or '›' or (>= '‘' and <= '‟');

    public void Clear() => _marks.Clear();

    /// <summary>Takes a mark of the line.</summary>
    /// <param name="start">Its place.</param>
    /// <param name="length">1; 2 for ,, and ''.</param>
    /// <param name="rules">Its language's rules.</param>
    public void Add(int start, int length, LanguageRules rules) => _marks.Add(new Mark(start, length, rules, -1, Side.Neither, IsDouble: true));

    /// <summary>Pairs the marks and says what must change.</summary>
    public void Resolve(LineScanner scanner)
    {
        if (_marks.Count == 0)
        {
            return;
        }

        _open.Clear();
        _openDoubles = 0;
        for (var i = 0; i < _marks.Count; i++)
        {
            Judge(i, scanner.Line);
        }

        _around.Clear();
        for (var i = 0; i < _marks.Count; i++)
        {
            Dress(i, scanner);
        }
    }

    private void Judge(int index, LineText line)
    {
        var mark = _marks[index];
        var isDouble = mark.Length == 2 || line[mark.Start] is '"' or '„' or '“' or '”' or '‟' or '«' or '»';
        var side = SideOf(mark, line);
        if (side == Side.Either)
        {
            side = _open.TryPeek(out var top) && _marks[top].IsDouble == isDouble ? Side.Close : Side.Open;
        }

        mark = mark with { IsDouble = isDouble, Side = side };
        _marks[index] = mark;
        if (side == Side.Open && !(line[mark.Start] is '\'' or '’' && IsApostrophe(mark, line)))
        {
            _open.Push(index);
            _openDoubles += isDouble ? 1 : 0;
        }
        else if (side == Side.Close && Partner(isDouble) is { } partner)
        {
            _marks[partner] = _marks[partner] with { Partner = index };
            _marks[index] = mark with { Partner = partner };
        }
    }

    /// <summary>The open mark that a closing one belongs to. A double mark closes over single ones, which were apostrophes then.</summary>
    private int? Partner(bool isDouble)
    {
        while (_open.TryPeek(out var top))
        {
            if (_marks[top].IsDouble == isDouble)
            {
                _openDoubles -= isDouble ? 1 : 0;
                return _open.Pop();
            }

            if (!isDouble || _openDoubles == 0)
            {
                return null;
            }

            _open.Pop();
        }

        return null;
    }

    private static Side SideOf(Mark mark, LineText line)
    {
        var c = line[mark.Start];
        if (c is '„' or '‚' || (mark.Length == 2 && c == ','))
        {
            return Side.Open;
        }

        var (before, behind) = (line[mark.Start - 1], line[mark.Start + mark.Length]);
        var opens = !char.IsWhiteSpace(behind)
            && (char.IsWhiteSpace(before) || (!IsStop(behind) && (IsLeftEdge(before) || (IsMark(before) && IsWordLike(behind)))));
        var closes = !char.IsWhiteSpace(before) && (IsRightEdge(behind) || (IsMark(behind) && !IsLeftEdge(before)));
        if (opens || closes)
        {
            return opens && closes ? Side.Either : opens ? Side.Open : Side.Close;
        }

        // French guillemets stand apart from what they enclose.
        if (mark.Rules.Has(TypographyRule.GuillemetSpace) && c is '«' or '»')
        {
            return c == '«' ? Side.Open : Side.Close;
        }

        return Side.Neither;
    }

    private static bool IsLeftEdge(char c) => char.IsWhiteSpace(c) || c is '(' or '[' or '{' or '-' or '–' or '—' or '/' or '„' or '‚' or '«' or '¿' or '¡';

    private static bool IsRightEdge(char c) => char.IsWhiteSpace(c) || IsStop(c) || c is '-' or '–' or '—' or '/';

    private static bool IsStop(char c) => c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '…';

    private static bool IsWordLike(char c) => char.IsLetterOrDigit(c) || c is '\uFFFC' or '[' or '(';

    /// <summary>Gives a mark its right form, or says that it has no partner.</summary>
    private void Dress(int index, LineScanner scanner)
    {
        var mark = _marks[index];
        while (_around.TryPeek(out var over) && over.Close < index)
        {
            _around.Pop();
        }

        if (mark.Partner < 0)
        {
            Leave(mark, scanner);
            return;
        }

        if (mark.Partner < index)
        {
            return;
        }

        var close = _marks[mark.Partner];

        // What a pair encloses belongs to its own language; a pair that reaches out of a foreign span belongs to the text around it.
        var rules = mark.Rules == close.Rules ? mark.Rules : scanner.LineRules ?? mark.Rules;
        var isInner = !mark.IsDouble || (_around.TryPeek(out var outer) && !outer.IsInner);
        _around.Push((mark.Partner, isInner));
        if (!rules.Has(TypographyRule.Quotes))
        {
            return;
        }

        var style = rules.Table.Quotes;
        scanner.Replace(mark.Start, mark.Length, isInner ? style.InnerOpen : style.Open, TypographyRule.Quotes);
        scanner.Replace(close.Start, close.Length, isInner ? style.InnerClose : style.Close, TypographyRule.Quotes);
    }

    private static void Leave(Mark mark, LineScanner scanner)
    {
        var line = scanner.Line;
        if (!mark.IsDouble && IsApostrophe(mark, line))
        {
            if (line[mark.Start] != '’')
            {
                scanner.Replace(mark.Start, mark.Length, "’", TypographyRule.Apostrophe);
            }
        }
        else if (mark.IsDouble || line[mark.Start] != '’')
        {
            scanner.Advise(mark.Start, mark.Length, TypographyRule.UnpairedQuote);
        }
    }

    /// <summary>True for 's, 'ne and '68 before, and Hans' and goin' behind.</summary>
    private static bool IsApostrophe(Mark mark, LineText line)
    {
        var behind = mark.Start + mark.Length;
        if (char.IsDigit(line[behind]) && char.IsDigit(line[behind + 1]) && !char.IsLetterOrDigit(line[mark.Start - 1]))
        {
            return true;
        }

        var end = behind;
        while (char.IsLetter(line[end]) && end - behind < 12)
        {
            end++;
        }

        if (end > behind && mark.Side != Side.Close)
        {
            return mark.Rules.Elisions.Contains(line.Chars[behind..end]);
        }

        return mark.Side != Side.Open
            && char.IsLetter(line[mark.Start - 1])
            && mark.Rules.Table.ApostropheEndings.Any(ending => line.Chars[..mark.Start].EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private enum Side
    {
        Neither,
        Either,
        Open,
        Close,
    }

    private readonly record struct Mark(int Start, int Length, LanguageRules Rules, int Partner, Side Side, bool IsDouble);
}
