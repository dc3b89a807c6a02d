using System.Text;

namespace Publisher.Editions.Html.Publications;

/// <summary>
/// The order of titles in a list: DIN 5007-1, which sorts umlauts as the letters they are made of. Other Latin letters with marks
/// likewise; what is neither letter nor digit counts as a space.
/// </summary>
internal static class TitleOrder
{
    private const string Marked = "àáâãäåāăąçćčďđèéêëēęěìíîïīįłñńňòóôõöøōőŕřśşšţťùúûüūůűýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeiiiiiilnnnoooooooorrsssttuuuuuuuyyzzz";

    /// <summary>What two titles are to be compared by, ordinally.</summary>
    public static string KeyOf(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            var lower = char.ToLowerInvariant(c);
            var marked = Marked.IndexOf(lower, StringComparison.Ordinal);
            if (marked >= 0)
            {
                key.Append(Plain[marked]);
            }
            else if (lower is 'ß' or 'æ' or 'œ')
            {
                key.Append(lower switch { 'ß' => "ss", 'æ' => "ae", _ => "oe" });
            }
            else if (char.IsLetterOrDigit(lower))
            {
                key.Append(lower);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }
}
