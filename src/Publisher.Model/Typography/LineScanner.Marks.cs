namespace Publisher.Model.Typography;

/// <content>Quotation marks, apostrophes, hyphens, dashes and other punctuation.</content>
internal sealed partial class LineScanner
{
    private int Quotation(int i)
    {
        var c = Line[i];
        if (Line.InAddress(i, 1))
        {
            return i + 1;
        }

        if (IsPrime(i))
        {
            Replace(i, 1, c == '\'' ? "′" : "″", TypographyRule.Prime);
            return i + 1;
        }

        if (c is '\'' or '`' or '´' or '‘' or '’' or '‛' && char.IsLetterOrDigit(Line[i - 1]) && IsLetter(i + 1))
        {
            InnerApostrophe(i);
            return i + 1;
        }

        if (c is '«' or '»')
        {
            GuillemetSpace(i);
        }

        if (c == '\'' && Line[i + 1] == '\'')
        {
            _quotes.Add(i, 2, _rules);
            return i + 2;
        }

        _quotes.Add(i, 1, _rules);
        return i + 1;
    }

    private void InnerApostrophe(int i)
    {
        if (Line[i] != '’')
        {
            Replace(i, 1, "’", TypographyRule.Apostrophe);
        }

        if (Line[i + 1] == 's' && !IsLetter(i + 2) && WordStart(i) is var start
            && ((i - start >= 2 && Word(start, i).IndexOfAnyExceptInRange('A', 'Z') < 0)
                || _rules.GenitiveStems.Contains(Word(start, i).ToString().ToLowerInvariant())))
        {
            Advise(i, 1, TypographyRule.GenitiveApostrophe);
        }
    }

    /// <summary>True for the minutes and seconds of an angle: a ' with ° and digits before it, a " with ' or ′ and digits before it.</summary>
    private bool IsPrime(int i)
    {
        if (Line[i] is not ('\'' or '"') || !IsDigit(i - 1))
        {
            return false;
        }

        var start = i;
        while (start > i - 6 && (IsDigit(start - 1) || Line[start - 1] is '.' or ','))
        {
            start--;
        }

        while (start > i - 8 && IsSpace(start - 1) && start > 0)
        {
            start--;
        }

        return Line[i] == '\'' ? Line[start - 1] == '°' : Line[start - 1] is '\'' or '′' or '’';
    }

    private void GuillemetSpace(int i)
    {
        if (!_rules.Has(TypographyRule.GuillemetSpace))
        {
            return;
        }

        if (Line[i] == '«' && i + 1 < Line.Length && Line[i + 1] != '\n')
        {
            NoBreak(i + 1, TypographyRule.GuillemetSpace, _rules.Table.NarrowSpace);
        }
        else if (Line[i] == '»' && i > 0 && Line[i - 1] != '\n')
        {
            NoBreak(IsSpace(i - 1) ? i - 1 : i, TypographyRule.GuillemetSpace, _rules.Table.NarrowSpace);
        }
    }

    private int Comma(int i)
    {
        if (Line[i + 1] == ',' && IsLetter(i + 2) && !char.IsLetterOrDigit(Line[i - 1]) && Line[i - 1] != ',')
        {
            _quotes.Add(i, 2, _rules);
            return i + 2;
        }

        SpaceBefore(i);
        return i + 1;
    }

    private void SpaceBefore(int i)
    {
        if (Line[i - 1] == ' ' && char.IsLetterOrDigit(Line[i - 2]) && IsSpace(i + 1) && !_rules.Has(TypographyRule.PunctuationSpace))
        {
            Replace(i - 1, 1, "", TypographyRule.Spaces);
        }
    }

    private int Punctuation(int i)
    {
        var c = Line[i];
        if (c == ':' && GenderSign(i) > i + 1)
        {
            return i + 1;
        }

        if (!_rules.Has(TypographyRule.PunctuationSpace))
        {
            if (c == ';')
            {
                SpaceBefore(i);
            }

            return i + 1;
        }

        var end = i + 1;
        while (Line[end] is ';' or ':' or '!' or '?')
        {
            end++;
        }

        if (IsSpace(i - 1) ? i > 1 && !IsSpace(i - 2) : (char.IsLetterOrDigit(Line[i - 1]) || Line[i - 1] is '%' or '€' or ')' or '’') && (IsSpace(end) || Line[end] is ')' or '"' or '»'))
        {
            NoBreak(IsSpace(i - 1) ? i - 1 : i, TypographyRule.PunctuationSpace, _rules.Table.NarrowSpace);
        }

        return end;
    }

    private int Hyphen(int i)
    {
        if (Line[i + 1] == '-')
        {
            return DoubleHyphen(i);
        }

        if (Line[i - 1] == ' ' && Line[i + 1] == ' ')
        {
            SpacedHyphen(i);
        }
        else if (IsDigit(i - 1) && IsDigit(i + 1))
        {
            NumberRange(i);
        }

        return i + 1;
    }

    private int DoubleHyphen(int i)
    {
        var end = i + 2;
        while (Line[end] == '-')
        {
            end++;
        }

        if (end == i + 2 && Line[i - 1] == ' ' && Line[end] == ' ' && IsAfterText(i))
        {
            ReplaceWithDash(i, 2);
        }
        else if (end == i + 2 && IsLetter(i - 1) && IsLetter(end))
        {
            if (_rules.Table.ClosedDash is { } dash)
            {
                Replace(i, 2, dash, TypographyRule.Dash);
            }
            else
            {
                Advise(i, 2, TypographyRule.AmbiguousHyphen);
            }
        }

        return end;
    }

    private void SpacedHyphen(int i)
    {
        if (!IsAfterText(i) || IsSpace(i + 2))
        {
            return;
        }

        if (IsDigit(i - 2) && IsDigit(i + 2))
        {
            Advise(i, 1, TypographyRule.AmbiguousHyphen);
            return;
        }

        var (start, next) = (WordStart(i - 1), WordEnd(i + 2));
        if (_rules.HangingWords.Contains(Word(i + 2, next)) && start < i - 1)
        {
            if (_rules.HangingParts.Contains(Word(start, i - 1)))
            {
                Replace(i - 1, 1, "", TypographyRule.HangingHyphen);
                return;
            }

            if (char.IsUpper(Line[start]) && Line[next] == ' ' && char.IsUpper(Line[next + 1]))
            {
                Advise(i, 1, TypographyRule.AmbiguousHyphen);
                return;
            }
        }

        ReplaceWithDash(i, 1);
    }

    /// <summary>True if text of the same line stands before the space before the place: a mark at the start of a line is none of ours.</summary>
    private bool IsAfterText(int i) => i > 1 && !IsSpace(i - 2);

    private void ReplaceWithDash(int i, int length)
    {
        var dash = _rules.Table.Dash;
        if (_rules.NoBreakSpaces && Line.EditableAt(i - 1, length + 1) is not null)
        {
            Replace(i - 1, length + 1, _rules.Table.Space + dash, TypographyRule.Dash);
        }
        else
        {
            Replace(i, length, dash, TypographyRule.Dash);
        }
    }

    private int Dash(int i)
    {
        if (Line[i - 1] == ' ' && IsAfterText(i) && ((Line[i + 1] == ' ' && !IsSpace(i + 2)) || (Line[i + 1] is ',' or ';' or ':' && IsSpace(i + 2))))
        {
            NoBreak(i - 1, TypographyRule.Dash);
        }

        if (Line[i + 1] == ' ' && Line[i + 2] == ',' && IsSpace(i + 3))
        {
            Replace(i + 1, 1, "", TypographyRule.DashComma);
        }

        if (IsDigit(i - 1) && IsDigit(i + 1))
        {
            AdviseFromTo(DigitsStart(i), i);
        }

        return i + 1;
    }

    private int Ellipsis(int i)
    {
        if (Line[i - 1] == ' ' && IsAfterText(i))
        {
            NoBreak(i - 1, TypographyRule.Ellipsis);
        }

        if (Line[i - 1] == '(' && Line[i + 1] == ')')
        {
            Advise(i, 1, TypographyRule.Omission);
        }

        return i + 1;
    }

    private int Slash(int i)
    {
        if (Line[i - 1] == ' ' && Line[i + 1] == ' ' && IsLetter(i - 2) && IsLetter(i + 2))
        {
            Advise(i, 1, TypographyRule.Slash);
        }
        else if (IsDigit(i - 1) && IsDigit(i + 1) && Line[DigitsStart(i)] is '0')
        {
            Telephone(i);
        }

        return i + 1;
    }

    private void Telephone(int i)
    {
        var end = DigitsStart(i);
        while (end > i - 12 && Line[end - 1] is ' ' or ':' or '.' or '\u00A0')
        {
            end--;
        }

        if (_rules.TelephoneLabels.Contains(Word(WordStart(end), end)))
        {
            Replace(i, 1, _rules.Table.Space, TypographyRule.Telephone);
        }
    }

    private int Ampersand(int i)
    {
        if (Line[i - 1] == ' ' && Line[i + 1] == ' ' && IsLetter(i - 2) && !_rules.CompanyMarks.Contains(Word(i + 2, WordEnd(i + 2))))
        {
            Advise(i, 1, TypographyRule.Ampersand);
        }

        return i + 1;
    }

    private int GenderSign(int i)
    {
        if (IsLetter(i - 1) && Line[i + 1] == 'i' && Line[i + 2] == 'n')
        {
            Advise(i, 1, TypographyRule.GenderSign);
            return i + 2;
        }

        return i + 1;
    }

    private int SoftHyphen(int i)
    {
        Replace(i, 1, "", TypographyRule.SoftHyphen);
        return i + 1;
    }

    private int Ligature(int i)
    {
        Replace(i, 1, Line[i] switch { 'ﬀ' => "ff", 'ﬁ' => "fi", 'ﬂ' => "fl", 'ﬃ' => "ffi", 'ﬄ' => "ffl", 'ﬅ' => "ſt", _ => "st" }, TypographyRule.Ligature);
        return i + 1;
    }

    private int Combining(int i)
    {
        if (Composition.Compose(Line[i - 1], Line[i]) is { } composed)
        {
            Replace(i - 1, 2, composed.ToString(), TypographyRule.Composition);
        }

        return i + 1;
    }

    private void FindDoubleSpaces()
    {
        var from = 0;
        while (Line.Chars[from..].IndexOf("  ", StringComparison.Ordinal) is >= 0 and var found)
        {
            var start = from + found;
            var end = start + 2;
            while (Line[end] == ' ')
            {
                end++;
            }

            Replace(start, end - start, " ", TypographyRule.Spaces);
            from = end;
        }
    }

    private void FindSharpS()
    {
        if (LineRules?.Has(TypographyRule.SharpS) != true)
        {
            return;
        }

        foreach (var word in LineRules.Table.SharpSWords)
        {
            for (var from = 0; Line.Chars[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var found; from += found + word.Length)
            {
                Advise(from + found, word.Length, TypographyRule.SharpS);
            }
        }
    }
}
