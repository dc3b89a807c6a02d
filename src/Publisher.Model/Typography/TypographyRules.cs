using System.Collections.Immutable;
using System.Text;
using Publisher.Model.Corrections;

namespace Publisher.Model.Typography;

/// <summary>Names and ids of the rules.</summary>
public static class TypographyRules
{
    private const string Prefix = "typography.";
    private const string NoBreakPrefix = "no-break.";

    private static readonly ImmutableArray<string> Names = [.. Enum.GetNames<TypographyRule>().Select(Kebab)];
    private static readonly ImmutableArray<string> Ids = [.. Enum.GetValues<TypographyRule>().Select(IdFor)];
    private static readonly ImmutableArray<string> NoBreakIds = [.. Names.Select(name => NoBreakPrefix + name)];

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<TypographyRule> All { get; } = Enum.GetValues<TypographyRule>();

    /// <summary>The name that a template switches the rule by, such as <c>hanging-hyphen</c>.</summary>
    public static string NameOf(TypographyRule rule) => Names[(int)rule];

    /// <summary>The rule of that name; null if there is none.</summary>
    public static TypographyRule? Find(string name) => Names.IndexOf(name) is >= 0 and var index ? (TypographyRule)index : null;

    /// <summary>The id that corrections bear, such as <c>typography.dash</c>.</summary>
    public static string IdOf(TypographyRule rule) => Ids[(int)rule];

    /// <summary>
    /// The id of corrections that only make a space a no-break space, such as <c>no-break.dash</c>: a draft can leave them out, since
    /// nobody sees them.
    /// </summary>
    public static string NoBreakIdOf(TypographyRule rule) => NoBreakIds[(int)rule];

    /// <summary>True if the rule only advises and changes nothing.</summary>
    public static bool IsAdvice(TypographyRule rule) => rule >= TypographyRule.UnpairedQuote;

    private static string IdFor(TypographyRule rule) => rule switch
    {
        TypographyRule.Composition => CorrectionRules.Composition,
        TypographyRule.Ligature => CorrectionRules.PresentationForm,
        TypographyRule.SoftHyphen => CorrectionRules.InvisibleCharacter,
        _ => Prefix + Names[(int)rule],
    };

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
