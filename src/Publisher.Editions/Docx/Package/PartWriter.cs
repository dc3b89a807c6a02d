using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Publisher.Editions.Docx.Package;

/// <summary>
/// Writes a part as UTF-8 XML, compressed while it grows, so that a long statement never stands in memory as XML. Strings are always
/// encoded; what is not encoded is a literal of this program (<see cref="Markup(ReadOnlySpan{byte})"/>).
/// </summary>
/// <remarks>
/// PERF: written as it goes, not gathered as a tree of elements first, so that memory does not grow with the statement's XML.
/// </remarks>
internal sealed class PartWriter : IDisposable
{
    private const int Room = 32 * 1024;

    // Longer texts are encoded piece by piece; a UTF-16 code unit takes three bytes at most.
    private const int LongestPiece = Room / 4;

    // XML 1.0, 2.2 and 2.4: markup, and characters that no document can hold. Line ends and tabs are white space of a line.
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. "&<>\"\uFFFE\uFFFF", .. Enumerable.Range(0, ' ').Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Room);
    private readonly MemoryStream _compressed = new(4096);
    private readonly Crc32 _checksum = new();
    private readonly WrittenCharacters? _characters;

    // PERF: made when there is something to compress. A compressor takes 300 kB, and many parts are open at a time of which most fit the buffer.
    private DeflateStream? _deflate;
    private int _length;
    private long _size;

    /// <summary>Begins a part.</summary>
    /// <param name="characters">Where the characters of texts are noted; null for a part that nobody reads as text.</param>
    public PartWriter(WrittenCharacters? characters = null)
    {
        _characters = characters;
        Markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);
    }

    /// <summary>Writes a literal of this program: tags, never text.</summary>
    public PartWriter Markup(ReadOnlySpan<byte> literal)
    {
        while (literal.Length > Room - _length)
        {
            var part = literal[..(Room - _length)];
            part.CopyTo(_buffer.AsSpan(_length));
            _length = Room;
            literal = literal[part.Length..];
            Flush();
        }

        literal.CopyTo(_buffer.AsSpan(_length));
        _length += literal.Length;
        return this;
    }

    /// <summary>Writes a text or the value of an attribute in double quotes, encoded; what XML cannot hold becomes U+FFFD.</summary>
    public PartWriter Text(ReadOnlySpan<char> text)
    {
        _characters?.Add(text);
        while (true)
        {
            var plain = text.IndexOfAny(Special);
            Plain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return this;
            }

            if (char.IsHighSurrogate(text[plain]) && plain + 1 < text.Length && char.IsLowSurrogate(text[plain + 1]))
            {
                Plain(text.Slice(plain, 2));
                text = text[(plain + 2)..];
                continue;
            }

            Markup(text[plain] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\t' or '\n' or '\r' => " "u8,
                _ => "\uFFFD"u8,
            });
            text = text[(plain + 1)..];
        }
    }

    /// <summary>Writes a number.</summary>
    public PartWriter Number(long number)
    {
        const int MostDigits = 20;
        if (Room - _length < MostDigits)
        {
            Flush();
        }

        number.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>Writes an attribute with a space before it; none for null.</summary>
    public PartWriter Attribute(ReadOnlySpan<byte> name, string? value) =>
        value is null ? this : Markup(" "u8).Markup(name).Markup("=\""u8).Text(value).Markup("\""u8);

    /// <summary>Writes an attribute with a space before it.</summary>
    public PartWriter Attribute(ReadOnlySpan<byte> name, long value) =>
        Markup(" "u8).Markup(name).Markup("=\""u8).Number(value).Markup("\""u8);

    /// <summary>Writes an element with a text; none for null or an empty text.</summary>
    public PartWriter Element(ReadOnlySpan<byte> name, string? text) => string.IsNullOrEmpty(text)
        ? this
        : Markup("<"u8).Markup(name).Markup(">"u8).Text(text).Markup("</"u8).Markup(name).Markup(">"u8);

    /// <summary>Writes an element of WordprocessingML that has nothing but a value: <c>&lt;w:jc w:val="right"/&gt;</c>.</summary>
    /// <param name="name">Its name without the prefix.</param>
    /// <param name="value">The value.</param>
    public PartWriter Value(ReadOnlySpan<byte> name, string value) =>
        Markup("<w:"u8).Markup(name).Attribute("w:val"u8, value).Markup("/>"u8);

    /// <inheritdoc cref="Value(ReadOnlySpan{byte}, string)"/>
    public PartWriter Value(ReadOnlySpan<byte> name, long value) =>
        Markup("<w:"u8).Markup(name).Attribute("w:val"u8, value).Markup("/>"u8);

    /// <summary>Ends the part.</summary>
    public PartContent End()
    {
        Flush();
        _deflate!.Dispose();
        return new PartContent(_compressed.GetBuffer().AsMemory(0, (int)_compressed.Length), _size, _checksum.Value);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _deflate?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (text.Length > LongestPiece)
        {
            // A pair of surrogates is never divided.
            var piece = char.IsHighSurrogate(text[LongestPiece - 1]) ? LongestPiece - 1 : LongestPiece;
            Plain(text[..piece]);
            text = text[piece..];
        }

        if (Room - _length < text.Length * 3)
        {
            Flush();
        }

        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    private void Flush()
    {
        var written = _buffer.AsSpan(0, _length);
        _checksum.Append(written);
        _deflate ??= new DeflateStream(_compressed, CompressionLevel.Optimal, leaveOpen: true);
        _deflate.Write(written);
        _size += _length;
        _length = 0;
    }
}
