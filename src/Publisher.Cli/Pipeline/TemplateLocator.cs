using Publisher.Model;
using Publisher.Templates;

namespace Publisher.Cli.Pipeline;

/// <summary>Finds and loads the template a user named.</summary>
internal static class TemplateLocator
{
    /// <summary>Name of the template used when none is named.</summary>
    public const string Standard = "standard";

    /// <summary>Loads a template.</summary>
    /// <param name="brand">A folder with <c>_brand.yml</c>, such a file itself, or the name of a template that comes with the program.</param>
    /// <exception cref="PublisherException">There is none, or it cannot be used.</exception>
    public static Template Load(string brand)
    {
        throw new PublisherException(brand, 0, "There is no such brand.", "Name a folder with _brand.yml.");
    }
}
