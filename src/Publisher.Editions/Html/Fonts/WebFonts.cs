using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Publisher.Editions.Fonts;
using Publisher.Editions.Html.Css;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Fonts;
using Publisher.Typesetting.Fonts;

namespace Publisher.Editions.Html.Fonts;

/// <summary>Subsets and packs fonts, and writes the style sheet that brings them into a page. Safe to use from several threads.</summary>
internal sealed class WebFonts
{
    // PERF: the last two steps of Brotli cost six times as much and save a twentieth; the three before them take half
    // as long again and 2 MB of memory that is touched once, and save a two-hundredth.
    private const int BrotliQuality = 6;

    // A batch of statements in one house has few sets of characters; beyond this the memory is worth more.
    private const int MostSubsets = 200;

    // PERF: subsetting and packing four faces takes 20 ms; the statements of a batch share most of it.
    private readonly ConditionalWeakTable<FontFile, ConcurrentDictionary<string, byte[]>> _subsets = [];

    // PERF: and writing 30 kB of Base64 and hashing it takes a third of the time of a page.
    private readonly ConditionalWeakTable<FontFile, ConcurrentDictionary<string, StyleElement>> _sheets = [];

    /// <summary>The style sheet that brings a page its fonts; null if it needs none.</summary>
    public StyleElement? SheetOrNull(HtmlPage page)
    {
        var faces = new List<Face>();
        foreach (var use in page.Demand.Uses)
        {
            if (FaceOrNull(use, page) is { } face)
            {
                faces.Add(face);
            }
        }

        if (faces.Count == 0)
        {
            return null;
        }

        if (page.Assets is not null)
        {
            return Write(faces, page.Assets);
        }

        var sheets = _sheets.GetOrCreateValue(faces[0].File);
        var key = string.Join('\n', faces.Select(face => $"{face.File.Family} {face.File.Weight} {face.File.Italic} {face.Key}"));
        if (!sheets.TryGetValue(key, out var sheet))
        {
            sheet = Write(faces, null);
            if (sheets.Count < MostSubsets)
            {
                sheets.TryAdd(key, sheet);
            }
        }

        return sheet;
    }

    private static StyleElement Write(List<Face> faces, AssetFiles? assets)
    {
        var css = new HtmlWriter();
        foreach (var face in faces)
        {
            css.DangerouslyUnencoded(Encoding.UTF8.GetBytes(
                $"@font-face{{font-family:{CssWriter.Quoted(face.File.Family)};font-weight:{face.File.Weight};font-style:{(face.File.Italic ? "italic" : "normal")};src:url("));
            if (assets is not null)
            {
                // A text need not wait for its font. Addresses in a style sheet count from its own place, and that is the same folder.
                css.Text(assets.Add("font", "woff2", face.Font)).Markup(")format(\"woff2\");font-display:swap}"u8);
            }
            else
            {
                css.Markup("data:font/woff2;base64,"u8).Base64(face.Font).Markup(")format(\"woff2\")}"u8);
            }
        }

        return StyleElement.Of(css.Written.ToArray());
    }

    /// <summary>The font that shows what a page needs; null if it may not be embedded, which is reported.</summary>
    private Face? FaceOrNull(FontUse use, HtmlPage page)
    {
        if (page.Assets is not null)
        {
            use.AddLatin();
        }

        var file = use.File;
        var subsets = _subsets.GetOrCreateValue(file);
        var characters = use.Characters.WithGroups();
        var key = string.Join(',', use.Features) + " " + string.Concat(characters.Select(char.ConvertFromUtf32));
        if (subsets.TryGetValue(key, out var known))
        {
            return new Face(file, key, known);
        }

        using var face = Open(file);
        if (face.ForbidsEmbedding)
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
            : face.SubsetForText(characters, use.Features);
        var packed = Woff2.Pack(font, BrotliQuality);
        if (subsets.Count < MostSubsets)
        {
            subsets.TryAdd(key, packed);
        }

        return new Face(file, key, packed);
    }

    private static FontFace Open(FontFile file)
    {
        try
        {
            return file.Open();
        }
        catch (FontException exception)
        {
            throw new PublisherException(
                null, 0, $"The font \"{file.Family}\" cannot be read: {exception.Message}", "Replace its file in the template's folder fonts.", exception);
        }
    }

    /// <summary>A font as a page needs it.</summary>
    /// <param name="File">What it was cut from.</param>
    /// <param name="Key">What is left in it.</param>
    /// <param name="Font">WOFF2.</param>
    private sealed record Face(FontFile File, string Key, byte[] Font);
}
