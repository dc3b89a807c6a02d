using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Decoding;
using Publisher.Sources.Docx.Facts;
using Publisher.Sources.Docx.Flow;
using Publisher.Sources.Docx.Package;
using Publisher.Sources.FrontMatter;

namespace Publisher.Sources.Docx;

/// <summary>
/// Word documents (ECMA-376, transitional and strict), ours and others'; docs/word.md says what becomes of them. In this order: open
/// the package, read styles, lists and facts, find what links lead to, read the text, then its notes.
/// </summary>
public sealed class DocxSource : ISource
{
    /// <inheritdoc/>
    public string Name => "docx";

    /// <inheritdoc/>
    public ValueList<string> Extensions => [".docx"];

    /// <inheritdoc/>
    public Document Read(SourceFile file, out string? decoded)
    {
        ArgumentNullException.ThrowIfNull(file);
        decoded = null;
        var package = WordPackage.Open(file);
        var main = package.Read(package.MainPart);
        if (main is not { Name: "w:document" } || main.Child("w:body") is not { } body)
        {
            throw new PublisherException(file.Name, 0, "This is no Word document: its text is missing.", "Open it in Word or LibreOffice and save it as .docx.");
        }

        var reading = new Reading(file, package, main);
        var metadata = MetadataOf(file, reading);
        reading.Language = metadata.Language;
        var titles = new TitleLines();
        var blocks = new StoryReader(reading, reading.Relationships) { Titles = titles }.Read(body);
        var notes = reading.Notes.Read();
        (metadata, blocks) = Outline.Of(metadata, titles, blocks, reading);
        reading.Comments.EndAll();
        reading.Revisions.Report();
        return new Document
        {
            Metadata = metadata,
            Blocks = blocks,
            Footnotes = notes,
            LinkReferences = reading.LinkReferences.ToValueList(),
            Resources = reading.Pictures.Resources,
            Changes = reading.Changes,
            Diagnostics = reading.Diagnostics,
        };
    }

    /// <summary>What our edition wrote, else the side-car, else the properties of the file.</summary>
    private static Metadata MetadataOf(SourceFile file, Reading reading)
    {
        var sideCar = FrontMatterReader.Read(file, new SourceText(file.Name, ""));
        foreach (var diagnostic in (IEnumerable<Diagnostic>)sideCar.Diagnostics)
        {
            reading.Report(diagnostic);
        }

        if (reading.Facts is { } facts)
        {
            return facts.Metadata.Or(sideCar.Metadata);
        }

        var properties = reading.Package.RelationshipsOf("").Values.FirstOrDefault(relationship => relationship is { Type: "core-properties", IsExternal: false });
        var stated = sideCar.Metadata.Or(CoreProperties.Read(reading.Package.Read(properties?.Target)));
        return stated.Language == "und" ? stated with { Language = TextLanguage.Of(reading) } : stated;
    }
}
