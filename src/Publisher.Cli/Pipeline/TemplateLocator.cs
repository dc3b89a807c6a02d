using Publisher.Model;
using Publisher.Sources.Markdown;
using Publisher.Templates;

namespace Publisher.Cli.Pipeline;

/// <summary>Finds and loads the template a user named.</summary>
internal static class TemplateLocator
{
    /// <summary>Name of the template used when none is named.</summary>
    public const string Standard = "standard";

    private static string SharedFolder => Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>Loads a template.</summary>
    /// <param name="brand">A folder with <c>_brand.yml</c>, such a file itself, or the name of a template that comes with the program.</param>
    /// <exception cref="PublisherException">There is none, or it cannot be used.</exception>
    public static Template Load(string brand)
    {
        // Templates may not know Sources; here, where all rooms meet, its Markdown parser is handed in.
        var options = new TemplateOptions(MarkdownSource.ParseFragment, SharedFolder);
        var isName = brand.Length > 0 && !brand.Contains('.', StringComparison.Ordinal) && brand == Path.GetFileName(brand) && !Path.Exists(brand);
        var shipped = Path.Combine(SharedFolder, brand);
        return TemplateFolder.Load(isName && Directory.Exists(shipped) ? shipped : brand, options);
    }
}
