namespace Publisher.Editions.Docx;

/// <summary>What XML 1.0 can hold.</summary>
internal static class Xml
{
    /// <summary>The text with each character that XML 1.0, 2.2 forbids replaced by U+FFFD, line ends by spaces.</summary>
    public static string Sound(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.AsSpan().ContainsAny('\uFFFE', '\uFFFF'))
        {
            return text;
        }

        var result = text.ToCharArray();
        for (var i = 0; i < result.Length; i++)
        {
            var c = result[i];
            if (c is '\n' or '\r' or '\t')
            {
                result[i] = ' ';
            }
            else if (char.IsHighSurrogate(c) && i + 1 < result.Length && char.IsLowSurrogate(result[i + 1]))
            {
                i++;
            }
            else if (c < ' ' || char.IsSurrogate(c) || c >= '\uFFFE')
            {
                result[i] = '\uFFFD';
            }
        }

        return new string(result);
    }
}
