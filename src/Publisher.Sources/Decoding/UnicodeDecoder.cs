using System.Text;
using Publisher.Model;

namespace Publisher.Sources.Decoding;

/// <summary>
/// Decodes a file that must be Unicode: UTF-8 with or without a byte order mark, or UTF-16 with one. Nothing is guessed: a file
/// written by hand for this program can be saved anew.
/// </summary>
internal static class UnicodeDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; may be empty.</summary>
    /// <exception cref="PublisherException">It is not Unicode text; names the first line that is not.</exception>
    public static SourceText Decode(SourceFile file)
    {
        var (encoding, name, mark) = EncodingOf(file.Content.Span);
        var bytes = file.Content.Span[mark..];
        string text;
        try
        {
            text = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw NotText(file, LineAt(encoding, bytes[..Math.Max(0, e.Index)]), $"This is not {name} text.", e);
        }

        return text.IndexOf('\0') is >= 0 and var zero
            ? throw NotText(file, text.AsSpan(0, zero).Count('\n') + 1, "This is not a text file: it holds zero bytes.", cause: null)
            : new SourceText(file.Name, text);
    }

    private static (Encoding Encoding, string Name, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, "UTF-8", 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16", 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16", 2),
        _ => (Utf8, "UTF-8", 0),
    };

    private static PublisherException NotText(SourceFile file, int line, string problem, Exception? cause) =>
        new(file.Name, line, problem, "Open it in an editor and save it as UTF-8.", cause);

    private static int LineAt(Encoding encoding, ReadOnlySpan<byte> valid) =>
        encoding is UTF8Encoding ? valid.Count((byte)'\n') + 1 : Encoding.GetEncoding(encoding.CodePage).GetString(valid).Count(c => c == '\n') + 1;
}
