using System.Buffers;
using System.Globalization;
using System.Text;

namespace Publisher.Editions.Html;

/// <summary>
/// Writes HTML as UTF-8. Strings are always encoded; what is not encoded is either a literal of this program
/// (<see cref="Markup"/>) or goes through a method with an alarming name.
/// </summary>
/// <param name="room">Bytes to make room for; more are taken as needed.</param>
internal sealed class HtmlWriter(int room = HtmlWriter.RoomOfAStatement)
{
    /// <summary>
    /// What cannot stand in HTML text as it is: markup, and code points that HTML forbids (HTML, 13.2.3.5 "Preprocessing the input
    /// stream"): controls and non-characters.
    /// </summary>
    private static readonly SearchValues<char> Special = SearchValues.Create([.. "&<>\"", .. Forbidden()]);

    // PERF: a three-page statement has about 12 kB; growing by copies costs more than the room.
    private const int RoomOfAStatement = 16 * 1024;

    private byte[] _bytes = new byte[room];
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Writes a literal of this program: tags, never text.</summary>
    public HtmlWriter Markup(ReadOnlySpan<byte> literal)
    {
        Reserve(literal.Length);
        literal.CopyTo(_bytes.AsSpan(_length));
        _length += literal.Length;
        return this;
    }

    /// <summary>Writes bytes that are made of a statement or template and are valid in their place for a reason the caller knows.</summary>
    public HtmlWriter DangerouslyUnencoded(ReadOnlySpan<byte> bytes) => Markup(bytes);

    /// <summary>Writes a text or the value of an attribute in double quotes, encoded.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var plain = text.IndexOfAny(Special);
            Plain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return this;
            }

            Markup(text[plain] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => "\uFFFD"u8,
            });
            text = text[(plain + 1)..];
        }
    }

    /// <summary>Writes a number.</summary>
    public HtmlWriter Number(int number)
    {
        const int MostDigits = 11;
        Reserve(MostDigits);
        number.TryFormat(_bytes.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>Writes an attribute with a space before it.</summary>
    /// <param name="name">A literal.</param>
    /// <param name="value">Encoded; null for no attribute at all.</param>
    public HtmlWriter Attribute(ReadOnlySpan<byte> name, string? value) => value is null
        ? this
        : Markup(" "u8).Markup(name).Markup("=\""u8).Text(value).Markup("\""u8);

    /// <summary>Writes bytes in Base64 (RFC 4648, 4).</summary>
    public HtmlWriter Base64(ReadOnlySpan<byte> bytes)
    {
        Reserve(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, _bytes.AsSpan(_length), out _, out var written);
        _length += written;
        return this;
    }

    private static IEnumerable<char> Forbidden() =>
        Enumerable.Range(0, 0x10000)
            .Where(c => c is < 0x20 and not ('\t' or '\n' or '\f' or '\r') or >= 0x7F and < 0xA0 or >= 0xFDD0 and <= 0xFDEF or >= 0xFFFE)
            .Select(c => (char)c);

    private void Plain(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }
    }
}
