using Publisher.Model;
using Publisher.Templates.Fonts;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Chooses a font file as browsers do (CSS Fonts 4, 5.2 "Matching font styles").</summary>
internal static class FaceSelection
{
    /// <summary>The file for a face; null if the family is not among the files.</summary>
    public static FontFile? Choose(ValueList<FontFile> fonts, in TextFace wanted)
    {
        FontFile? best = null;
        var least = int.MaxValue;
        foreach (var font in fonts)
        {
            if (string.Equals(font.Family, wanted.Family, StringComparison.OrdinalIgnoreCase)
                && Distance(font, wanted) is var distance && distance < least)
            {
                (best, least) = (font, distance);
            }
        }

        return best;
    }

    /// <summary>Slope first; then weight: from 400 to 500 look up to 500 first, lighter wants lighter first, bolder wants bolder first.</summary>
    private static int Distance(FontFile font, in TextFace wanted)
    {
        const int WrongSlope = 10_000;
        const int WrongDirection = 1_000;
        var slope = font.Italic == wanted.Italic ? 0 : WrongSlope;
        var difference = font.Weight - wanted.Weight;
        var direction = wanted.Weight switch
        {
            >= 400 and <= 500 when font.Weight >= wanted.Weight && font.Weight <= 500 => 0,
            >= 400 and <= 500 => difference < 0 ? WrongDirection : 2 * WrongDirection,
            < 400 => difference <= 0 ? 0 : WrongDirection,
            _ => difference >= 0 ? 0 : WrongDirection,
        };
        return slope + direction + Math.Abs(difference);
    }
}
