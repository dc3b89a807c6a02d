using System.Text;
using Publisher.Model.Blocks;
using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Looks;

/// <summary>The lists of a document (ECMA-376-1, 17.9) and how far each has counted.</summary>
internal sealed class NumberingTable
{
    /// <summary>How many levels a list has.</summary>
    public const int Levels = 9;

    private readonly Dictionary<int, ListInstance> _instances = [];

    public NumberingTable(Element? numbering)
    {
        var kinds = new Dictionary<string, ListKind>(StringComparer.Ordinal);
        var byStyle = new Dictionary<string, string>(StringComparer.Ordinal);
        var elements = numbering?.Children("w:abstractNum").ToArray() ?? [];
        foreach (var element in elements)
        {
            kinds.TryAdd(element["w:abstractNumId"] ?? "", new ListKind(element));
            if (element.ValueOf("w:styleLink") is { } style)
            {
                byStyle.TryAdd(style, element["w:abstractNumId"] ?? "");
            }
        }

        // 17.9.21: a list may say "as that list style" only.
        foreach (var element in elements)
        {
            if (element.ValueOf("w:numStyleLink") is { } link && byStyle.TryGetValue(link, out var id))
            {
                kinds[element["w:abstractNumId"] ?? ""] = kinds[id];
            }
        }

        foreach (var element in numbering?.Children("w:num") ?? [])
        {
            if (StyleTable.Number(element["w:numId"]) is { } id && kinds.TryGetValue(element.ValueOf("w:abstractNumId") ?? "", out var kind))
            {
                _instances.TryAdd(id, new ListInstance(id, kind, element));
            }
        }
    }

    /// <summary>The list of an id; null if there is none.</summary>
    public ListInstance? this[int id] => _instances.GetValueOrDefault(id);
}

/// <summary>A list as defined; those that say no start of their own count on where the one before stopped.</summary>
internal sealed class ListKind
{
    private readonly ListLevel?[] _levels = new ListLevel?[NumberingTable.Levels];
    private readonly Dictionary<string, int> _levelsOfStyles = new(StringComparer.Ordinal);

    public ListKind(Element element)
    {
        IsLoose = element.ValueOf("w:name")?.EndsWith("loose", StringComparison.Ordinal) == true;
        foreach (var child in element.Children("w:lvl"))
        {
            if (StyleTable.Number(child["w:ilvl"]) is { } level and >= 0 and < NumberingTable.Levels)
            {
                _levels[level] = new ListLevel(child);
                if (child.ValueOf("w:pStyle") is { } style)
                {
                    _levelsOfStyles.TryAdd(style, level);
                }
            }
        }
    }

    /// <summary>True if its name says that space stands between its items.</summary>
    public bool IsLoose { get; }

    /// <summary>The number that the last item of each level had; null before the first.</summary>
    public int?[] Counts { get; } = new int?[NumberingTable.Levels];

    /// <summary>A level; marks where it is not defined.</summary>
    public ListLevel this[int level] => _levels[level] ?? ListLevel.Marks;

    /// <summary>The level that belongs to a paragraph style; null if none does.</summary>
    public int? LevelOf(string style) => _levelsOfStyles.TryGetValue(style, out var level) ? level : null;
}

/// <summary>A list of the text.</summary>
internal sealed class ListInstance
{
    private readonly int?[] _starts = new int?[NumberingTable.Levels];
    private readonly ListLevel?[] _levels = new ListLevel?[NumberingTable.Levels];

    public ListInstance(int id, ListKind kind, Element element)
    {
        (Id, Kind) = (id, kind);
        foreach (var child in element.Children("w:lvlOverride"))
        {
            if (StyleTable.Number(child["w:ilvl"]) is { } level and >= 0 and < NumberingTable.Levels)
            {
                _starts[level] = StyleTable.Number(child.ValueOf("w:startOverride"));
                _levels[level] = child.Child("w:lvl") is { } changed ? new ListLevel(changed) : null;
            }
        }
    }

    public int Id { get; }

    public ListKind Kind { get; }

    /// <summary>A level.</summary>
    public ListLevel this[int level] => _levels[level] ?? Kind[level];

    /// <summary>True if the list starts anew at a level, and did not yet.</summary>
    public bool StartsAnew(int level) => _starts[level] is not null;

    /// <summary>Counts an item and gives its number.</summary>
    public int Count(int level)
    {
        var counts = Kind.Counts;
        counts[level] = _starts[level] ?? (counts[level] is { } last ? unchecked(last + 1) : this[level].Start);
        _starts[level] = null;
        Array.Clear(counts, level + 1, NumberingTable.Levels - level - 1);
        return Math.Max(0, counts[level]!.Value);
    }

    /// <summary>The number of the item counted last as it is written, such as "2.1"; empty for none.</summary>
    public string WrittenNumber(int level)
    {
        var text = new StringBuilder();
        var pattern = this[level].Text;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[++i] - '1';
                text.Append(this[at].Write(Kind.Counts[at] ?? this[at].Start));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString().Trim();
    }
}

/// <summary>How the items of a level are marked.</summary>
internal sealed class ListLevel
{
    private const int LongestLetters = 20;

    private static readonly (int Value, string Sign)[] Romans =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public ListLevel(Element element)
    {
        var format = element.ValueOf("w:numFmt") ?? "decimal";
        Text = format is "bullet" ? "" : element.ValueOf("w:lvlText") ?? "";
        IsBlank = string.IsNullOrWhiteSpace(element.ValueOf("w:lvlText")) && element.Child("w:lvlPicBulletId") is null;
        Start = Math.Clamp(StyleTable.Number(element.ValueOf("w:start")) ?? 1, 0, int.MaxValue);
        Indent = StyleTable.Number(element.Child("w:pPr")?.Child("w:ind")?["w:left"] ?? element.Child("w:pPr")?.Child("w:ind")?["w:start"]) ?? 0;
        Numbering = format switch
        {
            "bullet" => null,
            "lowerLetter" => ListNumbering.LowerLetter,
            "upperLetter" => ListNumbering.UpperLetter,
            "lowerRoman" => ListNumbering.LowerRoman,
            "upperRoman" => ListNumbering.UpperRoman,
            _ => ListNumbering.Decimal,
        };
        IsNone = format == "none";
    }

    private ListLevel() => Text = "";

    /// <summary>The level of a list that is not defined.</summary>
    public static ListLevel Marks { get; } = new();

    /// <summary>How numbers are written; null for marks.</summary>
    public ListNumbering? Numbering { get; }

    /// <summary>The pattern of a number, such as <c>%1.</c>; empty for marks.</summary>
    public string Text { get; }

    /// <summary>True if nothing is to be seen: pandoc's way to write a further paragraph of an item.</summary>
    public bool IsBlank { get; }

    /// <summary>True if the level counts without a number.</summary>
    public bool IsNone { get; }

    /// <summary>The first number.</summary>
    public int Start { get; } = 1;

    /// <summary>Indent of the text in twips.</summary>
    public int Indent { get; }

    /// <summary>What stands round a number.</summary>
    public ListDelimiter Delimiter =>
        Text.StartsWith('(') && Text.EndsWith(')') ? ListDelimiter.Parentheses : Text.EndsWith(')') ? ListDelimiter.Parenthesis : ListDelimiter.Period;

    /// <summary>True if words belong to the number, as in "Artikel 1": a list of the model cannot say them.</summary>
    public bool HasWords => Text.AsSpan().IndexOf('%') >= 0 && Text.Any(c => char.IsLetter(c) || c == '§');

    /// <summary>A number as this level writes it.</summary>
    public string Write(int number) => Numbering switch
    {
        ListNumbering.LowerLetter => Letters(number),
        ListNumbering.UpperLetter => Letters(number).ToUpperInvariant(),
        ListNumbering.LowerRoman => Roman(number),
        ListNumbering.UpperRoman => Roman(number).ToUpperInvariant(),
        null => "",
        _ => $"{number}",
    };

    private static string Letters(int number) =>
        number < 1 ? "" : new string((char)('a' + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, LongestLetters));

    private static string Roman(int number)
    {
        if (number is < 1 or >= 4000)
        {
            return $"{number}";
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Romans)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
