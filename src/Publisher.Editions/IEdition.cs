using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates;

namespace Publisher.Editions;

/// <summary>Writes one format.</summary>
public interface IEdition
{
    /// <summary>Name of the format as templates name it: <c>pdf</c>, <c>docx</c>, <c>html</c>.</summary>
    string Format { get; }

    /// <summary>File-name extension with its dot.</summary>
    string Extension { get; }

    /// <summary>RFC 6838 media type.</summary>
    string MediaType { get; }

    /// <summary>Writes an edition; the same bytes for the same request, on every machine. Safe to call from several threads.</summary>
    Rendering Render(EditionRequest request);
}

/// <summary>What an edition is made of.</summary>
/// <param name="Document">What the statement says.</param>
/// <param name="Template">How it looks.</param>
/// <param name="Edition">Which edition of the template.</param>
public sealed record EditionRequest(Document Document, Template Template, EditionSpec Edition)
{
    /// <summary>
    /// The moment the file's own dates state: the statement's date, else <c>SOURCE_DATE_EPOCH</c>. Null if neither is known: then the
    /// file states none.
    /// </summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The statement's file as it is, for editions that carry it; null if it is not at hand.</summary>
    public Resource? Source { get; init; }

    /// <summary>The other editions of the same run, for links to them.</summary>
    public ValueList<SiblingEdition> Siblings { get; init; }

    /// <summary>Where fonts, images and styles go; only a web edition has the choice.</summary>
    public AssetPlacement Assets { get; init; }

    /// <summary>True for the statement's own text without page and style, to be put into somebody else's page; web editions only.</summary>
    public bool Fragment { get; init; }

    /// <summary>
    /// Where the file will stand on the web, for a statement that does not say so itself
    /// (<see cref="Metadata.WebAddress"/>); null if not known.
    /// </summary>
    public string? WebAddress { get; init; }
}

/// <summary>Where what an edition is made of besides its text goes.</summary>
public enum AssetPlacement
{
    /// <summary>Into the file itself, which then stands alone.</summary>
    Inline,

    /// <summary>Into files beside it, which several pages can share.</summary>
    Linked,
}

/// <summary>Another edition of the same statement, in the same folder.</summary>
/// <param name="FileName">Its file name, without a folder.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record SiblingEdition(string FileName, string MediaType);

/// <summary>A written edition.</summary>
/// <param name="Content">The file's bytes.</param>
/// <param name="Diagnostics">What could not be shown as asked.</param>
public sealed record Rendering(ReadOnlyMemory<byte> Content, ValueList<Diagnostic> Diagnostics)
{
    /// <summary>The files it refers to, to be written beside it; none if it stands alone.</summary>
    public ValueList<Asset> Assets { get; init; }
}

/// <summary>A file that an edition refers to.</summary>
/// <param name="Path">
/// Relative to the folder of the edition, with slashes. It is made of the content: two assets of one name are the same, so that editions
/// in one folder share them.
/// </param>
/// <param name="Content">The file's bytes.</param>
public sealed record Asset(string Path, ReadOnlyMemory<byte> Content);
