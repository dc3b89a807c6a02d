using System.Text;

namespace Publisher.Templates.Liquid;

/// <summary>The filters, by Liquid's names.</summary>
internal static class LiquidFilters
{
    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        "append", "capitalize", "default", "downcase", "first", "join", "last", "prepend", "remove", "replace", "size", "strip", "truncate", "upcase",
    ];

    /// <summary>The filtered value.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="value">What is filtered.</param>
    /// <param name="arguments">The arguments; missing ones count as empty.</param>
    /// <param name="announce">Told how long a text is going to be before it is made; may throw.</param>
    public static object? Apply(string name, object? value, IReadOnlyList<object?> arguments, Action<long> announce)
    {
        var text = LiquidValue.Text(value);
        var argument = arguments.Count > 0 ? LiquidValue.Text(arguments[0]) : string.Empty;
        var second = arguments.Count > 1 ? LiquidValue.Text(arguments[1]) : string.Empty;
        announce(text.Length + argument.Length + name switch
        {
            "replace" when argument.Length > 0 => (long)text.AsSpan().Count(argument) * second.Length,
            "join" when value is IReadOnlyList<object?> list => (long)list.Count * argument.Length,
            _ => 0,
        });
        return name switch
        {
            "append" => text + argument,
            "prepend" => argument + text,
            "upcase" => text.ToUpperInvariant(),
            "downcase" => text.ToLowerInvariant(),
            "capitalize" => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..],
            "strip" => text.Trim(),
            "remove" => argument.Length == 0 ? text : text.Replace(argument, string.Empty, StringComparison.Ordinal),
            "replace" => argument.Length == 0 ? text : text.Replace(argument, second, StringComparison.Ordinal),
            "truncate" => Truncate(text, arguments.Count > 0 && arguments[0] is double length ? (int)length : 50),
            "default" => LiquidValue.IsEmpty(value) ? arguments.Count > 0 ? arguments[0] : null : value,
            "first" => value is IReadOnlyList<object?> list ? LiquidValue.At(list, 0) : value,
            "last" => value is IReadOnlyList<object?> list ? LiquidValue.At(list, list.Count - 1) : value,
            "size" => (double)(value is IReadOnlyList<object?> list ? list.Count : text.Length),
            "join" => value is IReadOnlyList<object?> list
                ? string.Join(arguments.Count > 0 ? argument : " ", list.Select(LiquidValue.Text))
                : text,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A text cut at the end of a word, with an ellipsis that counts.</summary>
    public static string Truncate(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', Math.Clamp(length - 1, 0, text.Length - 1));
        var head = new StringBuilder(text, 0, cut > 0 ? cut : SafeCut(text, Math.Max(0, length - 1)), length + 1);
        while (head.Length > 0 && head[^1] is ' ' or ',' or ';' or ':' or '–' or '-')
        {
            head.Length--;
        }

        return head.Append('…').ToString();
    }

    private static int SafeCut(string text, int length) => length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
