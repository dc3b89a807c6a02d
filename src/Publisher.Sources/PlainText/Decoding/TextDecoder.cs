using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Sources.Decoding;

namespace Publisher.Sources.PlainText.Decoding;

/// <summary>
/// Decodes text of any origin: Unicode by its mark or by its form, else Windows-1252 or ISO-8859-15 by evidence. Bytes that are wrong
/// in a UTF-8 file are read as Windows-1252, which is what a mixed file usually holds.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Characters of Windows-1252 from 0x80 to 0x9F; its five holes stay control characters and are removed later.</summary>
    public const string Windows1252High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Where ISO-8859-15 differs from ISO-8859-1: byte and character by turns.</summary>
    private const string Latin9 = "¤€¦Š¨š´Ž¸ž¼Œ½œ¾Ÿ";

    // A text may hold a stray control character in a line, but not one in ten characters.
    private const int MostControlsInHundred = 10;

    private static readonly SearchValues<char> Controls = SearchValues.Create(ControlCharacters());

    /// <summary>The text of a file, and what was guessed about its encoding.</summary>
    /// <exception cref="PublisherException">The file is empty or no text at all.</exception>
    public static (SourceText Text, Diagnostic? Guess) Decode(SourceFile file)
    {
        var (text, guess) = Decode(file.Content.Span);
        if (text.AsSpan().Trim().IsEmpty)
        {
            throw new PublisherException(file.Name, 0, "The file is empty.", "Check that it is the right file.");
        }

        if (CountControls(text) is var controls && controls * 100L > text.Length * (long)MostControlsInHundred)
        {
            throw new PublisherException(file.Name, 0, "This is not a text file.", "Export it as text, or give a Markdown or Word file.");
        }

        return (new SourceText(file.Name, text), guess);
    }

    private static (string Text, Diagnostic? Guess) Decode(ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                bytes = bytes[3..];
                break;
            case [0xFF, 0xFE, ..]:
                return (Encoding.Unicode.GetString(bytes[2..]), null);
            case [0xFE, 0xFF, ..]:
                return (Encoding.BigEndianUnicode.GetString(bytes[2..]), null);
            default:
                if (Utf16WithoutMark(bytes) is { } encoding)
                {
                    return (encoding.GetString(bytes), Guessed("UTF-16", 1));
                }

                break;
        }

        return Utf8.IsValid(bytes) ? (Encoding.UTF8.GetString(bytes), null) : DecodeBytes(bytes);
    }

    /// <summary>UTF-16 of a European text has a zero in every other byte.</summary>
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var most = head.Length / 2 * 7 / 10;
        return head.Length < 8 ? null
            : odd > most && even == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even > most && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static (string Text, Diagnostic Guess) DecodeBytes(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var valid = 0;
        var firstLine = 0;
        var line = 1;
        var latin9 = IsLatin9(bytes);
        while (!bytes.IsEmpty)
        {
            var ascii = Ascii.IsValid(bytes) ? bytes.Length : bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            line += bytes[..ascii].Count((byte)'\n');
            text.Append(Encoding.ASCII.GetString(bytes[..ascii]));
            bytes = bytes[ascii..];
            if (bytes.IsEmpty)
            {
                break;
            }

            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done)
            {
                text.Append(rune.ToString());
                valid++;
                bytes = bytes[used..];
                continue;
            }

            firstLine = firstLine == 0 ? line : firstLine;
            text.Append(SingleByte(bytes[0], latin9));
            bytes = bytes[1..];
        }

        return (text.ToString(), Guessed(valid > 0 ? "UTF-8 with some Windows-1252" : latin9 ? "ISO-8859-15" : "Windows-1252", firstLine));
    }

    private static char SingleByte(byte value, bool latin9)
    {
        if (value < 0xA0 && !latin9)
        {
            return Windows1252High[value - 0x80];
        }

        var at = latin9 ? Latin9.IndexOf((char)value) : -1;
        return at >= 0 && at % 2 == 0 ? Latin9[at + 1] : (char)value;
    }

    /// <summary>ISO-8859-15 has no characters from 0x80 to 0x9F, and its euro sign is 0xA4, which nobody writes in Windows-1252.</summary>
    private static bool IsLatin9(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0xA4) && bytes.IndexOfAnyInRange((byte)0x80, (byte)0x9F) < 0;

    private static Diagnostic Guessed(string encoding, int line) => new(
        DiagnosticCode.EncodingGuessed,
        DiagnosticSeverity.Warning,
        $"This is not UTF-8 text; it was read as {encoding}.",
        "Check the umlauts; if they are wrong, save the file as UTF-8.")
    { Span = new SourceSpan(0, 0, Math.Max(1, line), 1) };

    private static int CountControls(string text)
    {
        var count = 0;
        var rest = text.AsSpan();
        for (var i = rest.IndexOfAny(Controls); i >= 0; i = rest.IndexOfAny(Controls))
        {
            count++;
            rest = rest[(i + 1)..];
        }

        return count;
    }

    private static string ControlCharacters() =>
        string.Concat(Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')));
}
