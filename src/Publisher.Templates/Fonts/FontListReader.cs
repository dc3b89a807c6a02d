using Publisher.Model.Diagnostics;
using Publisher.Templates.Files;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Fonts;

/// <summary>Reads a list of fonts in brand-yml's form, from a brand or from the shared folder. Nothing is ever fetched.</summary>
internal static class FontListReader
{
    private static readonly (string Word, int Weight)[] WeightWords =
    [
        ("thin", 100), ("extra-light", 200), ("ultra-light", 200), ("light", 300), ("normal", 400), ("regular", 400), ("medium", 500),
        ("semi-bold", 600), ("demi-bold", 600), ("bold", 700), ("extra-bold", 800), ("ultra-bold", 800), ("black", 900),
    ];

    // WOFF File Format 1.0 and 2.0: packed fonts, which brand files made for web sites name.
    private static readonly string[] WebFonts = [".woff", ".woff2"];

    /// <summary>The fonts of a list.</summary>
    /// <param name="section">The section that holds <c>fonts</c>.</param>
    /// <param name="files">Where the files lie.</param>
    public static IEnumerable<FontFile> Read(YamlSection section, TemplateFiles files)
    {
        foreach (var node in section.List("fonts"))
        {
            if (node is not YamlMap map)
            {
                section.Wrong<string>(node, "fonts", "a list of fonts with source and family");
                continue;
            }

            var font = section.Of(map);
            foreach (var file in ReadFont(font, files))
            {
                yield return file;
            }

            font.Close();
        }
    }

    /// <summary>The families of a list whose files it names, whether these are there or not.</summary>
    public static IEnumerable<string> FamiliesOf(YamlSection section) => section.List("fonts")
        .OfType<YamlMap>()
        .Select(section.Of)
        .Where(font => font.Node("files") is not null)
        .Select(font => font.Text("family"))
        .OfType<string>();

    /// <summary>A weight as a number from 100 to 900 or one of brand-yml's words.</summary>
    public static int? Weight(YamlSection section, string key)
    {
        var text = section.Text(key);
        if (text is null)
        {
            return null;
        }

        foreach (var (word, weight) in WeightWords)
        {
            if (word == text)
            {
                return weight;
            }
        }

        if (int.TryParse(text, out var number) && number is >= 100 and <= 900)
        {
            return number;
        }

        section.Log.Error(
            section.At(key),
            $"\"{text}\" is not a weight.",
            $"Write a number from 100 to 900 or one of {string.Join(", ", WeightWords.Select(w => w.Word))}.");
        return null;
    }

    /// <summary>True for italic; null if the key is absent.</summary>
    public static bool? Italic(YamlSection section, string key) =>
        section.Choice(key, ("normal", false), ("italic", true), ("oblique", true));

    private static IEnumerable<FontFile> ReadFont(YamlSection font, TemplateFiles files)
    {
        var family = font.Text("family");
        var source = font.Text("source") ?? (font.Node("files") is null ? "google" : "file");
        font.NotUsed("display");
        if (source is not ("file" or "google" or "bunny" or "system"))
        {
            font.Log.Error(font.At("source"), $"The font source \"{source}\" is not known.", Spelling.Advice(source, ["file", "google", "bunny", "system"]));
        }

        if (family is null)
        {
            font.Log.Error(font.Place, "A font has no family.", "Add \"family: name\".");
            yield break;
        }

        if (source != "file")
        {
            // Only the name counts: it stands for a font of the shared folder, if one bears it.
            font.NotUsed("weight", "style", "files");
            yield break;
        }

        var weight = Weight(font, "weight") ?? 400;
        var italic = Italic(font, "style") ?? false;
        foreach (var node in font.List("files"))
        {
            foreach (var file in ReadFile(font, node, files, family, weight, italic))
            {
                yield return file;
            }
        }
    }

    /// <summary>The weights of a file: one, or of a variable font those of its range ("200..800", or "auto" for all there are).</summary>
    private static int[]? WeightsOfFile(YamlSection section)
    {
        var text = section.Text("weight");
        var ends = text?.Split("..");
        return text == "auto" ? WeightsOf(100, 900)
            : ends is [var from, var to] && int.TryParse(from, out var least) && int.TryParse(to, out var most) && least <= most
                ? WeightsOf(least, most)
                : Weight(section, "weight") is { } weight ? [weight] : null;
    }

    /// <summary>The weights a style can ask for within a range; its lower end if there is none.</summary>
    private static int[] WeightsOf(int least, int most)
    {
        var weights = WeightWords.Select(word => word.Weight).Distinct().Where(weight => weight >= least && weight <= most).ToArray();
        return weights.Length > 0 ? weights : [least];
    }

    private static FontFile[] ReadFile(YamlSection font, YamlNode node, TemplateFiles files, string family, int weight, bool italic)
    {
        int[]? weights = null;
        string? path;
        if (node is YamlMap map)
        {
            var section = font.Of(map);
            path = section.Text("path");
            weights = WeightsOfFile(section);
            italic = Italic(section, "style") ?? italic;
            section.Close();
        }
        else
        {
            path = (node as YamlText)?.Value;
        }

        if (path is null)
        {
            font.Wrong<FontFile>(node, "files", "a path, or path with weight and style");
            return [];
        }

        if (path.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            font.Log.Note(DiagnosticCode.BrandKeyUnused, font.At(node), $"\"{path}\" is not fetched.", "To use this font, put its file into the brand's folder.");
            return [];
        }

        if (!files.Has(path))
        {
            var (problem, remedy) = files.WhyNot(path);
            font.Log.Error(font.At(node), problem, remedy);
            return [];
        }

        if (Path.GetExtension(path) is { } extension && WebFonts.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            font.Log.Warn(
                DiagnosticCode.FontMissing, font.At(node), $"\"{path}\" is a font for web pages, which is not read.", "Put the font's .ttf or .otf file beside it and name that.");
            return [];
        }

        var first = new FontFile(family, weight, italic) { Name = files.NameOf(path), Load = () => files.ReadBytes(path) };
        return weights is null ? [first] : [.. weights.Select(each => first with { Weight = each })];
    }
}
