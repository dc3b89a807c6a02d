using Publisher.Model;
using Publisher.Templates.Files;
using Publisher.Templates.Fonts;
using Publisher.Templates.Surroundings;
using Publisher.Templates.Yaml;

namespace Publisher.Templates.Brands;

/// <summary>Reads <c>_brand.yml</c>: the brand-yml convention, and our own keys under <c>defaults.publisher</c>.</summary>
internal sealed class BrandReader
{
    private static readonly Length DefaultLogoHeight = Length.FromMillimetres(16);

    private readonly YamlSection _root;
    private readonly TemplateFiles _files;
    private readonly TemplateLog _log;
    private readonly BrandFile? _standard;

    private BrandReader(YamlSection root, TemplateFiles files, TemplateLog log, BrandFile? standard)
    {
        _root = root;
        _files = files;
        _log = log;
        _standard = standard;
    }

    /// <summary>Reads a brand file.</summary>
    /// <param name="files">The brand's folder.</param>
    /// <param name="name">Name of the file in it; must exist.</param>
    /// <param name="standard">Stands in for colours the brand does not state; null for the standard itself.</param>
    /// <param name="log">Where findings go.</param>
    public static BrandFile Read(TemplateFiles files, string name, BrandFile? standard, TemplateLog log)
    {
        var file = files.NameOf(name);
        var root = new YamlSection(YamlReader.Read(file, files.ReadText(name)!), file, log);
        return new BrandReader(root, files, log, standard).Read();
    }

    private BrandFile Read()
    {
        var (name, shortName, webAddress) = ReadMeta();
        var colours = ColourReader.Read(_root.Section("color"), _standard?.Colours, _log);
        var defaults = _root.Section("defaults");
        NameOthers(defaults, "publisher");
        var own = defaults?.Section("publisher");
        var logoSettings = own?.Section("logo");
        var (logo, darkLogo) = ReadLogo(logoSettings?.Length("height") ?? DefaultLogoHeight);
        var placement = logoSettings?.Choice("placement", ("start", LogoPlacement.Start), ("end", LogoPlacement.End), ("above", LogoPlacement.Above));
        var typography = _root.Section("typography");
        var fonts = typography is null ? [] : FontListReader.Read(typography, _files).ToValueList();
        var families = typography is null ? [] : FontListReader.FamiliesOf(typography).ToArray();
        var typographyReader = new TypographyReader(typography, colours);
        typographyReader.Read();
        var fields = ReadFields(own);
        var publications = ReadPublicationsAddress(own);
        logoSettings?.Close();
        own?.Close();
        _root.Close();
        return new BrandFile
        {
            Brand = new Brand
            {
                Name = name,
                ShortName = shortName,
                WebAddress = webAddress,
                PublicationsAddress = publications,
                Logo = logo,
                DarkLogo = darkLogo,
                Palette = PaletteOf(colours),
            },
            Colours = colours,
            Fonts = fonts,
            Families = _log.HasErrors ? families : [],
            FontUses = typographyReader.FontUses,
            Styles = typographyReader.Styles,
            LogoPlacement = placement,
            Fields = fields,
        };
    }

    private static Palette PaletteOf(ColourTable colours)
    {
        var plain = new Palette();
        return new Palette
        {
            Foreground = colours.Find("foreground") ?? plain.Foreground,
            Background = colours.Find("background") ?? plain.Background,
            Primary = colours.Find("primary") ?? plain.Primary,
            Secondary = colours.Find("secondary") ?? plain.Secondary,
            Tertiary = colours.Find("tertiary") ?? plain.Tertiary,
            Link = colours.Find("link") ?? plain.Link,
            Light = colours.Find("light") ?? plain.Light,
            Dark = colours.Find("dark") ?? plain.Dark,
        };
    }

    private (string? Name, string? ShortName, string? WebAddress) ReadMeta()
    {
        var meta = _root.Section("meta");
        var (name, shortName) = meta?.Node("name") switch
        {
            YamlText text => (text.Value, null),
            YamlMap map => ReadNames(meta!.Of(map)),
            null => (null, null),
            var other => (meta!.Wrong<string>(other, "name", "a name, or full and short"), null),
        };
        var link = (meta?.Node("link") ?? meta?.Node("links")) switch
        {
            YamlText text => text.Value,
            YamlMap map => ReadHome(meta!.Of(map)),
            null => null,
            var other => meta!.Wrong<string>(other, "link", "a web address, or home with one"),
        };
        NameOthers(meta, "name", "link", "links");
        if (link is not null && !IsWebAddress(link))
        {
            _log.Error(meta!.At("link"), $"\"{link}\" is not a web address.", "Write it in full, such as https://example.org/.");
            link = null;
        }

        return (name ?? shortName, shortName, link);
    }

    private static (string? Full, string? Short) ReadNames(YamlSection names)
    {
        var (full, brief) = (names.Text("full"), names.Text("short"));
        names.Close();
        return (full, brief);
    }

    private static string? ReadHome(YamlSection links)
    {
        NameOthers(links, "home");
        return links.Text("home");
    }

    /// <summary>The keys of an open map that are somebody else's.</summary>
    private static void NameOthers(YamlSection? section, params string[] own) =>
        section?.NotUsed([.. section.Entries.Select(entry => entry.Key).Except(own, StringComparer.Ordinal)]);

    private string? ReadPublicationsAddress(YamlSection? own)
    {
        if (own?.Text("base-url") is not { } address)
        {
            return null;
        }

        if (IsWebAddress(address) && address.IndexOfAny(['?', '#']) < 0)
        {
            return address.EndsWith('/') ? address : address + "/";
        }

        _log.Error(own.At("base-url"), $"\"{address}\" is not the web address of a folder.", "Write it in full, such as https://example.org/statements/.");
        return null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private (Logo? Light, Logo? Dark) ReadLogo(Length height)
    {
        switch (_root.Node("logo"))
        {
            case null:
                return (null, null);
            case YamlText path:
                return (LogoReader.ReadMark(path, _root, _files, height), null);
            case YamlMap map when map.Entries.Any(entry => entry.Key == "path"):
                return (LogoReader.ReadMark(map, _root, _files, height), null);
            case YamlMap map:
                return new LogoReader(_root.Of(map), _files).Read(height);
            case var other:
                _root.Wrong<string>(other, "logo", "a path, or images with small, medium and large");
                return (null, null);
        }
    }

    private Dictionary<string, HouseText> ReadFields(YamlSection? own)
    {
        var fields = new Dictionary<string, HouseText>(_standard?.Fields ?? new Dictionary<string, HouseText>(), FieldNames.Comparer);
        var named = new HashSet<string>(FieldNames.Comparer);
        var section = own?.Section("fields");
        foreach (var entry in section?.Entries ?? [])
        {
            if (!named.Add(entry.Key))
            {
                _log.Error(section!.At(entry.Key), $"The field \"{entry.Key}\" stands here twice.", "Remove one of the two; a hyphen and an underscore count for the same.");
            }

            fields[entry.Key] = entry.Value switch
            {
                YamlText text => new HouseText(text.Value),
                YamlMap { Entries.Count: > 0 } languages => ReadLanguages(section!.Of(languages)),
                var other => section!.Wrong<HouseText>(other, entry.Key, "a text, or languages with texts such as { de: …, en: … }") ?? new HouseText(string.Empty),
            };
        }

        return fields;
    }

    private static HouseText ReadLanguages(YamlSection languages)
    {
        foreach (var entry in languages.Entries.Where(entry => !IsLanguage(entry.Key)))
        {
            languages.Log.Error(languages.At(entry.Key), $"\"{entry.Key}\" is not a language.", "Write a tag such as de, de-CH, en or fr.");
        }

        return new HouseText(languages.Entries.Select(entry => ((string?)entry.Key, languages.Text(entry.Key) ?? string.Empty)).ToValueList());
    }

    /// <summary>BCP 47: two or three letters, then perhaps subtags.</summary>
    private static bool IsLanguage(string tag) =>
        tag.Split('-') is [var primary, .. var rest] && primary.Length is 2 or 3 && primary.All(char.IsAsciiLetter)
        && rest.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}
