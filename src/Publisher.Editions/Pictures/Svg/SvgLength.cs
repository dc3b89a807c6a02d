namespace Publisher.Editions.Pictures.Svg;

/// <summary>Reads lengths in CSS pixels (CSS Values 4, 6.2).</summary>
internal static class SvgLength
{
    /// <summary>A length; null if it is none.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="whole">What 100% stands for; null where percentages mean nothing.</param>
    /// <param name="em">Size of the type.</param>
    public static float? Parse(string? text, float? whole = null, float em = 16)
    {
        if (text is null)
            return null;

        var reader = new SvgNumbers(text);
        if (reader.Next() is not { } number)
            return null;
        return reader.Rest.Trim() switch
        {
            "%" => number * whole / 100,
            "pt" => number * 4 / 3,
            "pc" => number * 16,
            "mm" => number * 96 / 25.4f,
            "cm" => number * 96 / 2.54f,
            "in" => number * 96,
            "em" or "rem" => number * em,
            "ex" => number * em / 2,
            _ => number,
        };
    }
}
