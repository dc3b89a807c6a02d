namespace Publisher.Sources.PlainText.Lines;

/// <summary>Finds the marks of list items: at the start of a line, on a line before it, or collected at the foot of the page.</summary>
internal static class ListMarks
{
    private const string Bullets = "•▪■◦○●‣⁃∙·➢➤►▶◆◇□✓✔❖⚫";

    private const string Dashes = "-–—*+";

    // An arrow may also lead to something, or stand between the words of a sentence. A hollow bullet is often a small o of another face.
    private const string Signs = "→⇒⇨⟶➔➜➝➞o";

    /// <summary>True if a line is nothing but a list mark.</summary>
    public static bool IsMarkAlone(ReadOnlySpan<char> line) => line.Length <= 6 && Read(line, 0, 0) is { } mark && mark.Length == line.Length;

    /// <summary>True if a line begins with a list mark.</summary>
    public static bool Begins(ReadOnlySpan<char> line) => Read(line, 0, 0) is not null;

    /// <summary>
    /// Gives marks that stand on a line of their own their role, and hands each to the line it belongs to if that follows. Several that
    /// stand close above a block are those of the items in it.
    /// </summary>
    /// <returns>Marks whose items are not known: those above a block, with its lines, and those that follow their items, by page.</returns>
    public static (List<MarkedBlock> Above, SortedDictionary<int, List<TextLine>> Below) TakeAlone(string text, List<TextLine> lines)
    {
        var above = new List<MarkedBlock>();
        var left = new SortedDictionary<int, List<TextLine>>();
        var waiting = new Queue<TextLine>();
        var isFirst = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i > 0 && line.Page != lines[i - 1].Page)
            {
                GiveUp(waiting, left);
            }

            if (line.Role != LineRole.Flow)
            {
                continue;
            }

            if (IsMarkAlone(line.In(text)) && IsPlausibleAlone(text, lines, i))
            {
                line.Role = LineRole.Mark;
                line.Mark = Read(line.In(text), line.Start, line.Indent);
                waiting.Enqueue(line);
                isFirst = true;
            }
            else if (waiting.Count > 0)
            {
                if (isFirst && BlockBelow(lines, i, waiting) is { } block)
                {
                    above.Add(block);
                    waiting.Clear();
                }
                else if (line.Space > 0 || lines[i - 1].Role == LineRole.Mark)
                {
                    line.Mark = waiting.Dequeue().Mark;
                }

                isFirst = false;
            }
        }

        GiveUp(waiting, left);
        return (above, left);
    }

    /// <summary>The block right below marks that stand close together; null if it has fewer lines than there are marks.</summary>
    private static MarkedBlock? BlockBelow(List<TextLine> lines, int first, Queue<TextLine> waiting)
    {
        if (lines[first].Space == 0 || waiting.Count < 2)
        {
            return null;
        }

        var end = first + 1;
        while (end < lines.Count && lines[end].Role == LineRole.Flow && lines[end].Space == 0 && lines[end].Page == lines[first].Page)
        {
            end++;
        }

        if (end - first < waiting.Count)
        {
            return null;
        }

        TextLine? before = null;
        var close = 0;
        foreach (var mark in waiting)
        {
            if (before is not null && mark.Space > 0 && mark.Mark!.Kind == before.Mark!.Kind)
            {
                return null;
            }

            close += before is not null && mark.Space == 0 ? 1 : 0;
            before = mark;
        }

        return close == 0 ? null : new MarkedBlock([.. waiting], lines[first], end - first);
    }

    /// <summary>Takes the marks off the lines that begin with one.</summary>
    public static void TakeInline(string text, List<TextLine> lines)
    {
        var context = new MarkContext(text, lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Mark is { } above)
            {
                context.Remember(i, above);
                continue;
            }

            if (Read(line.In(text), line.Start, line.Indent) is not { } read || read.Length == line.End - line.Start || context.Accept(i, read) is not { } mark)
            {
                continue;
            }

            var start = mark.Start + mark.Length;
            while (char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            line.Mark = mark;
            line.HasOwnMark = true;
            line.Indent += start - line.Start;
            line.Start = start;
        }
    }

    /// <summary>The mark that a text begins with; null if there is none, or if no blank follows it where one should.</summary>
    public static ListMark? Read(ReadOnlySpan<char> line, int start, int column)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        var c = line[0];
        if (Bullets.Contains(c) || c is >= '\uE000' and <= '\uF8FF')
        {
            return Make(line, ListMarkKind.Bullet, 0, c, 1, start, column);
        }

        if (Signs.Contains(c))
        {
            if (Make(line, ListMarkKind.Sign, 0, c, 1, start, column) is { } sign)
            {
                return sign;
            }
        }

        if (Dashes.Contains(c))
        {
            return Make(line, ListMarkKind.Dash, 0, c, 1, start, column);
        }

        var open = c == '(' ? 1 : 0;
        var length = open;
        while (length < line.Length && length < open + 6 && char.IsAsciiLetterOrDigit(line[length]))
        {
            length++;
        }

        if (length == open || length >= line.Length || line[length] is not ('.' or ')') || (open == 1 && line[length] == '.'))
        {
            return null;
        }

        var label = line[open..length];
        var delimiter = open == 1 ? '(' : line[length];
        return label[0] is >= '0' and <= '9'
            ? int.TryParse(label, out var number) && label.Length <= 3 ? Make(line, ListMarkKind.Decimal, number, delimiter, length + 1, start, column) : null
            : label.Length == 1 ? Make(line, char.IsUpper(label[0]) ? ListMarkKind.UpperLetter : ListMarkKind.Letter, char.ToLowerInvariant(label[0]) - 'a' + 1, delimiter, length + 1, start, column)
            : Roman(label) is > 0 and var roman ? Make(line, ListMarkKind.Roman, roman, delimiter, length + 1, start, column)
            : null;
    }

    private static ListMark? Make(ReadOnlySpan<char> line, ListMarkKind kind, int number, char glyph, int length, int start, int column) =>
        length < line.Length && !char.IsWhiteSpace(line[length]) && !(MayBeGlued(glyph) && char.IsLetterOrDigit(line[length]))
            ? null
            : new ListMark(kind, number, glyph, column, start, length);

    /// <summary>
    /// Some extractions print no blank between a bullet and its text. A middle dot may be part of a word, and so may a glyph that a font
    /// put where Unicode says nothing.
    /// </summary>
    private static bool MayBeGlued(char glyph) => glyph != '·' && Bullets.Contains(glyph);

    /// <summary>The value of a Roman number in small letters up to 39; 0 for anything else.</summary>
    public static int Roman(ReadOnlySpan<char> label)
    {
        var tens = label.IndexOfAnyExcept('x');
        tens = tens < 0 ? label.Length : tens;
        var ones = label[tens..] switch
        {
            "" => 0,
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            "v" => 5,
            "vi" => 6,
            "vii" => 7,
            "viii" => 8,
            "ix" => 9,
            _ => -1,
        };
        return ones < 0 || tens > 3 ? 0 : (tens * 10) + ones;
    }

    /// <summary>A dash or number alone is a mark if a bullet could stand there; a dash between two parts of a sentence is not.</summary>
    private static bool IsPlausibleAlone(string text, List<TextLine> lines, int i)
    {
        var mark = Read(lines[i].In(text), 0, 0)!;
        return mark.Kind is ListMarkKind.Bullet or ListMarkKind.Roman || (mark.Kind == ListMarkKind.Sign && (mark.Glyph != 'o' || HasLike(text, lines, i)))
            || (lines[i].End - lines[i].Start <= 4 && mark.Kind is ListMarkKind.Decimal or ListMarkKind.Dash)
            || (mark.Kind != ListMarkKind.Sign && i > 0 && LineWords.EndsSentence(lines[i - 1].In(text)));
    }

    /// <summary>A small o alone may be what is left of a word.</summary>
    private static bool HasLike(string text, List<TextLine> lines, int i)
    {
        for (var k = Math.Max(0, i - MarkContext.FarthestSign); k < lines.Count && k <= i + MarkContext.FarthestSign; k++)
        {
            if (k != i && lines[k].In(text) is ['o'] or ['o', ' ', ..])
            {
                return true;
            }
        }

        return false;
    }

    private static void GiveUp(Queue<TextLine> waiting, SortedDictionary<int, List<TextLine>> left)
    {
        while (waiting.TryDequeue(out var mark))
        {
            if (!left.TryGetValue(mark.Page, out var marks))
            {
                left.Add(mark.Page, marks = []);
            }

            marks.Add(mark);
        }
    }
}

/// <summary>Marks that an extraction printed above the block of their items.</summary>
/// <param name="Marks">The marks.</param>
/// <param name="First">The first line of the block.</param>
/// <param name="Count">How many lines the block has.</param>
internal sealed record MarkedBlock(List<TextLine> Marks, TextLine First, int Count);
