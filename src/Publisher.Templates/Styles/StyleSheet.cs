using System.Collections.Frozen;
using Publisher.Model.Blocks;

namespace Publisher.Templates.Styles;

/// <summary>A style for each role.</summary>
public sealed class StyleSheet
{
    private readonly FrozenDictionary<StyleRole, Style> _styles;

    /// <summary>Makes a style sheet.</summary>
    /// <param name="styles">A style for each role of <see cref="StyleRole"/>.</param>
    /// <exception cref="ArgumentException">A role has no style.</exception>
    public StyleSheet(IReadOnlyDictionary<StyleRole, Style> styles)
    {
        ArgumentNullException.ThrowIfNull(styles);
        var missing = Enum.GetValues<StyleRole>().Where(role => !styles.ContainsKey(role)).ToArray();
        if (missing.Length > 0)
        {
            throw new ArgumentException($"No style for {string.Join(", ", missing)}.", nameof(styles));
        }

        _styles = styles.ToFrozenDictionary();
    }

    /// <summary>The style of a role.</summary>
    public Style this[StyleRole role] => _styles[role];

    /// <summary>The role of a heading's style.</summary>
    /// <param name="level">1 to 6, as in <see cref="Heading.Level"/>.</param>
    public static StyleRole HeadingRole(int level) => StyleRole.Heading1 + Math.Clamp(level, 1, 6) - 1;

    /// <summary>The role of a paragraph's style.</summary>
    public static StyleRole RoleOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Body => StyleRole.Body,
        ParagraphRole.Lead => StyleRole.Lead,
        ParagraphRole.Dateline => StyleRole.Dateline,
        ParagraphRole.Addressee => StyleRole.Addressee,
        ParagraphRole.Salutation => StyleRole.Salutation,
        ParagraphRole.Valediction => StyleRole.Valediction,
        ParagraphRole.Signature => StyleRole.Signature,
        ParagraphRole.Contact => StyleRole.Contact,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
