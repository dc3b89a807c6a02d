namespace Publisher.Model.Typography;

/// <content>What begins with a full stop: abbreviations, titles, initials, ellipses.</content>
internal sealed partial class LineScanner
{
    private int FullStop(int i)
    {
        if (Line[i + 1] == '.')
        {
            return Stops(i);
        }

        var start = WordStart(i);
        if (start == i || Line[start - 1] is '.' && !IsSpace(start - 1))
        {
            if (start == i)
            {
                AdviseQuoteStop(i);
            }

            return i + 1;
        }

        if (char.IsDigit(Line[start - 1]) || Line.InAddress(i, 1))
        {
            return i + 1;
        }

        if (Parts(start, i) is > 0 and var end)
        {
            return end;
        }

        if (Initials(start, i) is > 0 and var name)
        {
            return name;
        }

        if (_rules.Titles.Contains(Word(start, i)) && char.IsUpper(Line[IsSpace(i + 1) ? i + 2 : i + 1]))
        {
            NoBreak(i + 1, TypographyRule.Title);
        }
        else if (i - start >= 2 && char.IsLower(Line[i - 1]) && char.IsUpper(Line[i + 1]) && char.IsLower(Line[i + 2]))
        {
            Advise(i, 1, TypographyRule.SentenceSpace);
        }

        return i + 1;
    }

    /// <summary>Two full stops or more.</summary>
    private int Stops(int i)
    {
        var end = i + 2;
        while (Line[end] == '.')
        {
            end++;
        }

        var count = end - i;
        if (count == 2 && IsLetter(i - 1) && (IsSpace(end) || Line[end] is ')' or '“' or '"'))
        {
            if (_rules.KnownAbbreviations.Contains(Word(WordStart(i), i)))
            {
                Replace(i, 2, ".", TypographyRule.FullStop);
            }
            else
            {
                Advise(i, 2, TypographyRule.FullStop);
            }
        }
        else if (count == 3 || (count == 4 && _rules.Has(TypographyRule.EllipsisSpace)))
        {
            TypedEllipsis(i, count);
        }

        return end;
    }

    private void TypedEllipsis(int i, int count)
    {
        if (Line[i - 1] == '(' && Line[i + count] == ')')
        {
            Advise(i, count, TypographyRule.Omission);
        }

        if (Line[i - 1] == ' ' && IsAfterText(i) && _rules.NoBreakSpaces && Line.EditableAt(i - 1, count + 1) is not null)
        {
            Replace(i - 1, count + 1, _rules.Table.Space + "…", TypographyRule.Ellipsis);
            return;
        }

        // A whole word has more than two letters; "Sch..." is a word broken off.
        var wordLeftOut = i - WordStart(i) > 3 && _rules.Has(TypographyRule.EllipsisSpace);
        Replace(i, count, wordLeftOut ? _rules.Table.Space + "…" : "…", TypographyRule.Ellipsis);
    }

    /// <summary>„Das gilt.“. has a full stop too many.</summary>
    private void AdviseQuoteStop(int i)
    {
        if (QuotationMarks.IsMark(Line[i - 1]) && Line[i - 2] is '.' or '!' or '?' && IsSpace(i + 1))
        {
            Advise(i, 1, TypographyRule.QuoteStop);
        }
    }

    /// <summary>An abbreviation of several parts, or one that is written as several and should not be.</summary>
    /// <returns>Where it ends; 0 if it is none.</returns>
    private int Parts(int start, int stop)
    {
        if (_rules.ClosedAbbreviations.TryGetValue(Word(start, stop), out var closed))
        {
            foreach (var parts in closed)
            {
                if (Match(start, stop, parts) is > 0 and var end)
                {
                    Replace(start, end - start, string.Concat(Word(start, stop), string.Concat(parts.Skip(1)), "."), TypographyRule.ClosedAbbreviation);
                    return end;
                }
            }
        }

        if (_rules.Abbreviations.TryGetValue(Word(start, stop), out var open))
        {
            foreach (var parts in open)
            {
                if (Match(start, stop, parts) is > 0 and var end)
                {
                    Space(stop, parts);
                    return end;
                }
            }
        }

        return 0;
    }

    /// <summary>Where the parts, each with its full stop and at most one space between them, end; 0 if they do not stand there.</summary>
    private int Match(int start, int stop, string[] parts)
    {
        if (!Word(start + 1, stop).SequenceEqual(parts[0].AsSpan(1)))
        {
            return 0;
        }

        var at = stop;
        foreach (var part in parts.AsSpan(1))
        {
            at++;
            at += IsSpace(at) && Line[at] != '\n' ? 1 : 0;
            if (!Line.Chars[Math.Min(at, Line.Length)..].StartsWith(part, StringComparison.Ordinal) || Line[at + part.Length] != '.')
            {
                return 0;
            }

            at += part.Length;
        }

        return at + 1;
    }

    private void Space(int stop, string[] parts)
    {
        var at = stop;
        foreach (var part in parts.AsSpan(1))
        {
            at++;
            NoBreak(at, TypographyRule.Abbreviation);
            at += (IsSpace(at) ? 1 : 0) + part.Length;
        }
    }

    /// <summary>Two initials or more before a name: A. B. Meier.</summary>
    /// <returns>Where the name begins; 0 if there is none.</returns>
    private int Initials(int start, int stop)
    {
        if (stop - start != 1 || !char.IsUpper(Line[start]) || !_rules.Has(TypographyRule.Title))
        {
            return 0;
        }

        var count = 1;
        var at = stop + 1;
        while (char.IsUpper(Line[Letter(at)]) && Line[Letter(at) + 1] == '.')
        {
            at = Letter(at) + 2;
            count++;
        }

        var name = Letter(at);
        if (count < 2 || !char.IsUpper(Line[name]) || !char.IsLower(Line[name + 1]))
        {
            return 0;
        }

        for (var i = stop + 1; i <= at; i = Letter(i) + 2)
        {
            NoBreak(i, TypographyRule.Title);
        }

        return name;

        int Letter(int index) => Line[index] is ' ' or '\u00A0' or '\u202F' ? index + 1 : index;
    }
}
