using Publisher.Model;
using Publisher.Templates.Brands;
using Publisher.Templates.Files;
using Publisher.Templates.Fonts;
using Publisher.Templates.Labels;
using Publisher.Templates.Styles;
using Publisher.Templates.Surroundings;
using Publisher.Templates.Typography;
using Publisher.Templates.Yaml;

namespace Publisher.Templates;

/// <summary>
/// The door of this room: files in, <see cref="Template"/> out. In order: the brand, the fonts, the layers of <c>template.yml</c>, the
/// surrounding text, the locales. What a template does not say, the standard template says.
/// </summary>
public sealed class TemplateFolder
{
    private const string BrandName = "_brand.yml";
    private const string TemplateName = "template.yml";
    private const string FontListName = "fonts.yml";
    private const string TypographyName = "typography.yml";

    private readonly TemplateOptions _options;
    private readonly TemplateLog _log = new();
    private readonly TemplateFiles _standard;
    private readonly TemplateFiles _fonts;
    private readonly TemplateFiles? _own;
    private readonly string? _ownBrandName;
    private readonly bool _ownHasTexts;

    private TemplateFolder(string path, TemplateOptions options)
    {
        _options = options;
        _standard = SharedFolder("standard");
        _fonts = SharedFolder("fonts");
        var isFile = File.Exists(path);
        if (!isFile && !Directory.Exists(path))
        {
            throw new PublisherException(path, 0, "There is no such brand.", $"Name a folder with {BrandName}, or such a file.");
        }

        var folder = isFile ? Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : "." : path;
        _ownBrandName = isFile ? Path.GetFileName(path) : BrandName;
        _ownHasTexts = !isFile;
        _own = IsSame(folder, Path.Combine(options.SharedFolder, "standard")) ? null : new TemplateFiles(folder);
        if (_own is not null && !_own.Has(_ownBrandName))
        {
            var (problem, remedy) = _own.IsOutside(_ownBrandName)
                ? _own.WhyNot(_ownBrandName)
                : ($"The folder has no {BrandName}.", "Copy one from the example brands, or name another folder.");
            throw new PublisherException(path, 0, problem, remedy);
        }
    }

    /// <summary>Loads a template.</summary>
    /// <param name="path">
    /// A folder with <c>_brand.yml</c> and, if it likes, <c>template.yml</c>, surrounding texts and <c>locales</c>; or a brand file alone,
    /// then nothing beside it is read but what it names.
    /// </param>
    /// <param name="options">What comes from outside.</param>
    /// <returns>The template; <see cref="Template.Diagnostics"/> says what was doubtful.</returns>
    /// <exception cref="PublisherException">A file is missing, cannot be read, or holds an error; the first one is named.</exception>
    public static Template Load(string path, TemplateOptions options)
    {
        var (template, diagnostics) = Examine(path, options);
        if (template is null)
        {
            var log = new TemplateLog();
            log.AddRange(diagnostics);
            log.ThrowOnError();
        }

        return template!;
    }

    /// <summary>Loads a template as far as that is possible and names all that is wrong with it.</summary>
    /// <param name="path">As for <see cref="Load"/>.</param>
    /// <param name="options">What comes from outside.</param>
    /// <returns>The template, null if there is an error among the diagnostics; and the diagnostics.</returns>
    /// <exception cref="PublisherException">There is no such template, or what comes with the program is missing or broken.</exception>
    public static (Template? Template, ValueList<Model.Diagnostics.Diagnostic> Diagnostics) Examine(string path, TemplateOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        return new TemplateFolder(path, options).Examine();
    }

    private (Template? Template, ValueList<Model.Diagnostics.Diagnostic> Diagnostics) Examine()
    {
        // Findings in the standard are ours to mend, and its tests find them; they do not bother a user.
        var standardLog = _own is null ? _log : new TemplateLog();
        var standardBrand = BrandReader.Read(_standard, BrandName, null, standardLog);
        var ownBrand = _own is null ? standardBrand : _log.Attempt(() => BrandReader.Read(_own, _ownBrandName!, standardBrand, _log));
        var brand = ownBrand ?? Unread(standardBrand);
        var brandIsSound = !_log.HasErrors;
        var fonts = brand.Fonts.AddRange(ReadSharedFonts(standardLog)).AddRange(_options.Fonts is { } own ? FontFolderReader.Read(own, _log) : []);
        var families = fonts.Select(font => font.Family).Concat(brand.Families).Distinct(StringComparer.Ordinal).ToArray();
        var uses = FontUses.Of(brand, standardBrand, families, _log);

        var reader = new StyleReader(brand.Colours, ownBrand is null ? null : families);
        var draft = new TemplateDraft { TypographyTable = ReadTypography(standardLog) }
            .With(ReadFile(_standard, TemplateName, standardLog)!, reader)
            .With(brand.Styles);
        var ownFile = _own is not null && _ownHasTexts ? ReadFile(_own, TemplateName, _log) : null;
        draft = ownFile is null ? draft : draft.With(ownFile, reader);

        if (_own is not null && _ownHasTexts)
        {
            NameFilesOutside(_own);
        }

        IReadOnlyList<TemplateFiles> layers = _own is not null && _ownHasTexts ? [_own, _standard] : [_standard];
        var texts = SurroundTexts.Read(layers, ownBrand?.Fields.Keys, _log);
        if (_own is not null && _ownHasTexts)
        {
            MisnamedFiles.Name(_own, _log);
        }

        var looks = new List<(StyleSheet, IReadOnlyDictionary<StyleRole, StyleDeclaration>)>();
        var template = new Template
        {
            Brand = brand.Brand,
            Styles = Resolve(draft, uses, looks),
            Editions = draft.ResolveEditions(),
            Typography = draft.ResolveTypography(),
            Fonts = fonts,
            Locales = ReadLocales(draft.Language),
            SurroundSource = new MarkdownSurround(
                texts, brand.Fields, brand.LogoPlacement ?? standardBrand.LogoPlacement ?? LogoPlacement.End, _options.ParseMarkdown),
            Hyphenation = new HyphenationPatterns(new PatternFiles(HyphenationFolders()).Load),
        };
        template = template with { Kinds = ResolveKinds(template, draft, reader, uses, looks) };
        if (brandIsSound)
        {
            ContrastRule.Check(looks, template.Brand.Palette.Background, brand.Colours, _standard.NameOf(TemplateName), _log);
        }

        if (standardLog.HasErrors)
        {
            _log.AddRange(standardLog.Diagnostics);
        }

        return (_log.HasErrors ? null : template with { Diagnostics = _log.Diagnostics }, _log.Diagnostics);
    }

    private List<(TemplateFiles Files, string Folder)> HyphenationFolders()
    {
        const string Folder = "hyphenation";
        var folders = new List<(TemplateFiles, string)>();
        if (_own is not null && _ownHasTexts)
        {
            folders.Add((_own, Folder));
        }

        if (Directory.Exists(Path.Combine(_options.SharedFolder, Folder)))
        {
            folders.Add((new TemplateFiles(_options.SharedFolder), Folder));
        }

        return folders;
    }

    /// <summary>What stands in for a brand whose file cannot be read: the standard's, with no name counted as wrong.</summary>
    private static BrandFile Unread(BrandFile standard) =>
        standard with { Colours = new ColourTable(standard.Colours) { IsPartial = true } };

    private StyleSheet Resolve(
        TemplateDraft draft, FontUses uses, List<(StyleSheet Styles, IReadOnlyDictionary<StyleRole, StyleDeclaration> Declarations)> looks)
    {
        var sheet = StyleResolver.Resolve(draft.Styles, uses, draft.Scale, _log, (_own ?? _standard).NameOf(TemplateName));
        looks.Add((sheet, draft.Styles));
        return sheet;
    }

    private ValueList<(StatementKind Kind, Template Template)> ResolveKinds(
        Template template,
        TemplateDraft draft,
        StyleReader reader,
        FontUses uses,
        List<(StyleSheet Styles, IReadOnlyDictionary<StyleRole, StyleDeclaration> Declarations)> looks) => draft.KindSections
        .Select(pair => pair.Kind)
        .Distinct()
        .Select(kind =>
        {
            var special = draft.For(kind, reader);
            return (kind, template with
            {
                Styles = Resolve(special, uses, looks),
                Editions = special.ResolveEditions(),
                Typography = special.ResolveTypography(),
            });
        })
        .ToValueList();

    /// <summary>A file that is but a link to one outside the folder is not read; whoever put it there must know.</summary>
    private void NameFilesOutside(TemplateFiles files)
    {
        var locales = files.Names("locales", ".yml").Select(name => "locales/" + name);
        foreach (var name in SurroundTexts.AllForms.Append(TemplateName).Append(TypographyName).Concat(locales).Where(files.IsOutside))
        {
            var (problem, remedy) = files.WhyNot(name);
            _log.Error(new Place(files.NameOf(name), 0), problem, remedy);
        }
    }

    private TemplateFiles SharedFolder(string name)
    {
        var path = Path.Combine(_options.SharedFolder, name);
        return Directory.Exists(path)
            ? new TemplateFiles(path)
            : throw new PublisherException(
                path, 0, "This folder, which comes with the program, is missing.", "Install the program again, with its folder \"templates\".");
    }

    private IEnumerable<FontFile> ReadSharedFonts(TemplateLog log)
    {
        var file = _fonts.NameOf(FontListName);
        var root = new YamlSection(YamlReader.Read(file, _fonts.ReadText(FontListName) ?? string.Empty), file, log);
        return FontListReader.Read(root, _fonts);
    }

    /// <summary>The table that comes with the program, with the template's own over it.</summary>
    private ValueList<LanguageEntry> ReadTypography(TemplateLog standardLog)
    {
        var table = ValueList<LanguageEntry>.Empty;
        if (ReadFile(new TemplateFiles(_options.SharedFolder), TypographyName, standardLog) is { } shared)
        {
            table = TypographyTable.Read(shared, table);
        }

        return _own is not null && _ownHasTexts && ReadFile(_own, TypographyName, _log) is { } own ? TypographyTable.Read(own, table) : table;
    }

    private static YamlSection? ReadFile(TemplateFiles files, string name, TemplateLog log)
    {
        var file = files.NameOf(name);
        return log.Attempt(() => files.ReadText(name) is { } text ? YamlReader.Read(file, text) : null) is { } map ? new YamlSection(map, file, log) : null;
    }

    /// <summary>The locales, the template's own in place of shared ones for the same language, the default language first.</summary>
    private ValueList<Locale> ReadLocales(string? language)
    {
        var shared = SharedFolder("locales");
        var own = _ownHasTexts && _own is not null ? _own.Names("locales", ".yml").Select(name => (_own, "locales/" + name)).Where(file => file._own.Has(file.Item2)) : [];
        return own
            .Concat(shared.Names(string.Empty, ".yml").Select(name => (shared, name)))
            .Select(file => _log.Attempt(() => LocaleReader.Read(file.Item1!, file.Item2, _log)))
            .OfType<Locale>()
            .DistinctBy(locale => locale.Language, StringComparer.OrdinalIgnoreCase)
            .OrderBy(locale => string.Equals(locale.Language, language, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ToValueList();
    }

    private static bool IsSame(string left, string right) =>
        string.Equals(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(left)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(right)), StringComparison.Ordinal);
}
