using System.Security.Cryptography;
using Publisher.Editions.Docx.Package;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Docx.Looks;

/// <summary>A font as it lies in a file: obfuscated (ECMA-376-4, 10.1; ISO/IEC 29500-1, 17.8.1), so that nobody takes it for one to install.</summary>
/// <param name="Key">The key in braces, made from the font itself.</param>
/// <param name="Content">The obfuscated bytes.</param>
internal sealed record EmbeddedFont(string Key, PartContent Content)
{
    // So many bytes at the start are mixed with the key, which is half as long.
    private const int Obfuscated = 32;

    /// <summary>The font, or null if its maker does not allow it in a document that is edited, or it is none.</summary>
    public static EmbeddedFont? Of(FontFile file)
    {
        var bytes = file.Content.ToArray();
        if (bytes.Length < Obfuscated || !MayBeEmbedded(bytes))
        {
            return null;
        }

        var key = SHA256.HashData(bytes)[..16];
        var mixed = bytes.AsSpan(0, Obfuscated);
        for (var i = 0; i < Obfuscated; i++)
        {
            // The key's digits from the last to the first.
            mixed[i] ^= key[key.Length - 1 - (i % key.Length)];
        }

        var digits = Convert.ToHexString(key);
        return new EmbeddedFont($"{{{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}}}", PartContent.Of(bytes));
    }

    /// <summary>OpenType, OS/2, fsType: whole, and in documents that may be edited.</summary>
    private static bool MayBeEmbedded(byte[] bytes)
    {
        try
        {
            using var face = FontFace.FromBytes(bytes);
            var permission = face.Embedding;
            return !permission.HasFlag(EmbeddingPermission.BitmapsOnly)
                && (permission.HasFlag(EmbeddingPermission.Editable)
                    || (permission & (EmbeddingPermission.Restricted | EmbeddingPermission.PreviewAndPrint)) == EmbeddingPermission.Installable);
        }
        catch (FontException)
        {
            return false;
        }
    }
}
