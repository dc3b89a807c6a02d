using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Publisher.Editions.Pdf.Objects;

/// <summary>
/// Collects indirect objects and writes the file: streams as they come, all other objects packed into object streams (ISO 32000-1,
/// 7.5.7), a cross-reference stream at the end (7.5.8). The same objects in the same order give the same bytes.
/// </summary>
internal sealed class PdfFile
{
    // What Acrobat's own files have: small enough that a reader need not unpack much for one object.
    private const int ObjectsPerStream = 200;
    private const int IdLength = 16;

    private readonly ArrayBufferWriter<byte> _file = new(1 << 16);
    private readonly List<Entry> _entries = [default];
    private readonly List<(int Number, byte[] Body)> _pending = [];
    private readonly PdfWriter _writer = new();

    public PdfFile()
    {
        // Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
        _file.Write("%PDF-1.7\n%"u8);
        _file.Write((ReadOnlySpan<byte>)[0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later.</summary>
    public PdfReference Reserve()
    {
        _entries.Add(default);
        return new PdfReference(_entries.Count - 1);
    }

    /// <summary>Adds an object that is no stream.</summary>
    /// <param name="reference">Its number.</param>
    /// <param name="write">Writes the object.</param>
    public void Add(PdfReference reference, Action<PdfWriter> write)
    {
        _writer.Clear();
        write(_writer);
        _pending.Add((reference.Number, _writer.Written.ToArray()));
        if (_pending.Count == ObjectsPerStream)
            Flush();
    }

    /// <summary>Adds an object that is no stream and has no number yet.</summary>
    public PdfReference Add(Action<PdfWriter> write)
    {
        var reference = Reserve();
        Add(reference, write);
        return reference;
    }

    /// <summary>Adds a stream.</summary>
    /// <param name="reference">Its number.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="entries">Writes what the dictionary has besides length and filter.</param>
    /// <param name="compress">False for what must be readable without unpacking, or is packed already.</param>
    public void AddStream(PdfReference reference, ReadOnlySpan<byte> content, Action<PdfWriter>? entries = null, bool compress = true)
    {
        var packed = compress ? Deflate(content) : content;
        _writer.Clear();
        _writer.OpenDictionary().Key("Length").Number(packed.Length);
        if (compress)
            _writer.Key("Filter").Name("FlateDecode");
        entries?.Invoke(_writer);
        _writer.CloseDictionary();
        _entries[reference.Number] = new Entry(1, _file.WrittenCount, 0);
        WriteAscii($"{reference.Number} 0 obj\n");
        _file.Write(_writer.Written);
        _file.Write("\nstream\n"u8);
        _file.Write(packed);
        _file.Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>Adds a stream that has no number yet.</summary>
    public PdfReference AddStream(ReadOnlySpan<byte> content, Action<PdfWriter>? entries = null, bool compress = true)
    {
        var reference = Reserve();
        AddStream(reference, content, entries, compress);
        return reference;
    }

    /// <summary>Writes what is left and ends the file.</summary>
    /// <param name="root">The catalog.</param>
    /// <param name="info">The information dictionary.</param>
    public byte[] Finish(PdfReference root, PdfReference info)
    {
        Flush();
        var id = SecureHash.Sha256(_file.WrittenSpan)[..IdLength];
        var reference = Reserve();
        long start = _file.WrittenCount;
        _entries[reference.Number] = new Entry(1, start, 0);
        var width = WidthOf(start);
        AddStream(reference, CrossReferences(width), w =>
        {
            w.Key("Type").Name("XRef").Key("Size").Number(_entries.Count);
            w.Key("W").OpenArray().Number(1).Number(width).Number(2).CloseArray();
            w.Key("Root").Reference(root).Key("Info").Reference(info);
            w.Key("ID").OpenArray().Hex(id).Hex(id).CloseArray();
        });
        WriteAscii($"startxref\n{start}\n%%EOF\n");
        return _file.WrittenSpan.ToArray();
    }

    private static int WidthOf(long value)
    {
        var width = 1;
        while (value > 255)
        {
            value >>= 8;
            width++;
        }

        return width;
    }

    private static ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream(content.Length / 2);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private byte[] CrossReferences(int width)
    {
        var row = 1 + width + 2;
        var table = new byte[row * _entries.Count];
        Span<byte> value = stackalloc byte[8];
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var target = table.AsSpan(i * row, row);
            target[0] = entry.Kind;
            BinaryPrimitives.WriteInt64BigEndian(value, entry.Place);
            value[(8 - width)..].CopyTo(target[1..]);
            BinaryPrimitives.WriteUInt16BigEndian(target[(1 + width)..], i == 0 ? ushort.MaxValue : entry.Index);
        }

        return table;
    }

    private void Flush()
    {
        if (_pending.Count == 0)
            return;

        var stream = Reserve();
        var index = new PdfWriter();
        var bodies = new PdfWriter();
        for (var i = 0; i < _pending.Count; i++)
        {
            var (number, body) = _pending[i];
            index.Number(number).Number(bodies.Length);
            bodies.Raw(body).Line();
            _entries[number] = new Entry(2, stream.Number, (ushort)i);
        }

        index.Line();
        var count = _pending.Count;
        var first = index.Length;
        _pending.Clear();
        index.Raw(bodies.Written);
        AddStream(stream, index.Written, w => w.Key("Type").Name("ObjStm").Key("N").Number(count).Key("First").Number(first));
    }

    private void WriteAscii(FormattableString text) =>
        _file.Write<byte>(System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant(text)));

    // Kind 1: at a place in the file; kind 2: the n-th of an object stream (7.5.8.3).
    private readonly record struct Entry(byte Kind, long Place, ushort Index);
}
