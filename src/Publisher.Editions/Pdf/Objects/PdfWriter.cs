using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>Writes the syntax of objects and content streams (ISO 32000-1, 7.2 and 7.3).</summary>
internal sealed class PdfWriter
{
    // A thousandth of a point is far below what any device shows.
    private const int Decimals = 3;
    private const double Precision = 1000;

    // A string has at most 32767 bytes (ISO 19005-2, 6.1.13), two for each character and two for the mark.
    private const int LongestText = 16_380;

    private readonly ArrayBufferWriter<byte> _bytes;
    private bool _needsSpace;

    public PdfWriter(int capacity = 256) => _bytes = new ArrayBufferWriter<byte>(capacity);

    /// <summary>What is written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public int Length => _bytes.WrittenCount;

    /// <summary>Makes room for another object; keeps the memory.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _needsSpace = false;
    }

    public PdfWriter OpenDictionary() => Delimiter("<<"u8);

    public PdfWriter CloseDictionary() => Delimiter(">>"u8);

    public PdfWriter OpenArray() => Delimiter("["u8);

    public PdfWriter CloseArray() => Delimiter("]"u8);

    /// <summary>The key of a dictionary entry, a name like any other.</summary>
    public PdfWriter Key(string name) => Name(name);

    public PdfWriter Name(string name)
    {
        Append("/"u8);
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(name.Length)];
        foreach (var b in utf8[..Encoding.UTF8.GetBytes(name, utf8)])
        {
            if (b is > 0x20 and < 0x7F && !"#/()<>[]{}%"u8.Contains(b))
                Append([b]);
            else
                Append(Encoding.ASCII.GetBytes($"#{b:X2}"));
        }

        _needsSpace = true;
        return this;
    }

    public PdfWriter Number(int value)
    {
        Space();
        Span<byte> digits = stackalloc byte[12];
        _ = Utf8Formatter.TryFormat(value, digits, out var count);
        Append(digits[..count]);
        _needsSpace = true;
        return this;
    }

    /// <summary>A number with at most three decimals; what is no number becomes 0.</summary>
    public PdfWriter Number(double value)
    {
        var scaled = double.IsFinite(value) ? (long)Math.Round(Math.Clamp(value, -1e9, 1e9) * Precision, MidpointRounding.AwayFromZero) : 0;
        Space();
        Span<byte> digits = stackalloc byte[32];
        var count = Format(scaled, digits);
        Append(digits[..count]);
        _needsSpace = true;
        return this;
    }

    /// <summary>A number with six decimals, for the sines of a matrix, which are multiplied by lengths.</summary>
    public PdfWriter Precise(double value) =>
        Word(Encoding.ASCII.GetBytes(value.ToString("0.######", CultureInfo.InvariantCulture)));

    public PdfWriter Boolean(bool value) => Word(value ? "true"u8 : "false"u8);

    public PdfWriter Null() => Word("null"u8);

    public PdfWriter Reference(PdfReference reference)
    {
        Number(reference.Number);
        Append(" 0 R"u8);
        return this;
    }

    /// <summary>A text string (7.9.2.2): ASCII as it is, everything else as UTF-16 with its mark.</summary>
    public PdfWriter Text(string text)
    {
        if (text.Length > LongestText)
            text = char.IsHighSurrogate(text[LongestText - 1]) ? text[..(LongestText - 1)] : text[..LongestText];
        if (text.All(c => c is >= ' ' and < '\x7F'))
            return String(Encoding.ASCII.GetBytes(text));

        var bytes = new byte[2 + (text.Length * 2)];
        bytes[0] = 0xFE;
        bytes[1] = 0xFF;
        _ = Encoding.BigEndianUnicode.GetBytes(text, bytes.AsSpan(2));
        return String(bytes);
    }

    /// <summary>Bytes between parentheses, escaped.</summary>
    public PdfWriter String(ReadOnlySpan<byte> bytes)
    {
        Append("("u8);
        foreach (var b in bytes)
            StringByte(b);
        Append(")"u8);
        _needsSpace = false;
        return this;
    }

    /// <summary>A byte of a string whose parentheses the caller writes.</summary>
    public void StringByte(byte b)
    {
        var escaped = b switch
        {
            (byte)'(' => "\\("u8,
            (byte)')' => "\\)"u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\n' => "\\n"u8,
            _ => default,
        };
        if (!escaped.IsEmpty)
        {
            Append(escaped);
            return;
        }

        var span = _bytes.GetSpan(1);
        span[0] = b;
        _bytes.Advance(1);
    }

    /// <summary>Bytes between angle brackets in hexadecimal.</summary>
    public PdfWriter Hex(ReadOnlySpan<byte> bytes)
    {
        Append("<"u8);
        Append(Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
        Append(">"u8);
        _needsSpace = false;
        return this;
    }

    /// <summary>An operator of a content stream or another bare word.</summary>
    public PdfWriter Word(ReadOnlySpan<byte> word)
    {
        Space();
        Append(word);
        _needsSpace = true;
        return this;
    }

    public PdfWriter Line()
    {
        Append("\n"u8);
        _needsSpace = false;
        return this;
    }

    /// <summary>Bytes that are PDF syntax already.</summary>
    public PdfWriter Raw(ReadOnlySpan<byte> bytes)
    {
        Append(bytes);
        _needsSpace = true;
        return this;
    }

    /// <summary>A date (7.9.4).</summary>
    public PdfWriter Date(DateTimeOffset time)
    {
        var offset = time.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var zone = offset == TimeSpan.Zero
            ? "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(offset.Hours):00}'{Math.Abs(offset.Minutes):00}'");
        return Text("D:" + time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + zone);
    }

    private static int Format(long scaled, Span<byte> digits)
    {
        var count = 0;
        if (scaled < 0)
        {
            digits[count++] = (byte)'-';
            scaled = -scaled;
        }

        _ = Utf8Formatter.TryFormat(scaled / (long)Precision, digits[count..], out var whole);
        count += whole;
        var rest = (int)(scaled % (long)Precision);
        if (rest == 0)
            return count;
        digits[count++] = (byte)'.';
        for (var i = 0; i < Decimals && rest > 0; i++)
        {
            digits[count++] = (byte)('0' + (rest / 100));
            rest = rest % 100 * 10;
        }

        return count;
    }

    private PdfWriter Delimiter(ReadOnlySpan<byte> delimiter)
    {
        Append(delimiter);
        _needsSpace = false;
        return this;
    }

    private void Space()
    {
        if (_needsSpace)
            Append(" "u8);
    }

    private void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);
}
