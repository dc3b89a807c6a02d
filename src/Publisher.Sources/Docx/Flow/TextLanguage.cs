using Publisher.Sources.Docx.Looks;

namespace Publisher.Sources.Docx.Flow;

/// <summary>The language of a document that does not state it: what most of its characters are marked with.</summary>
internal static class TextLanguage
{
    /// <summary>BCP 47 tag; <c>und</c> if nothing is marked.</summary>
    public static string Of(Reading reading)
    {
        var characters = new Dictionary<string, int>(StringComparer.Ordinal);
        var usual = reading.Styles.DefaultLanguage ?? "und";
        foreach (var run in reading.Document.Descendants())
        {
            if (run.Name == "w:r")
            {
                var language = WordLanguage.Of(run.Child("w:rPr")?.Child("w:lang")?["w:val"]) ?? usual;
                characters[language] = characters.GetValueOrDefault(language) + run.Children("w:t").Sum(text => text.Text.Length);
            }
        }

        return characters.Count == 0 ? usual : characters.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).First().Key;
    }
}
