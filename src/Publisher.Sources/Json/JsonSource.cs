using Publisher.Model;
using Publisher.Model.Json;

namespace Publisher.Sources.Json;

/// <summary>The JSON form of a document, as <c>publisher inspect --json</c> prints it; a side-car is not looked at, the form says it all.</summary>
public sealed class JsonSource : ISource
{
    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public ValueList<string> Extensions => [".json"];

    /// <inheritdoc/>
    public Document Read(SourceFile file, out string? decoded)
    {
        ArgumentNullException.ThrowIfNull(file);
        decoded = null;
        return DocumentJson.Read(file.Content.Span, file.Name);
    }
}
