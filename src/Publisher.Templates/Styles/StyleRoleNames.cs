using Publisher.Templates.Files;

namespace Publisher.Templates.Styles;

/// <summary>The roles as files name them: <c>heading-1</c>, <c>list-item</c>.</summary>
internal static class StyleRoleNames
{
    private static readonly (string Name, StyleRole Role)[] Pairs = Enum.GetValues<StyleRole>().Select(role => (KebabCase.Of(role.ToString()), role)).ToArray();

    /// <summary>All names in the order of the roles.</summary>
    public static IReadOnlyList<string> All { get; } = Pairs.Select(pair => pair.Name).ToArray();

    /// <summary>The role of a name; null if there is none.</summary>
    public static StyleRole? Find(string name)
    {
        foreach (var pair in Pairs)
        {
            if (pair.Name == name)
            {
                return pair.Role;
            }
        }

        return null;
    }
}
