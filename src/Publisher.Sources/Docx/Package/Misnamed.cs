using Publisher.Model;

namespace Publisher.Sources.Docx.Package;

/// <summary>Says what a file is that is called .docx and is none.</summary>
internal static class Misnamed
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> ZipFile => "PK"u8;

    /// <summary>Refuses a file that is no package at all, by its first bytes.</summary>
    public static void Check(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (bytes.IsEmpty)
        {
            throw new PublisherException(file.Name, 0, "The file is empty.", "Get it again, or save it in Word once more.");
        }

        if (bytes.StartsWith(CompoundFile))
        {
            // [MS-OFFCRYPTO], 2.3: the package stands encrypted in a stream of this name.
            throw bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new PublisherException(file.Name, 0, "The file is protected by a password.", "Open it in Word, remove the password (File, Info, Protect Document), and save it.")
                : new PublisherException(file.Name, 0, "This is a document of Word 97 to 2003 (.doc), whatever its name says.", "Open it in Word or LibreOffice and save it as .docx.");
        }

        if (!bytes.StartsWith(ZipFile))
        {
            throw new PublisherException(file.Name, 0, $"This is no Word document but {KindOf(bytes)}.", "Rename it to what it is, or save it as .docx in Word or LibreOffice.");
        }
    }

    /// <summary>The refusal of a package that holds something else than a Word document.</summary>
    public static PublisherException Package(string fileName, ZipDirectory parts)
    {
        var kind = Type(parts);
        return kind is null
            ? new PublisherException(fileName, 0, "This is no Word document: the parts of one are missing.", "Open it in Word or LibreOffice and save it as .docx.")
            : new PublisherException(fileName, 0, $"This is {kind}, whatever its name says.", "Open it in Word or LibreOffice and save it as .docx.");
    }

    private static string? Type(ZipDirectory parts)
    {
        const int LongestType = 200;
        if (parts.Load("mimetype", LongestType) is { } type)
        {
            return type.AsSpan().IndexOf("opendocument"u8) >= 0 ? "an OpenDocument file (.odt)" : type.AsSpan().IndexOf("epub"u8) >= 0 ? "an EPUB book" : null;
        }

        var names = parts.Names.ToArray();
        return names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? "an Excel workbook"
            : names.Any(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? "a PowerPoint presentation"
            : names.Any(name => name.StartsWith("Index/", StringComparison.Ordinal)) ? "an Apple Pages document"
            : null;
    }

    private static string KindOf(ReadOnlySpan<byte> bytes)
    {
        var text = bytes[..Math.Min(bytes.Length, 512)];
        return text.StartsWith("{\\rtf"u8) ? "a rich text file (.rtf)"
            : text.StartsWith("%PDF"u8) ? "a PDF file"
            : text.IndexOf("<html"u8) >= 0 || text.IndexOf("<!DOCTYPE html"u8) >= 0 ? "a web page"
            : text.IndexOf("<?mso-application"u8) >= 0 || text.IndexOf("<pkg:package"u8) >= 0 ? "a Word document in one XML file"
            : text.IndexOfAnyInRange((byte)0, (byte)8) >= 0 ? "a file of another kind"
            : "plain text";
    }
}
