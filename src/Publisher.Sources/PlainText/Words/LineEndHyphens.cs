namespace Publisher.Sources.PlainText.Words;

/// <summary>
/// Decides about hyphens at line ends. Evidence, strongest first: the hyphen's own character (U+2010 and soft hyphens are only
/// printed by line breaking), capitals, figures and suspended hyphens ("Ein- und Ausreise"), the document's own words, and where
/// words of the language may be divided at all.
/// </summary>
/// <param name="words">The document's words.</param>
/// <param name="tellsApart">True if the document prints U+2010 where it divides words, so that its hyphen-minus is always meant.</param>
/// <param name="divides">True if words are divided at line ends at all; in a text with hardly a hyphen at line ends they belong to the words.</param>
/// <param name="language">Language of the text.</param>
internal sealed class LineEndHyphens(Vocabulary words, bool tellsApart, bool divides, string language)
{
    private static readonly HashSet<string> Conjunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "und", "oder", "bzw", "beziehungsweise", "sowie", "als", "bis", "statt", "and", "or", "to", "et", "ou",
    };

    // First parts that keep their hyphen in English and French far more often than not.
    private static readonly HashSet<string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "self", "well", "non", "long", "short", "high", "low", "full", "half", "all", "cross", "ex", "anti", "open", "custom", "third", "one",
        "two", "three", "e", "peer", "real", "large", "small", "mid", "co", "on", "off", "in",
        "peut", "est", "celui", "celle", "ceux", "celles", "lui", "elle", "eux", "nous", "vous", "moi", "soi", "ci", "là", "au", "après",
        "demi", "mi", "vice", "sous", "grand", "quelques", "dit",
    };

    private static readonly HashSet<string> FrenchTails = new(StringComparer.OrdinalIgnoreCase)
    {
        "il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce", "t", "ci", "là", "même", "mêmes", "être", "dire", "vous", "le", "la", "les", "moi", "toi", "lui", "leur", "y", "en",
    };

    /// <summary>What to do with the hyphen between two parts of a word.</summary>
    /// <param name="hyphen">The character at the line end.</param>
    /// <param name="left">The word before it, without the hyphen; may itself hold hyphens.</param>
    /// <param name="right">The first word of the next line.</param>
    public HyphenDecision Decide(char hyphen, string left, string right)
    {
        if (hyphen is '‐' or '\u00AD')
        {
            return HyphenDecision.Join;
        }

        if (left.Length == 0 || right.Length == 0 || !char.IsLetterOrDigit(left[^1]))
        {
            return HyphenDecision.KeepApart;
        }

        if (Conjunctions.Contains(right) && !(language.StartsWith("en", StringComparison.Ordinal) && right is "to"))
        {
            return HyphenDecision.KeepApart;
        }

        if (!tellsApart && IsLongCapitals(left) && IsLongCapitals(right))
        {
            return ByWords(left, right);
        }

        if (tellsApart || !char.IsLower(right[0]) || !char.IsLetter(left[^1]) || IsAbbreviation(left))
        {
            return HyphenDecision.Keep;
        }

        return ByWords(left, right);
    }

    /// <summary>What to do with a hyphen inside a web address: addresses hold hyphens, but some programs divide their words as well.</summary>
    public HyphenDecision DecideInAddress(char hyphen, string left, string right)
    {
        var part = left[(left.LastIndexOfAny(['-', '/', '.', '_', '=', '?', '&']) + 1)..];
        return hyphen is '‐' or '\u00AD' || left.EndsWith('.') ? HyphenDecision.Join
            : tellsApart || !divides || part.Length == 0 || right.Length == 0 || !char.IsLetter(part[^1]) || !char.IsLower(right[0]) ? HyphenDecision.Keep
            : words.Count(part) > 0 && words.Count(right) > 0 ? HyphenDecision.Keep
            : HyphenDecision.Join;
    }

    private HyphenDecision ByWords(string left, string right)
    {
        var whole = words.Count(left + right);
        var compound = words.Count(left + "-" + right);
        var isGerman = language.StartsWith("de", StringComparison.Ordinal);
        if (isGerman && !words.HasCompound(left + "-" + right))
        {
            // "Wasser-Gesetz" says nothing about "Wasser-" and "gesetz".
            compound = 0;
        }

        if (whole != compound)
        {
            return whole > compound ? HyphenDecision.Join : HyphenDecision.Keep;
        }

        if (!divides)
        {
            return HyphenDecision.Keep;
        }

        var part = left[(left.LastIndexOf('-') + 1)..];
        if (!isGerman && (Prefixes.Contains(part) || (language.StartsWith("fr", StringComparison.Ordinal) && FrenchTails.Contains(right))))
        {
            // "on-" and the like begin many words; both parts must be words for a compound.
            return part.Length > 2 || words.Count(right) > 0 ? HyphenDecision.Keep : HyphenDecision.Join;
        }

        // A compound of two words that the document uses by themselves; German writes it in one word.
        return !isGerman && part.Length > 3 && right.Length > 3 && words.Count(part) > 0 && words.Count(right) > 0 ? HyphenDecision.Keep : HyphenDecision.Join;
    }

    /// <summary>Capitals that are no abbreviation, as in a heading.</summary>
    private static bool IsLongCapitals(string word) => word.Length > 4 && !word.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    private static bool IsAbbreviation(string left)
    {
        var part = left.AsSpan(left.LastIndexOf('-') + 1);
        if (part.Length == 1)
        {
            return char.IsUpper(part[0]);
        }

        foreach (var c in part)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What to do with a hyphen at a line end.</summary>
internal enum HyphenDecision
{
    /// <summary>Take it out and join the parts.</summary>
    Join,

    /// <summary>Keep it and join the parts.</summary>
    Keep,

    /// <summary>Keep it, with a blank behind it.</summary>
    KeepApart,
}
