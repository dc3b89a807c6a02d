using Publisher.Model;

namespace Publisher.Templates.Brands;

/// <summary>A text of the house, perhaps in several languages.</summary>
/// <param name="Forms">The forms in the order of the file; one without a language serves for all.</param>
internal sealed record HouseText(ValueList<(string? Language, string Text)> Forms)
{
    /// <summary>A text for all languages.</summary>
    public HouseText(string text)
        : this([(null, text)])
    {
    }

    /// <summary>The form for a language: of the same tag, else of the same primary language, else for <paramref name="otherwise"/>, else the first.</summary>
    /// <param name="language">BCP 47 tag of the statement's language.</param>
    /// <param name="otherwise">The template's own language.</param>
    public string In(string language, string otherwise) =>
        Find(language) ?? Find(Primary(language)) ?? FindPrimary(language) ?? Find(otherwise) ?? FindPrimary(otherwise) ?? Forms[0].Text;

    private string? Find(string language) => Forms.FirstOrDefault(form => IsSame(form.Language, language)).Text;

    private string? FindPrimary(string language) =>
        Forms.FirstOrDefault(form => form.Language is { } tag && IsSame(Primary(tag), Primary(language))).Text;

    private static string Primary(string language) => language.Split('-')[0];

    private static bool IsSame(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
