using Publisher.Model;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>Carries a file inside the PDF (ISO 32000-1, 7.11.4) as the source it was made from (ISO 19005-3, 6.8).</summary>
internal static class Attachment
{
    /// <summary>Writes the file.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="source">The file's name, type and bytes.</param>
    /// <param name="date">The date it is said to have; null for none.</param>
    /// <returns>Its file specification.</returns>
    public static PdfReference Write(PdfFile file, Resource source, DateTimeOffset? date)
    {
        var content = source.Content.AsSpan();
        var size = content.Length;
        var embedded = file.AddStream(content, w =>
        {
            w.Key("Type").Name("EmbeddedFile").Key("Subtype").Name(source.MediaType).Key("Params").OpenDictionary().Key("Size").Number(size);
            if (date is { } modified)
                w.Key("ModDate").Date(modified);
            w.CloseDictionary();
        });
        return file.Add(w =>
        {
            w.OpenDictionary().Key("Type").Name("Filespec").Key("F").Text(source.Name).Key("UF").Text(source.Name);
            w.Key("AFRelationship").Name("Source").Key("EF").OpenDictionary().Key("F").Reference(embedded).Key("UF").Reference(embedded);
            w.CloseDictionary().CloseDictionary();
        });
    }
}
