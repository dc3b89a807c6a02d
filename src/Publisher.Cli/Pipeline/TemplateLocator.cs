using Publisher.Cli.Terminal;
using Publisher.Editions.Fonts;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Markdown;
using Publisher.Templates;
using Publisher.Templates.Fonts;

namespace Publisher.Cli.Pipeline;

/// <summary>Finds and loads the template a user named.</summary>
internal static class TemplateLocator
{
    /// <summary>Name of the template used when none is named.</summary>
    public const string Standard = "standard";

    private static string SharedFolder => Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>Loads a template; if it cannot be used, shows all that must be mended.</summary>
    /// <param name="brand">As for <see cref="Examine"/>.</param>
    /// <param name="fonts">A folder with more fonts; null for none.</param>
    /// <param name="terminal">Where the errors go.</param>
    /// <returns>Null if it cannot be used.</returns>
    /// <exception cref="PublisherException">There is none.</exception>
    public static Template? Load(string brand, string? fonts, ITerminal terminal)
    {
        var (template, findings) = Examine(brand, fonts);
        if (template is null)
        {
            findings.Where(finding => finding.Severity == DiagnosticSeverity.Error).ToValueList().Show(brand, terminal.Error);
        }

        return template;
    }

    /// <summary>Loads a template as far as that is possible, with all that is wrong with it; the template is null if it cannot be used.</summary>
    /// <param name="brand">A folder with <c>_brand.yml</c>, such a file itself, or the name of a template that comes with the program.</param>
    /// <param name="fonts">A folder with more fonts; null for none.</param>
    /// <exception cref="PublisherException">There is none, or it is too broken to say more.</exception>
    public static (Template? Template, ValueList<Diagnostic> Findings) Examine(string brand, string? fonts = null) =>
        TemplateFolder.Examine(PathOf(brand), OptionsWith(fonts));

    /// <summary>The folder of a template that comes with the program.</summary>
    /// <exception cref="PublisherException">There is none of this name.</exception>
    public static string Shipped(string name)
    {
        var names = Directory.EnumerateFiles(SharedFolder, "_brand.yml", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return names.Contains(name, StringComparer.Ordinal)
            ? SharedFolderOf(name)
            : throw new PublisherException(null, 0, $"No template \"{name}\" comes with the program.", $"There are {string.Join(", ", names)}.");
    }

    /// <summary>A folder beside the templates that come with the program.</summary>
    public static string SharedFolderOf(string name) => Path.Combine(SharedFolder, name);

    // Templates may not know Sources nor the typesetter; here, where all rooms meet, Markdown's parser and a reader of fonts are handed in.
    private static TemplateOptions OptionsWith(string? fonts) => new(MarkdownSource.ParseFragment, SharedFolder)
    {
        Fonts = fonts is null ? null : new UserFonts(fonts, FontFiles.NamesIn),
    };

    private static string PathOf(string brand)
    {
        var isName = brand.Length > 0 && !brand.Contains('.', StringComparison.Ordinal) && brand == Path.GetFileName(brand) && !Path.Exists(brand);
        var shipped = Path.Combine(SharedFolder, brand);
        return isName && Directory.Exists(shipped) ? shipped : brand;
    }
}
