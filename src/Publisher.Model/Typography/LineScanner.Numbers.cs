using System.Text;

namespace Publisher.Model.Typography;

/// <content>Numbers with what stands before and behind them. Digits never change.</content>
internal sealed partial class LineScanner
{
    /// <summary>Reads a number, such as 5, 1,5, 12.500,50 or 22.12.2014, and looks round it.</summary>
    private int Number(int i)
    {
        var end = NumberEnd(i);
        if (IsLetter(i - 1) || Line[i - 1] is '_' or '#' || Line.InAddress(i, 1))
        {
            if (IsIbanStart(i))
            {
                return Iban(i - 2);
            }

            // "Art.3" has its full stop between; any other letter makes a name of the number, such as A4.
            return end;
        }

        var isLabelled = Label(i, end);
        if (isLabelled)
        {
            LawParts(end);
        }

        if (!Date(i, end) && !Time(i, end))
        {
            Unit(i, end);
            NumberAdvice(i, end);
        }

        return end;
    }

    private int NumberEnd(int start)
    {
        var end = start;
        while (IsDigit(end) || (Line[end] is '.' or ',' or ':' && IsDigit(end + 1)))
        {
            end++;
        }

        return end;
    }

    private int DigitsStart(int end)
    {
        var start = end;
        while (IsDigit(start - 1) && end - start < LongestWord)
        {
            start--;
        }

        return start;
    }

    private int DigitsEnd(int start)
    {
        var end = start;
        while (IsDigit(end) && end - start < LongestWord)
        {
            end++;
        }

        return end;
    }

    /// <summary>The sign or word before a number.</summary>
    private bool Label(int i, int end)
    {
        var before = IsSpace(i - 1) && Line[i - 1] != '\n' ? i - 1 : i;
        var place = before;
        switch (Line[before - 1])
        {
            case '§':
                NoBreak(place, TypographyRule.Section);
                if (Line[before - 2] == '§' && Line.Chars[i..end].IndexOf(',') is > 0 and var comma)
                {
                    NoBreak(i + comma + 1, TypographyRule.Section);
                }

                return true;
            case '.' when _rules.DottedLabels.Contains(Word(WordStart(before - 1), before - 1)) && !IsDigit(WordStart(before - 1) - 1):
                NoBreak(place, TypographyRule.NumberLabel);
                return true;
            case '€' or '$' or '£' when before < i:
                NoBreak(place, TypographyRule.Unit);
                Advise(before - 1, end - before + 1, TypographyRule.CurrencyOrder);
                return false;
        }

        if (before < i && IsLetter(before - 1) && _rules.PlainLabels.Contains(Word(WordStart(before), before)))
        {
            NoBreak(place, TypographyRule.NumberLabel);
            return true;
        }

        return false;
    }

    /// <summary>What follows the number of a section or page: "ff.", and the next label, as in § 5 Abs. 2 Satz 1.</summary>
    private void LawParts(int end)
    {
        var at = IsLetter(end) && !IsLetter(end + 1) ? end + 1 : end;
        if (Line[at] != ' ')
        {
            return;
        }

        var wordEnd = WordEnd(at + 1);
        var isDotted = Line[wordEnd] == '.';
        if (_rules.Followers.Contains(Word(at + 1, isDotted ? wordEnd + 1 : wordEnd)))
        {
            NoBreak(at, TypographyRule.Section);
            return;
        }

        var number = isDotted ? wordEnd + 1 : wordEnd;
        var isLabel = isDotted ? _rules.DottedLabels.Contains(Word(at + 1, wordEnd)) : _rules.PlainLabels.Contains(Word(at + 1, wordEnd));
        if (isLabel && IsDigit(IsSpace(number) ? number + 1 : number))
        {
            NoBreak(at, TypographyRule.Section);
        }
    }

    /// <summary>22. November 2026, and 22. 12. 2026 where it is written with spaces.</summary>
    private bool Date(int i, int end)
    {
        if (end - i > 2 || Line[end] != '.' || IsDigit(end + 1))
        {
            return false;
        }

        var next = IsSpace(end + 1) && Line[end + 1] != '\n' ? end + 2 : end + 1;
        var wordEnd = WordEnd(next);
        if (wordEnd > next && _rules.Months.Contains(Word(next, wordEnd)))
        {
            NoBreak(end + 1, TypographyRule.Date);
            if (IsSpace(wordEnd) && IsYear(wordEnd + 1))
            {
                NoBreak(wordEnd, TypographyRule.Date);
            }

            return true;
        }

        var monthEnd = DigitsEnd(next);
        if (next == end + 2 && monthEnd - next is 1 or 2 && Line[monthEnd] == '.' && !IsDigit(monthEnd + 1) && IsDateNumber(i, end, 31) && IsDateNumber(next, monthEnd, 12))
        {
            NoBreak(end + 1, TypographyRule.Date);
            if (IsSpace(monthEnd + 1) && IsYear(monthEnd + 2))
            {
                NoBreak(monthEnd + 1, TypographyRule.Date);
            }

            return true;
        }

        return false;
    }

    private bool IsYear(int at) => DigitsEnd(at) == at + 4 && Line[at] is '1' or '2';

    private bool IsDateNumber(int start, int end, int most) => int.TryParse(Word(start, end), out var number) && number >= 1 && number <= most;

    /// <summary>9:00 Uhr.</summary>
    private bool Time(int i, int end)
    {
        if (_rules.Table.Clock is not { } clock)
        {
            return false;
        }

        var word = IsSpace(end) && Line[end] != '\n' ? end + 1 : end;
        if (!Line.Chars[Math.Min(word, Line.Length)..].StartsWith(clock, StringComparison.Ordinal) || IsLetter(word + clock.Length))
        {
            return false;
        }

        NoBreak(end, TypographyRule.Time);
        var point = Line.Chars[i..end].IndexOf('.');
        if (point is 1 or 2 && end - i == point + 3)
        {
            Replace(i + point, 1, ":", TypographyRule.Time);
        }

        return true;
    }

    /// <summary>Percent, units and currencies behind a number.</summary>
    private void Unit(int i, int end)
    {
        var at = IsSpace(end) && Line[end] != '\n' ? end + 1 : end;
        var unitEnd = UnitEnd(at);
        if (unitEnd == at)
        {
            return;
        }

        var unit = Line.Chars[at..unitEnd];
        var isCurrency = _rules.Currencies.Contains(unit);
        if (!isCurrency && !_rules.Units.Contains(unit))
        {
            return;
        }

        if (at == end && unit is "%" or "‰")
        {
            // 20%ig and the 20%-Hürde are one word.
            if (!IsLetter(unitEnd) && Line[unitEnd] != '-')
            {
                NoBreak(end, TypographyRule.Percent);
            }
        }
        else if (at > end || (!(unit.Length == 1 && char.IsLetter(unit[0])) && Line[unitEnd] != '-'))
        {
            // § 5a and 5g are no units: one letter without a space is left alone.
            NoBreak(end, unit is "%" or "‰" ? TypographyRule.Percent : TypographyRule.Unit);
        }

        if (isCurrency)
        {
            Money(i, end);
        }

        Group(i, end);
        if (at > end && Line[unitEnd] == ' ' && _rules.CompoundHeads.Contains(Word(unitEnd + 1, WordEnd(unitEnd + 1))))
        {
            Advise(i, WordEnd(unitEnd + 1) - i, TypographyRule.Compound);
        }

        // 1,5 Mio. Euro: the amount's unit has a unit of its own.
        var second = UnitEnd(unitEnd + 1);
        if (Line[unitEnd] == ' ' && unit is not "%" && second > unitEnd + 1 && _rules.Currencies.Contains(Line.Chars[(unitEnd + 1)..second]))
        {
            NoBreak(unitEnd, TypographyRule.Unit);
        }
    }

    /// <summary>Where the sign or word that begins at a place ends; the place itself if none begins there.</summary>
    private int UnitEnd(int at)
    {
        if (Line[at] is '%' or '‰' or '€' or '$' or '£' or '¥')
        {
            return at + 1;
        }

        var end = WordEnd(Line[at] == '°' ? at + 1 : at);
        end += Line[end] is '²' or '³' ? 1 : 0;
        return Line[end] == '.' && end > at && _rules.Units.Contains(Line.Chars[at..(end + 1)]) ? end + 1 : end;
    }

    /// <summary>12500.50 € has the decimal mark of another language.</summary>
    private void Money(int i, int end)
    {
        if (end - i > 3 && Line[end - 3] is '.' or ',' && Line[end - 3] != _rules.Table.DecimalMark
            && Line.Chars[i..(end - 3)].IndexOfAnyExceptInRange('0', '9') < 0)
        {
            Replace(end - 3, 1, _rules.Table.DecimalMark.ToString(), TypographyRule.Money);
        }
    }

    /// <summary>10000 € is 10.000 €. Only amounts and measures: a postcode or a file number has no unit behind it.</summary>
    private void Group(int i, int end)
    {
        var whole = DigitsEnd(i);
        if (whole - i is < 5 or > 15 || Line[i] == '0' || !(whole == end || (Line[whole] is '.' or ',' && DigitsEnd(whole + 1) == end && end - whole <= 3)))
        {
            return;
        }

        var grouped = new StringBuilder();
        for (var at = i; at < whole; at++)
        {
            grouped.Append(at > i && (whole - at) % 3 == 0 ? _rules.Table.GroupMark : "").Append(Line[at]);
        }

        Replace(i, whole - i, grouped.ToString(), TypographyRule.Grouping);
    }

    private void NumberAdvice(int i, int end)
    {
        var word = WordEnd(end);
        if (Line[end] == '-' && Line[end + 1] == 'e' && Line[end + 2] == 'r' && !IsLetter(end + 3))
        {
            Replace(end, 1, "", TypographyRule.Decade);
        }
        else if (Word(end, word) is "te" or "ter" or "tes" or "ten" or "tem")
        {
            Advise(i, word - i, TypographyRule.Ordinal);
        }
        else if (Line[end] == ' ' && Line[end + 1] == 'x' && Line[end + 2] == ' ' && IsDigit(end + 3))
        {
            Advise(end + 1, 1, TypographyRule.Times);
        }
        else if (Line[end] == ' ' && Line.Chars[..i].EndsWith("DIN ", StringComparison.Ordinal)
            && _rules.CompoundHeads.Contains(Word(end + 1, WordEnd(end + 1))))
        {
            Advise(i, WordEnd(end + 1) - i, TypographyRule.Compound);
        }

        if (Line[i - 1] == '-' && !char.IsLetterOrDigit(Line[i - 2]) && (Line[end] == '°' || (IsSpace(end) && Line[end + 1] == '°')))
        {
            Advise(i - 1, 1, TypographyRule.Minus);
        }

        if (IsShortDate(i, end))
        {
            Advise(i, end - i, TypographyRule.ShortDate);
        }
    }

    private bool IsShortDate(int i, int end)
    {
        var month = DigitsEnd(i) + 1;
        var year = DigitsEnd(month) + 1;
        return year < end && Line[month - 1] == '.' && Line[year - 1] == '.' && DigitsEnd(year) == end
            && IsDateNumber(i, month - 1, 31) && IsDateNumber(month, year - 1, 12)
            && (month - i == 2 || year - month == 2 || end - year == 2) && end - year is 2 or 4;
    }

    /// <summary>A hyphen between two numbers.</summary>
    private void NumberRange(int i)
    {
        var (left, right) = (DigitsStart(i), DigitsEnd(i + 1));
        if (!IsClear(left - 1, -1) || !IsClear(right, 1) || !IsAscending(left, i, right))
        {
            return;
        }

        var before = IsSpace(left - 1) && left > 0 ? left - 1 : left;
        var isLabelled = Line[before - 1] == '§'
            || (Line[before - 1] == '.' && _rules.DottedLabels.Contains(Word(WordStart(before - 1), before - 1)))
            || (before < left && _rules.PlainLabels.Contains(Word(WordStart(before), before)));
        var at = IsSpace(right) && Line[right] != '\n' ? right + 1 : right;
        var unit = UnitEnd(at);
        var isMeasure = unit > at && (_rules.Units.Contains(Line.Chars[at..unit]) || _rules.Currencies.Contains(Line.Chars[at..unit]) || Line.Chars[at..unit].SequenceEqual(_rules.Table.Clock));
        var areYears = IsYear(left) && right - i == 5 && IsYear(i + 1);
        if (isLabelled || isMeasure || areYears)
        {
            var range = _rules.Table.Range;
            Replace(i, 1, range[0] == ' ' ? _rules.Table.Space + range[1..] : range, TypographyRule.Range);
            AdviseFromTo(left, i);
        }
        else if (i - left <= 3 && right - i <= 4)
        {
            Advise(i, 1, TypographyRule.AmbiguousHyphen);
        }
    }

    private void AdviseFromTo(int left, int i)
    {
        if (IsSpace(left - 1) && _rules.FromWords.Contains(Word(WordStart(left - 1), left - 1)))
        {
            Advise(i, 1, TypographyRule.FromTo);
        }
    }

    /// <summary>True if nothing at the place makes the numbers part of a longer name, such as a file number or a date.</summary>
    private bool IsClear(int at, int direction)
    {
        var c = Line[at];
        if (c is '.' or ',' or ':')
        {
            return direction > 0 ? !char.IsLetterOrDigit(Line[at + 1]) : IsLetter(at - 1);
        }

        return char.IsWhiteSpace(c) || c is '(' or ')' or '[' or ']' or ';' or '!' or '?' or '§' or '%' or '€' || QuotationMarks.IsMark(c) || (direction > 0 && char.IsLetter(c));
    }

    private bool IsAscending(int left, int hyphen, int right) =>
        Line[left] != '0'
        && Line[hyphen + 1] != '0'
        && long.TryParse(Word(left, Math.Min(hyphen, left + 18)), out var low)
        && long.TryParse(Word(hyphen + 1, Math.Min(right, hyphen + 19)), out var high)
        && low < high;

    private bool IsIbanStart(int i) =>
        char.IsAsciiLetterUpper(Line[i - 1]) && char.IsAsciiLetterUpper(Line[i - 2]) && !char.IsLetterOrDigit(Line[i - 3]) && IsDigit(i + 1) && _rules.Has(TypographyRule.Iban);

    /// <summary>An IBAN without spaces, its check digits right (ISO 13616), gets a space behind each four characters.</summary>
    private int Iban(int start)
    {
        var end = start;
        while (char.IsAsciiLetterUpper(Line[end]) || IsDigit(end))
        {
            end++;
        }

        if (end - start is < 15 or > 34 || char.IsLetterOrDigit(Line[end]) || !IsIban(Line.Chars[start..end]))
        {
            return end;
        }

        for (var at = start + 4; at < end; at += 4)
        {
            Replace(at, 0, _rules.Table.Space, TypographyRule.Iban);
        }

        return end;
    }

    /// <summary>ISO 7064, MOD 97-10: the first four characters go to the end, letters count from 10.</summary>
    private static bool IsIban(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c) ? (remainder * 10 + c - '0') % 97 : (remainder * 100 + c - 'A' + 10) % 97;
        }

        return remainder == 1;
    }

    private int SectionSign(int i)
    {
        if (Line[i + 1] == ' ' && IsLetter(i + 2))
        {
            Advise(i, 1, TypographyRule.SectionWord);
        }

        return i + 1;
    }
}
