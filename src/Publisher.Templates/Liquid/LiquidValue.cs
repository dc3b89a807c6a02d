using System.Globalization;

namespace Publisher.Templates.Liquid;

/// <summary>What values are in Liquid: text, number (<c>double</c>), flag, list, further fields, or nothing.</summary>
internal static class LiquidValue
{
    /// <summary>The value as text, the items of a list with commas; nothing and further fields are empty.</summary>
    public static string Text(object? value) => value switch
    {
        string text => text,
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IReadOnlyList<object?> list => string.Join(", ", list.Select(Text)),
        _ => string.Empty,
    };

    /// <summary>True for a value that a condition takes for false: nothing, <c>false</c>, an empty text or list.</summary>
    /// <remarks>Liquid takes an empty text for true; a person who writes <c>{% if place %}</c> means otherwise.</remarks>
    public static bool IsEmpty(object? value) => value switch
    {
        null or false => true,
        string text => text.Length == 0,
        IReadOnlyList<object?> list => list.Count == 0,
        LiquidMarkup markup => string.IsNullOrWhiteSpace(markup.Markdown),
        IReadOnlyDictionary<string, object?> fields => fields.Values.All(IsEmpty),
        _ => false,
    };

    /// <summary>An item of a list; nothing if there is none.</summary>
    public static object? At(IReadOnlyList<object?> list, int index) => index >= 0 && index < list.Count ? list[index] : null;

    /// <summary>Compares as an operator says.</summary>
    public static bool Compare(object? left, string comparison, object? right) => comparison switch
    {
        "==" => AreEqual(left, right),
        "!=" or "<>" => !AreEqual(left, right),
        "contains" => left is IReadOnlyList<object?> list
            ? list.Any(item => AreEqual(item, right))
            : right is not null && Text(left).Contains(Text(right), StringComparison.Ordinal),
        _ => left is double l && right is double r && comparison switch
        {
            "<" => l < r,
            ">" => l > r,
            "<=" => l <= r,
            _ => l >= r,
        },
    };

    private static bool AreEqual(object? left, object? right) =>
        left is bool || right is bool ? IsEmpty(left) == IsEmpty(right)
        : left is double l && right is double r ? l.Equals(r)
        : Text(left) == Text(right);
}
