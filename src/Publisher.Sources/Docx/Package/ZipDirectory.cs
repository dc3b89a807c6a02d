using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Publisher.Model;

namespace Publisher.Sources.Docx.Package;

/// <summary>
/// The parts of a package by name (ZIP, APPNOTE 6.3.3, as ECMA-376-2 Annex B restricts it): no encryption, no ZIP64, stored or
/// deflated. Names stay names: nothing is ever written to disk. Our own because the framework's archive reads a directory of any length.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EndMark = 0x06054B50;
    private const uint EntryMark = 0x02014B50;
    private const uint PartMark = 0x04034B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int PartLength = 30;
    private const int LongestComment = 0xFFFF;
    private const int MostEntries = 10_000;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    private readonly string _fileName;
    private readonly ReadOnlyMemory<byte> _file;

    // Names of parts are compared without regard to case (ECMA-376-2, 6.3.5).
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipDirectory(string fileName, ReadOnlyMemory<byte> file) => (_fileName, _file) = (fileName, file);

    /// <summary>The names, in the order of the directory.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>Reads the directory at the end of the file.</summary>
    /// <exception cref="PublisherException">There is none, or it is damaged or encrypted.</exception>
    public static ZipDirectory Read(string fileName, ReadOnlyMemory<byte> file)
    {
        var directory = new ZipDirectory(fileName, file);
        var bytes = file.Span;
        var end = FindEnd(bytes);
        if (end < 0)
        {
            throw directory.Damaged("it ends too early");
        }

        int count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        long at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        if (count > MostEntries || at == uint.MaxValue)
        {
            throw directory.Damaged($"it claims more than {MostEntries} parts");
        }

        for (var i = 0; i < count; i++)
        {
            at = directory.Add(bytes, at);
        }

        return directory;
    }

    /// <summary>The bytes of a part, unpacked; null if there is none of that name.</summary>
    public Stream? Open(string name) => _entries.TryGetValue(name, out var entry) ? Open(name, entry) : null;

    /// <summary>The bytes of a part; null if there is none of that name or it is longer than a limit, whatever the directory says.</summary>
    public byte[]? Load(string name, int limit)
    {
        if (!_entries.TryGetValue(name, out var entry) || entry.Size > limit)
        {
            return null;
        }

        try
        {
            using var content = Open(name, entry);
            using var copy = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if (copy.Length + read > limit)
                {
                    return null;
                }

                copy.Write(buffer.AsSpan(0, read));
            }

            return copy.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        var first = Math.Max(0, bytes.Length - EndLength - LongestComment);
        for (var i = bytes.Length - EndLength; i >= first; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]) == EndMark)
            {
                return i;
            }
        }

        return -1;
    }

    private long Add(ReadOnlySpan<byte> bytes, long at)
    {
        if (at + EntryLength > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) != EntryMark)
        {
            throw Damaged("its directory does not hold what it claims");
        }

        var entry = bytes[(int)at..];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        var next = at + EntryLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        if (next > bytes.Length)
        {
            throw Damaged("its directory does not hold what it claims");
        }

        // Some writers use the backslash of their system.
        var name = Encoding.UTF8.GetString(entry.Slice(EntryLength, nameLength)).Replace('\\', '/').TrimStart('/');
        _entries.TryAdd(name, new Entry(
            BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]),
            BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]),
            (BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]) & 1) != 0));
        return next;
    }

    private Stream Open(string name, Entry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new PublisherException(_fileName, 0, "It is encrypted.", "Save it without a password.");
        }

        if (entry.Method is not (Stored or Deflated))
        {
            throw Damaged($"its part \"{name}\" is packed in an unusual way");
        }

        var bytes = _file.Span;
        if (entry.Offset + PartLength > bytes.Length || BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)entry.Offset..]) != PartMark)
        {
            throw Damaged($"its part \"{name}\" is not where it should be");
        }

        var header = bytes[(int)entry.Offset..];
        var start = entry.Offset + PartLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (start + entry.PackedSize > bytes.Length)
        {
            throw Damaged($"its part \"{name}\" ends too early");
        }

        var packed = MemoryStreamOf(_file.Slice((int)start, (int)entry.PackedSize));
        return entry.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static MemoryStream MemoryStreamOf(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private PublisherException Damaged(string why) =>
        new(_fileName, 0, $"The file is damaged: {why}.", "Get it again, or let Word repair it (\"Open and Repair\") and save it.");

    /// <summary>Where a part lies.</summary>
    private readonly record struct Entry(long Offset, ushort Method, long PackedSize, long Size, bool IsEncrypted);
}
