using Publisher.Model;
using Publisher.Model.Typography;
using Publisher.Templates.Files;
using Publisher.Templates.Pages;
using Publisher.Templates.Styles;
using Publisher.Templates.Typography;
using Publisher.Templates.Yaml;

namespace Publisher.Templates;

/// <summary>
/// A template while its layers are read, each over the one before: the standard's <c>template.yml</c>, the brand's typography, the
/// template's own <c>template.yml</c>, then what both say about a kind of statement.
/// </summary>
internal sealed record TemplateDraft
{
    private static readonly (StatementKind Kind, string Name)[] Kinds =
        Enum.GetValues<StatementKind>().Select(kind => (kind, KebabCase.Of(kind.ToString()))).ToArray();

    /// <summary>Language tag for labels where the statement's is not served; null if not stated.</summary>
    public string? Language { get; init; }

    /// <summary>Ratio between two steps of the typographic scale.</summary>
    public double Scale { get; init; } = 1.2;

    /// <summary>What is said about the page, in order.</summary>
    public ValueList<YamlSection> Pages { get; init; }

    /// <summary>The table of typography.</summary>
    public ValueList<LanguageEntry> TypographyTable { get; init; }

    /// <summary>What is said about typography.</summary>
    public TypographySwitches Typography { get; init; } = new();

    /// <summary>The editions.</summary>
    public ValueList<EditionDraft> Editions { get; init; }

    /// <summary>What is said about each role.</summary>
    public IReadOnlyDictionary<StyleRole, StyleDeclaration> Styles { get; init; } = new Dictionary<StyleRole, StyleDeclaration>();

    /// <summary>What is said about kinds of statement, in order.</summary>
    public ValueList<(StatementKind Kind, YamlSection Section)> KindSections { get; init; }

    /// <summary>This draft with a template file over it.</summary>
    public TemplateDraft With(YamlSection root, StyleReader reader)
    {
        var editions = root.Section("editions");
        var kinds = root.Section("kinds");
        var draft = WithLooks(root, reader) with
        {
            Language = root.Text("language") ?? Language,
            Editions = editions is null ? Editions : EditionReader.Read(editions, Editions),
            KindSections = kinds is null ? KindSections : KindSections.AddRange(ReadKinds(kinds)),
        };
        root.Close();
        return draft;
    }

    /// <summary>This draft with styles over it.</summary>
    public TemplateDraft With(IReadOnlyDictionary<StyleRole, StyleDeclaration> styles)
    {
        var merged = new Dictionary<StyleRole, StyleDeclaration>(Styles);
        foreach (var (role, declaration) in styles)
        {
            merged[role] = merged.TryGetValue(role, out var under) ? declaration.Over(under) : declaration;
        }

        return this with { Styles = merged };
    }

    /// <summary>This draft with what is said about a kind of statement over it.</summary>
    public TemplateDraft For(StatementKind kind, StyleReader reader)
    {
        var draft = this;
        foreach (var (_, section) in KindSections.Where(pair => pair.Kind == kind))
        {
            var editions = section.Section("editions");
            draft = draft.WithLooks(section, reader);
            draft = editions is null ? draft : draft with { Editions = EditionReader.Amend(editions, draft.Editions) };
            section.Close();
        }

        return draft;
    }

    /// <summary>The editions with their pages.</summary>
    public ValueList<EditionSpec> ResolveEditions()
    {
        var page = Pages.Aggregate(new PageSetup(), (before, section) => PageReader.Read(section, before));
        var typography = ResolveTypography();
        return Editions
            .Select(e => e.Spec with
            {
                Page = e.Pages.Aggregate(page, (before, section) => PageReader.Read(section, before)),
                Typography = e.Typography.IsEmpty
                    ? typography
                    : e.Typography.Aggregate(Typography, (before, section) => before.With(section)).Over(TypographyTable),
            })
            .ToValueList();
    }

    /// <summary>The table with what is switched.</summary>
    public TypographySettings ResolveTypography() => Typography.Over(TypographyTable);

    private TemplateDraft WithLooks(YamlSection section, StyleReader reader)
    {
        var page = section.Section("page");
        return With(reader.Read(section.Section("styles"))) with
        {
            Scale = section.Decimal("scale", 1, 2) ?? Scale,
            Pages = page is null ? Pages : Pages.Add(page),
            Typography = Typography.With(section),
        };
    }

    private static IEnumerable<(StatementKind Kind, YamlSection Section)> ReadKinds(YamlSection kinds)
    {
        foreach (var (kind, name) in Kinds)
        {
            if (kinds.Section(name) is { } section)
            {
                yield return (kind, section);
            }
        }

        kinds.Close();
    }
}
