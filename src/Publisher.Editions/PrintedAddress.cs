namespace Publisher.Editions;

/// <summary>Which links say their address themselves, so that paper need not print it again.</summary>
internal static class PrintedAddress
{
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    /// <summary>
    /// True if the words of a link are its address, be it without scheme, <c>www.</c> or a last slash. Words that merely occur in the
    /// address do not tell a reader on paper where it leads.
    /// </summary>
    /// <param name="words">What the link says, as plain text.</param>
    /// <param name="target">Where it leads.</param>
    public static bool IsSaidBy(string words, string target) => Bare(words).Equals(Bare(target), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        foreach (var scheme in Schemes)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                address = address[scheme.Length..];
                break;
            }
        }

        return (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address["www.".Length..] : address).TrimEnd('/');
    }
}
