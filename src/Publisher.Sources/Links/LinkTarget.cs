namespace Publisher.Sources.Links;

/// <summary>Which addresses a link of a statement may lead to.</summary>
internal static class LinkTarget
{
    /// <summary>How an address may begin.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["https", "http", "mailto", "tel"];

    /// <summary>
    /// The address as the model holds it; null if it is refused: another scheme than the web's, e-mail's and telephone's, or an
    /// address relative to a place that a printed page does not have.
    /// </summary>
    public static string? Allow(string address)
    {
        // Browsers skip control characters and white space when they look for the scheme: "java\nscript:".
        var target = string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        if (target.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return "https://" + target;
        }

        var colon = target.IndexOf(':');
        return colon > 0 && colon < target.Length - 1 && Schemes.Contains(target[..colon].ToLowerInvariant(), StringComparer.Ordinal)
            ? target
            : null;
    }
}
