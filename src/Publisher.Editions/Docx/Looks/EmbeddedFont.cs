using System.Buffers.Binary;
using System.IO.Compression;
using Publisher.Editions.Docx.Package;
using Publisher.Editions.Fonts;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Docx.Looks;

/// <summary>A font as it lies in a file: obfuscated (ECMA-376-4, 10.1; ISO/IEC 29500-1, 17.8.1), so that nobody takes it for one to install.</summary>
/// <param name="Key">The key in braces, made from the font itself.</param>
/// <param name="Content">The obfuscated bytes.</param>
/// <param name="IsSubset">True if it is cut down to the characters that the text is written in.</param>
internal sealed record EmbeddedFont(string Key, PartContent Content, bool IsSubset)
{
    // So many bytes at the start are mixed with the key, which is half as long.
    private const int Obfuscated = 32;
    private const int KeyLength = 16;

    // The figures of styles; ligatures and kerning every subset has.
    private static readonly string[] Features = ["onum", "lnum", "tnum", "pnum"];

    /// <summary>The font, or null if its maker does not allow it in a document that is edited, or it is none.</summary>
    /// <param name="file">The font.</param>
    /// <param name="characters">What it must be able to write.</param>
    public static EmbeddedFont? Of(FontFile file, WrittenCharacters characters)
    {
        try
        {
            using var face = file.Open();
            var permission = face.Embedding;
            if (!MayBeEmbedded(permission))
            {
                return null;
            }

            return permission.HasFlag(EmbeddingPermission.NoSubsetting)
                ? Obfuscate(file.Content.ToArray(), isSubset: false)
                : Obfuscate(face.SubsetForEditing(characters.Ranges, Features), isSubset: true);
        }
        catch (FontException)
        {
            return null;
        }
    }

    /// <summary>OpenType, OS/2, fsType: in documents that may be edited.</summary>
    private static bool MayBeEmbedded(EmbeddingPermission permission) => !permission.HasFlag(EmbeddingPermission.BitmapsOnly)
        && (permission.HasFlag(EmbeddingPermission.Editable)
            || (permission & (EmbeddingPermission.Restricted | EmbeddingPermission.PreviewAndPrint)) == EmbeddingPermission.Installable);

    /// <summary>Mixes the first bytes of a font with a key, in place, and packs it.</summary>
    private static EmbeddedFont Obfuscate(byte[] font, bool isSubset)
    {
        Span<byte> key = stackalloc byte[KeyLength];
        WriteKey(font, key);
        for (var i = 0; i < Math.Min(Obfuscated, font.Length); i++)
        {
            // The key's digits from the last to the first.
            font[i] ^= key[KeyLength - 1 - (i % KeyLength)];
        }

        var digits = Convert.ToHexString(key);

        // PERF: 1 ms for a face instead of 3 to 10, for a sixth more bytes; a draft is made more often than it is sent.
        return new EmbeddedFont(
            $"{{{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}}}", PartContent.Of(font, CompressionLevel.Fastest), isSubset);
    }

    /// <summary>A key that differs where fonts do: the checksums of the quarters. It hides nothing, for it stands beside the font.</summary>
    private static void WriteKey(ReadOnlySpan<byte> font, Span<byte> key)
    {
        var quarter = (font.Length + 3) / 4;
        for (var i = 0; i < 4; i++)
        {
            var checksum = new Crc32();
            checksum.Append(font[Math.Min(i * quarter, font.Length)..Math.Min((i + 1) * quarter, font.Length)]);
            BinaryPrimitives.WriteUInt32BigEndian(key[(i * 4)..], checksum.Value);
        }
    }
}
