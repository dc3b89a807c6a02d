using Publisher.Templates.Liquid;

namespace Publisher.Templates.Surroundings;

/// <summary>
/// Private-use characters that stand for what no text can hold. The Markdown source turns the first three into placeholders; the title
/// and the subtitle, which may hold markup and corrections, are put in after parsing.
/// </summary>
internal static class FieldMark
{
    /// <summary>Number of the page.</summary>
    public const char Page = '\uE000';

    /// <summary>Number of pages.</summary>
    public const char Pages = '\uE001';

    /// <summary>The running section.</summary>
    public const char Section = '\uE002';

    /// <summary>The title.</summary>
    public const char Title = '\uE003';

    /// <summary>The subtitle.</summary>
    public const char Subtitle = '\uE004';

    /// <summary>A mark as a value that is not escaped.</summary>
    public static LiquidMarkup Of(char mark) => new(mark.ToString());
}
