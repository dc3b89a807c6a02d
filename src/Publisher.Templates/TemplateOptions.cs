using Publisher.Model;
using Publisher.Model.Blocks;
using Publisher.Templates.Fonts;

namespace Publisher.Templates;

/// <summary>What loading a template needs from outside its room.</summary>
/// <param name="ParseMarkdown">
/// Reads Markdown into blocks. Characters U+E000, U+E001 and U+E002 become placeholders for page, pages and section; other private-use
/// characters stay as they are. Safe to call from several threads.
/// </param>
/// <param name="SharedFolder">The folder that holds <c>standard</c>, <c>fonts</c>, <c>locales</c> and <c>hyphenation</c>.</param>
public sealed record TemplateOptions(Func<string, ValueList<Block>> ParseMarkdown, string SharedFolder)
{
    /// <summary>Fonts besides those of the template and the shared folder; null for none.</summary>
    public UserFonts? Fonts { get; init; }
}
