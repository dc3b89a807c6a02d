using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using Publisher.Model;
using Publisher.Model.Diagnostics;
using Publisher.Templates.Files;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Brands;

/// <summary>Reads <c>logo</c> of a brand file. Beside an SVG a PNG of the same name serves editions that need one, and the other way round.</summary>
internal sealed class LogoReader
{
    private static readonly string[] Sizes = ["medium", "small", "large"];

    private readonly YamlSection _section;
    private readonly YamlSection? _images;
    private readonly TemplateFiles _files;

    public LogoReader(YamlSection section, TemplateFiles files)
    {
        _section = section;
        _files = files;
        _images = section.Section("images");
    }

    /// <summary>The mark for light surfaces, and the one for dark ones.</summary>
    /// <param name="height">Height in the letterhead.</param>
    public (Logo? Light, Logo? Dark) Read(Length height)
    {
        Choice? light = null;
        Choice? dark = null;
        foreach (var size in Sizes)
        {
            switch (_section.Node(size))
            {
                case null:
                    break;
                case YamlMap map when !map.Entries.Any(entry => entry.Key == "path"):
                    var pair = _section.Of(map);
                    var (lightForm, darkForm) = (pair.Node("light"), pair.Node("dark"));
                    light ??= lightForm is null ? null : Named(lightForm, size);
                    dark ??= darkForm is null ? null : Named(darkForm, size);
                    pair.Close();
                    break;
                case var mark:
                    light ??= Named(mark, size);
                    break;
            }
        }

        foreach (var image in _images?.Entries ?? [])
        {
            Marked(image.Value, image.Key);
        }

        _section.Close();
        return (light is null ? null : Load(light, height), dark is null ? null : Load(dark, height));
    }

    /// <summary>The mark of a brand whose <c>logo</c> is one mark alone: a path, or a path with its text.</summary>
    public static Logo? ReadMark(YamlNode mark, YamlSection brand, TemplateFiles files, Length height)
    {
        var reader = new LogoReader(brand.Of(new YamlMap([], mark.Line)), files);
        return reader.Marked(mark, "logo") is { } choice ? reader.Load(choice, height) : null;
    }

    /// <summary>The mark that <c>small</c>, <c>medium</c> or <c>large</c> states: the name of an image, a path, or a path with its text.</summary>
    private Choice? Named(YamlNode mark, string size) =>
        mark is YamlText name && _images?.Node(name.Value) is { } image ? Marked(image, name.Value) : Marked(mark, size);

    /// <summary>A path, or a path with its text; null if it is neither.</summary>
    private Choice? Marked(YamlNode mark, string key)
    {
        switch (mark)
        {
            case YamlText path:
                return new Choice(path.Value, null, path);
            case YamlMap map:
                var image = _section.Of(map);
                var (file, alt) = (image.Text("path"), image.Node("alt") as YamlText);
                image.Close();
                return file is null ? _section.Wrong<Choice>(map, key, "path: mark.svg, and alt with what it says in words") : new Choice(file, alt?.Value, map);
            default:
                return _section.Wrong<Choice>(mark, key, "the name of an image, or a path");
        }
    }

    private Logo? Load(Choice choice, Length height)
    {
        var place = _section.At(choice.Node);
        if (!_files.Has(choice.Path))
        {
            var (problem, remedy) = _files.WhyNot(choice.Path);
            _section.Log.Error(place, problem, remedy);
            return null;
        }

        if (choice.AlternativeText is null)
        {
            _section.Log.Warn(
                DiagnosticCode.AlternativeTextMissing,
                place,
                $"The logo \"{choice.Path}\" has no alternative text.",
                "Add it under logo.images with path and alt; write alt: \"\" if it only repeats the name beside it.");
        }

        var stem = choice.Path[..^Path.GetExtension(choice.Path).Length];
        var vector = LoadVector(stem + ".svg", place, out var ratio);
        var raster = LoadRaster(stem + ".png", place, ref ratio);
        if (vector is null && raster is null)
        {
            _section.Log.Error(place, $"\"{choice.Path}\" is neither SVG nor PNG.", "Use a logo in SVG, with a PNG of the same name beside it.");
            return null;
        }

        return new Logo(vector, raster, choice.AlternativeText ?? string.Empty, height, ratio);
    }

    private Resource? LoadVector(string path, Place place, out double ratio)
    {
        ratio = 0;
        if (!_files.Has(path))
        {
            return null;
        }

        var bytes = _files.ReadBytes(path);
        try
        {
            ratio = CheckSvg(bytes);
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            _section.Log.Error(place, $"The logo \"{path}\" cannot be used: {e.Message.TrimEnd('.')}.", "Export it again as plain SVG with a viewBox.");
            return null;
        }

        return new Resource(path, "image/svg+xml", ValueList.Create<byte>(bytes));
    }

    private Resource? LoadRaster(string path, Place place, ref double ratio)
    {
        if (!_files.Has(path))
        {
            return null;
        }

        var bytes = _files.ReadBytes(path);

        // PNG (ISO/IEC 15948), 5.2 and 11.2.2: an 8-byte signature, then IHDR with width and height.
        if (bytes.Length < 24 || !bytes.AsSpan(0, 8).SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            _section.Log.Error(place, $"\"{path}\" is not a PNG file.", "Export it again as PNG.");
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16));
        var height = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(20));
        if (width == 0 || height == 0)
        {
            _section.Log.Error(place, $"\"{path}\" has no pixels.", "Export it again as PNG.");
            return null;
        }

        ratio = ratio > 0 ? ratio : (double)width / height;
        return new Resource(path, "image/png", ValueList.Create<byte>(bytes));
    }

    /// <summary>Refuses what a picture does not need (scripts, events, links, style sheets); gives width by height.</summary>
    private static double CheckSvg(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        reader.MoveToContent();
        if (reader.LocalName != "svg")
        {
            throw new FormatException("It is not an SVG file");
        }

        var ratio = RatioOf(reader);
        do
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                RefuseActiveContent(reader);
            }
        }
        while (reader.Read());
        return ratio;
    }

    private static double RatioOf(XmlReader svg)
    {
        var box = svg.GetAttribute("viewBox")?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return box is { Length: 4 } && Number(box[2]) is > 0 and var width && Number(box[3]) is > 0 and var height
            ? width / height
            : throw new FormatException("It has no viewBox with a width and a height");
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void RefuseActiveContent(XmlReader element)
    {
        if (element.LocalName is "script" or "foreignObject" or "style" or "a" or "image" or "iframe" or "set" or "animate" or "handler")
        {
            throw new FormatException($"It holds <{element.LocalName}>, which a logo may not");
        }

        for (var more = element.MoveToFirstAttribute(); more; more = element.MoveToNextAttribute())
        {
            var leadsOut = element.LocalName == "href" && !element.Value.StartsWith('#');
            if (leadsOut || element.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (element.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !element.Value.Contains("url(#", StringComparison.Ordinal)))
            {
                throw new FormatException($"Its attribute \"{element.Name}\" leads out of the file or runs something");
            }
        }

        element.MoveToElement();
    }

    /// <summary>A mark as the brand names it.</summary>
    private sealed record Choice(string Path, string? AlternativeText, YamlNode Node);
}
