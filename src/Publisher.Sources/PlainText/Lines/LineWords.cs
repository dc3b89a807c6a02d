namespace Publisher.Sources.PlainText.Lines;

/// <summary>What the words at the ends of a line say.</summary>
internal static class LineWords
{
    private const string Closers = "\"'“”‘’»«›‹)]";

    // Words that a heading or a paragraph hardly ends with, in the languages we know best.
    private static readonly HashSet<string> Links = new(StringComparer.OrdinalIgnoreCase)
    {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder", "von", "vom", "zu", "zum",
        "zur", "im", "in", "ins", "an", "am", "auf", "aus", "bei", "beim", "mit", "nach", "für", "über", "unter", "durch", "gegen", "dass", "als",
        "wie", "sowie", "the", "a", "an", "of", "to", "in", "and", "or", "for", "with", "by",
        "on", "from", "that", "this", "their", "its", "our", "le", "la", "les", "un", "une", "de", "du", "des", "et", "ou", "à", "au",
        "aux", "en", "dans", "pour", "par", "sur", "que", "qui", "ce", "cette", "ces", "son", "sa", "ses",
    };

    // Words at the start of a sentence that take up the one before, which a new paragraph does less often.
    private static readonly HashSet<string> TakingUp = new(StringComparer.Ordinal)
    {
        "Er", "Sie", "Es", "Dies", "Diese", "Dieser", "Dieses", "Diesem", "Diesen", "Das", "Dabei", "Dadurch", "Dafür", "Dagegen", "Daher", "Damit",
        "Daran", "Darauf", "Darin", "Darum", "Davon", "Dazu", "Denn", "So", "Somit", "Stattdessen", "Zugleich", "Trotzdem", "Ihr", "Ihre", "Sein", "Seine",
        "He", "She", "It", "This", "These", "They", "Their", "Its", "Such", "So", "Thus", "However", "Therefore", "Instead", "Then",
        "Il", "Elle", "Ils", "Elles", "Ce", "Cela", "Ces", "Cet", "Cette", "Ainsi", "Car", "Donc", "Mais", "Leur", "Leurs", "Celui", "Celle",
    };

    // Names of months and their short forms, in German, English and French.
    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        "Januar", "Jänner", "Februar", "Feber", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
        "January", "February", "March", "May", "June", "July", "October", "December",
        "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        "Jan", "Jän", "Feb", "Mär", "Mrz", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Okt", "Oct", "Nov", "Dez", "Dec",
        "janv", "févr", "fév", "avr", "juil", "déc",
    };

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "nr", "dr", "prof", "bzw", "ca", "str", "abs", "art", "vgl", "usw", "etc", "inkl", "evtl", "ggf", "sog", "bspw", "mr", "mrs", "ms", "st",
        "no", "vs", "cf", "al", "fig", "vol", "pp", "m", "mme", "tel", "hrsg", "bd", "jh", "mio", "mrd", "z", "d", "u", "i", "e", "o", "s", "p",
    };

    /// <summary>How a line ends.</summary>
    public static LineEnd End(ReadOnlySpan<char> line)
    {
        var text = WithoutNoteMark(line).TrimEnd(Closers);
        if (text.IsEmpty)
        {
            return LineEnd.Word;
        }

        var last = text[^1];
        return last switch
        {
            '.' => IsAbbreviation(text) ? LineEnd.Word : LineEnd.Sentence,
            '!' or '?' or '…' => LineEnd.Sentence,
            ':' => LineEnd.Colon,
            ';' => LineEnd.Semicolon,
            ',' => LineEnd.Comma,
            '‐' or '\u00AD' => LineEnd.SoftHyphen,
            '/' when LastWord(text).Contains("://", StringComparison.Ordinal) => LineEnd.Word,
            '-' or '–' or '—' when text.Length > 2 && text[^2] == ' ' => LineEnd.Link,
            '-' or '/' => text.Length > 1 && char.IsLetterOrDigit(text[^2]) ? LineEnd.Hyphen : LineEnd.Word,
            _ => char.IsLetter(line[^1]) && Links.Contains(LastWord(text).ToString()) ? LineEnd.Link : LineEnd.Word,
        };
    }

    /// <summary>True if a line begins with a word that takes up the sentence before.</summary>
    public static bool TakesUp(ReadOnlySpan<char> line) => TakingUp.GetAlternateLookup<ReadOnlySpan<char>>().Contains(FirstWord(line).TrimEnd(','));

    /// <summary>A line without the figure of a note that is glued to its end: "werden.3", "werden.(3)".</summary>
    private static ReadOnlySpan<char> WithoutNoteMark(ReadOnlySpan<char> line)
    {
        var open = line.Length > 3 && line[^1] is ')' or ']' ? line.LastIndexOfAny('(', '[') : -1;
        if (open > 1 && line.Length - open is > 2 and <= 5 && !line[(open + 1)..^1].ContainsAnyExceptInRange('0', '9') && line[open - 1] is '.' or '!' or '?' or '“' or '”' or '"')
        {
            return line[..open];
        }

        var text = line.TrimEnd("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰");
        return text.Length < line.Length && line.Length - text.Length <= 3 && text.Length > 2
            && text[^1] is '.' or '!' or '?' or ':' or ';' or ',' or '“' or '”' or '"' or '»' or ')'
            && (char.IsLetter(text[^2]) || Closers.Contains(text[^2]))
                ? text
                : line;
    }

    /// <summary>True if a word is divided between two lines.</summary>
    public static bool IsDivided(ReadOnlySpan<char> above, ReadOnlySpan<char> below) => End(above) is LineEnd.Hyphen or LineEnd.SoftHyphen && Start(below) == LineStart.Lower;

    /// <summary>True if a line ends as a sentence does, or with a colon.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line) => End(line) is LineEnd.Sentence or LineEnd.Colon;

    /// <summary>True if a sentence ends inside a line; the dot behind a number or an abbreviation ends none.</summary>
    public static bool HasSentenceEnd(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf(". "); at >= 0; at = line.IndexOf(". "))
        {
            var word = LastWord(line[..at]);
            if (word.Length > 2 && char.IsLetter(word[^1]) && line.Length > at + 2 && char.IsUpper(line[at + 2]))
            {
                return true;
            }

            line = line[(at + 2)..];
        }

        return false;
    }

    /// <summary>How a line begins.</summary>
    public static LineStart Start(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
        {
            return LineStart.Other;
        }

        var c = line[0];
        if (char.IsLower(c))
        {
            return IsAddress(line) ? LineStart.Other : LineStart.Lower;
        }

        return char.IsUpper(c) ? LineStart.Upper
            : char.IsAsciiDigit(c) ? LineStart.Digit
            : c is ',' or '.' or ';' or ':' or ')' or ']' or '?' or '!' or '»' ? LineStart.Closing
            : c is '„' or '“' or '"' or '«' or '‚' or '‘' or '\'' or '(' ? LineStart.Opening
            : c is '→' or '▸' or '►' or '➔' or '☞' ? LineStart.Arrow
            : LineStart.Other;
    }

    /// <summary>The first thing that could stand at the end of the line before: a word, or its part up to a hyphen or slash.</summary>
    public static ReadOnlySpan<char> FirstPiece(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(' ', '\t', '\u00A0');
        var word = end < 0 ? line : line[..end];
        var hyphen = word.IndexOfAny('-', '/');
        return hyphen > 1 && hyphen + 1 < word.Length && char.IsLetter(word[hyphen - 1]) ? word[..(hyphen + 1)] : word;
    }

    /// <summary>How deep a section number at the start of a line goes: 2 for "2.1 Scope", 1 for "7. Scope", 0 for anything else, such as a date.</summary>
    public static int SectionDepth(ReadOnlySpan<char> line)
    {
        var (depth, i, dot) = (0, 0, false);
        while (i < line.Length && char.IsAsciiDigit(line[i]))
        {
            var start = i;
            while (i < line.Length && char.IsAsciiDigit(line[i]))
            {
                i++;
            }

            if (i - start > 2)
            {
                return 0;
            }

            depth++;
            dot = i < line.Length && line[i] == '.';
            if (!dot)
            {
                break;
            }

            i++;
        }

        if (depth == 0 || (depth == 1 && !dot) || i >= line.Length || !char.IsWhiteSpace(line[i]))
        {
            return 0;
        }

        var rest = line[i..].TrimStart();
        return rest.Length > 1 && char.IsUpper(rest[0]) && !IsMonth(FirstWord(rest)) ? depth : 0;
    }

    /// <summary>
    /// True for a line that says when, and perhaps where, something was written or decided: it is short, with a year at its end, and
    /// little stands before the date that a comma or colon does not set apart.
    /// </summary>
    public static bool IsDated(ReadOnlySpan<char> line)
    {
        if (line.Length is < 8 or > 45 || line[^4..] is not ['1' or '2', '9' or '0', >= '0' and <= '9', >= '0' and <= '9'] || line[^5] is not (' ' or '.'))
        {
            return false;
        }

        var date = line.IndexOfAnyInRange('0', '9');
        var before = line[..date].TrimEnd();
        return date < line.Length - 4 && (before.Count(' ') == 0 || before.ContainsAny(',', ':') || (before.Count(' ') == 1 && LastWord(before) is "vom" or "am" or "den" or "of" or "on" or "du" or "le"));
    }

    /// <summary>True for the name of a month, or its short form, in German, English or French.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => Months.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.TrimEnd(".,"));

    /// <summary>True if a text begins as a web address.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first word of a text.</summary>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOfAny(' ', '\t', '\u00A0');
        return blank < 0 ? text : text[..blank];
    }

    /// <summary>The last word of a text.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var blank = text.LastIndexOfAny(' ', '\t', '\u00A0');
        return text[(blank + 1)..];
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text)
    {
        var word = LastWord(text)[..^1].TrimStart("(„“\"'");
        if (word.IsEmpty)
        {
            return text.Length > 1 && text[^2] is '.' or ' ';
        }

        var dot = word.LastIndexOf('.');
        return (dot >= 0 && word.Length - dot <= 3 && char.IsLetter(word[^1]) && char.IsLetter(word[0]) && word.Length <= 6)
            || (word.Length <= 5 && Abbreviations.Contains(word.ToString()));
    }
}

/// <summary>How a line ends.</summary>
internal enum LineEnd : byte
{
    /// <summary>With a word or an abbreviation.</summary>
    Word,

    /// <summary>With a word that wants another one, such as an article, or with a dash.</summary>
    Link,

    /// <summary>With a full stop, an exclamation or question mark.</summary>
    Sentence,

    /// <summary>With a colon.</summary>
    Colon,

    /// <summary>With a semicolon.</summary>
    Semicolon,

    /// <summary>With a comma.</summary>
    Comma,

    /// <summary>With a hyphen-minus or slash behind a letter.</summary>
    Hyphen,

    /// <summary>With a hyphen that only line breaking prints: U+2010 or a soft hyphen.</summary>
    SoftHyphen,
}

/// <summary>How a line begins.</summary>
internal enum LineStart : byte
{
    /// <summary>With something else.</summary>
    Other,

    /// <summary>With a small letter.</summary>
    Lower,

    /// <summary>With a capital.</summary>
    Upper,

    /// <summary>With a figure.</summary>
    Digit,

    /// <summary>With a mark that opens a quotation or a bracket.</summary>
    Opening,

    /// <summary>With a mark that belongs to the word before.</summary>
    Closing,

    /// <summary>With an arrow that leads to something.</summary>
    Arrow,
}
