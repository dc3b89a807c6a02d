using System.Diagnostics.CodeAnalysis;
using Publisher.Templates.Files;

namespace Publisher.Templates.Surroundings;

/// <summary>The names that surrounding text may use for fields. A hyphen and an underscore count for the same.</summary>
internal sealed class FieldNames
{
    /// <summary>Compares names.</summary>
    public static readonly IEqualityComparer<string> Comparer = new NameComparer();

    // What can be asked of a list or a text, see LiquidRun.
    private static readonly string[] Parts = ["size", "first", "last"];

    private readonly IReadOnlyDictionary<string, object?> _example;
    private readonly bool _knowsHouse;

    /// <param name="house">Names of the house's own texts; null if they are not known, because its brand cannot be read.</param>
    public FieldNames(IEnumerable<string>? house)
    {
        _knowsHouse = house is not null;
        _example = SurroundFields.Example((house ?? []).Concat(SurroundFields.HouseTexts));
    }

    /// <summary>What is wrong with a name; null if nothing is.</summary>
    /// <param name="path">The name, such as <c>contact.name</c>.</param>
    /// <returns>The part of it that does not exist, and what may be meant.</returns>
    public (string Name, string Remedy)? Fault(string path)
    {
        object? value = _example;
        var name = string.Empty;
        foreach (var part in path.Split('.'))
        {
            name = name.Length == 0 ? part : $"{name}.{part}";
            if (value is not IReadOnlyDictionary<string, object?> fields)
            {
                return Parts.Contains(part) ? null : (name, Spelling.Advice(part, Parts));
            }

            if (!fields.TryGetValue(part, out value))
            {
                var isOfHouse = name.StartsWith("fields.", StringComparison.Ordinal);
                return isOfHouse && !_knowsHouse ? null : (name, AdviceFor(part, isOfHouse, [.. fields.Keys]));
            }
        }

        return null;
    }

    private static string AdviceFor(string part, bool isOfHouse, string[] known)
    {
        var advice = Spelling.Advice(part.Replace('-', '_'), known);
        return isOfHouse ? $"{advice} Texts of your own stand in _brand.yml under defaults.publisher.fields." : advice;
    }

    private sealed class NameComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x?.Replace('-', '_'), y?.Replace('-', '_'), StringComparison.Ordinal);

        public int GetHashCode([DisallowNull] string obj) => StringComparer.Ordinal.GetHashCode(obj.Replace('-', '_'));
    }
}
