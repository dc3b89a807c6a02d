using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Subsets and packs fonts.</summary>
internal sealed class WebFonts
{
    // The last steps of Brotli cost six times as much and save a twentieth.
    private const int BrotliQuality = 9;

    // A batch of statements in one house has few sets of characters; beyond this the memory is worth more.
    private const int MostSubsets = 200;

    // PERF: subsetting and packing four faces takes 20 ms; the statements of a batch share most of it.
    private readonly ConditionalWeakTable<FontFile, ConcurrentDictionary<string, byte[]>> _subsets = [];

    /// <summary>The WOFF2 file that shows what a page needs; null if the font may not be embedded, which is reported.</summary>
    public byte[]? SubsetOrNull(FontUse use, HtmlPage page)
    {
        var file = use.File;
        var subsets = _subsets.GetOrCreateValue(file);
        var key = string.Join(',', use.Features) + " " + string.Concat(use.Characters.Select(char.ConvertFromUtf32));
        if (subsets.TryGetValue(key, out var known))
        {
            return known;
        }

        using var face = Open(file);
        if (face.Embedding.HasFlag(EmbeddingPermission.Restricted) || face.Embedding.HasFlag(EmbeddingPermission.BitmapsOnly))
        {
            page.Report(
                DiagnosticCode.FontNotEmbeddable,
                DiagnosticSeverity.Warning,
                $"The font \"{file.Family}\" forbids embedding; the web edition only names it.",
                "Choose a font whose licence permits embedding.",
                SourceSpan.None);
            return null;
        }

        var font = face.Embedding.HasFlag(EmbeddingPermission.NoSubsetting)
            ? file.Content.ToArray()
            : face.SubsetForText(use.Characters, use.Features);
        var packed = Woff2.Pack(font, BrotliQuality);
        if (subsets.Count < MostSubsets)
        {
            subsets.TryAdd(key, packed);
        }

        return packed;
    }

    private static FontFace Open(FontFile file)
    {
        try
        {
            return FontFace.FromBytes(file.Content);
        }
        catch (FontException exception)
        {
            throw new PublisherException(
                null, 0, $"The font \"{file.Family}\" cannot be read: {exception.Message}", "Replace its file in the template's folder fonts.", exception);
        }
    }
}
