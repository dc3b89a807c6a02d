using Publisher.Model;

namespace Publisher.Editions.Html;

/// <summary>The files that stand beside a page, named by what is in them: a changed file has a new name, so sites may cache for ever.</summary>
internal sealed class AssetFiles
{
    /// <summary>The folder beside the page, with its slash.</summary>
    public const string Folder = "assets/";

    // 64 bits of a hash: two of a site's files have one name by chance once in ages.
    private const int NameBytes = 8;

    private readonly Dictionary<string, Asset> _files = new(StringComparer.Ordinal);

    /// <summary>The files in the order of their names.</summary>
    public ValueList<Asset> All => _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal).ToValueList();

    /// <summary>Adds a file.</summary>
    /// <param name="kind">First part of its name.</param>
    /// <param name="extension">Without a full stop.</param>
    /// <param name="content">Its bytes.</param>
    /// <returns>Its name in <see cref="Folder"/>: letters, digits, hyphen and full stop.</returns>
    public string Add(string kind, string extension, ReadOnlyMemory<byte> content)
    {
        var name = $"{kind}-{Convert.ToHexStringLower(SecureHash.Sha256(content.Span)[..NameBytes])}.{extension}";
        _files.TryAdd(name, new Asset(Folder + name, content));
        return name;
    }
}
