using Publisher.Cli.Terminal;
using Publisher.Editions;
using Publisher.Editions.Html.Publications;
using Publisher.Model;
using Publisher.Templates;
using Spectre.Console;

namespace Publisher.Cli.Pipeline;

/// <summary>The output folder as a web site: where its files will stand, and the index of its statements.</summary>
internal sealed class Site
{
    private readonly string _folder;

    private Site(string folder, string? address)
    {
        _folder = folder;
        Address = address;
    }

    /// <summary>Address of the output folder on the web, with a slash at the end; null if nobody said.</summary>
    public string? Address { get; }

    /// <summary>The site of an export.</summary>
    /// <exception cref="PublisherException">The address given is none.</exception>
    public static Site Of(ExportOptions options, Template template) =>
        new(options.Output, options.BaseAddress is { } given ? FolderAddress(given) : template.Brand.PublicationsAddress);

    /// <summary>Where a file of the output folder will stand; null if not known.</summary>
    public string? AddressOf(string path) =>
        Address is null ? null : Address + string.Join('/', NameOf(path).Split('/').Select(Uri.EscapeDataString));

    /// <summary>A statement for the index; null without a web page.</summary>
    /// <param name="document">The statement.</param>
    /// <param name="name">What to call it where it has no title.</param>
    /// <param name="editions">Its files.</param>
    public Publication? PublicationOf(Document document, string name, IReadOnlyList<(string Path, string MediaType, long Length)> editions)
    {
        const string Web = "text/html";
        var files = editions.OrderBy(edition => edition.MediaType == Web ? 0 : 1)
            .Select(edition => new PublishedFile(NameOf(edition.Path), edition.MediaType, edition.Length))
            .ToValueList();
        return files.IsEmpty || files[0].MediaType != Web ? null : new Publication(document.Metadata, name, files);
    }

    /// <summary>Writes the index, unless files of somebody else are in its place.</summary>
    /// <returns>The files written, without what they are made of.</returns>
    /// <exception cref="PublisherException">It cannot be written; nothing was changed.</exception>
    public ValueList<string> WriteIndex(ValueList<Publication> publications, Template template, AssetPlacement assets, IAnsiConsole messages)
    {
        var edition = template.Editions.First(edition => edition.Format == "html");
        var index = PublicationIndex.Write(publications, template, edition, Address, assets);
        var files = index.Files.Select(file => (Path: Path.Combine(_folder, file.Path.Replace('/', Path.DirectorySeparatorChar)), file.Content)).ToArray();
        var own = files.Where((_, i) => !index.Files[i].Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Path).ToValueList();
        foreach (var file in own)
        {
            RefuseForeign(file);
        }

        OutputFile.WriteAll(files);
        index.Diagnostics.Show(_folder, messages);
        return own;
    }

    private static void RefuseForeign(string path)
    {
        if (File.Exists(path) && !File.ReadAllText(path).Contains(PublicationIndex.Mark, StringComparison.Ordinal))
        {
            throw new PublisherException(
                path, 0, "The index would replace this file, which is not one of its own.", "Move it, choose another output folder, or give --no-index.");
        }
    }

    private static string FolderAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var web) && web.Scheme is "https" or "http" && address.IndexOfAny(['?', '#', ' ']) < 0
            ? address.EndsWith('/') ? address : address + "/"
            : throw new PublisherException(null, 0, $"\"{address}\" is not the web address of a folder.", "Write it in full, such as https://example.org/statements/.");

    private string NameOf(string path) => Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
