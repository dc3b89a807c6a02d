using System.Text;

namespace Publisher.Templates.Files;

/// <summary>Writes the names of our enumerations as files write them.</summary>
internal static class KebabCase
{
    /// <summary><c>Heading1</c> becomes <c>heading-1</c>, <c>BackToText</c> becomes <c>back-to-text</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (text.Length > 0 && (char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)))
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
