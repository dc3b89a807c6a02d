using System.Globalization;
using Publisher.Model;

namespace Publisher.Templates.Liquid;

/// <summary>Reads what stands between the braces, a word at a time.</summary>
internal sealed class LiquidWords
{
    private static readonly string[] TwoCharacterOperators = ["==", "!=", "<=", ">=", "<>"];

    private readonly string _file;
    private readonly int _line;
    private readonly List<string> _words;
    private int _at;

    public LiquidWords(string file, string content, int line)
    {
        _file = file;
        _line = line;
        _words = Split(content);
    }

    /// <summary>True behind the last word.</summary>
    public bool AtEnd => _at >= _words.Count;

    /// <summary>The word at hand without taking it; null at the end.</summary>
    public string? Peek => AtEnd ? null : _words[_at];

    /// <summary>Takes a word.</summary>
    public string Take() => AtEnd ? throw Refusal("Something is missing at the end of this field.") : _words[_at++];

    /// <summary>Takes a word if it stands here.</summary>
    public bool TryTake(string word)
    {
        if (Peek != word)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Takes a name for a variable.</summary>
    public string TakeName()
    {
        var name = Take();
        return IsNameStart(name[0]) ? name : throw Refusal($"\"{name}\" is not a name.");
    }

    /// <summary>Takes a value.</summary>
    public LiquidOperand TakeOperand()
    {
        var word = Take();
        return word[0] switch
        {
            '\'' or '"' => new LiquidOperand([], word[1..^1]),
            '-' or (>= '0' and <= '9') => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? new LiquidOperand([], number)
                : throw Refusal($"\"{word}\" is not a number."),
            _ when IsNameStart(word[0]) => word switch
            {
                "true" => new LiquidOperand([], true),
                "false" => new LiquidOperand([], false),
                "nil" or "null" => new LiquidOperand([], null),
                "empty" or "blank" => new LiquidOperand([], string.Empty),
                _ => new LiquidOperand(word.Split('.'), null),
            },
            _ => throw Refusal($"\"{word}\" is not expected here."),
        };
    }

    /// <summary>Takes a value with its filters.</summary>
    public LiquidExpression TakeExpression()
    {
        var operand = TakeOperand();
        var filters = new List<LiquidFilter>();
        while (TryTake("|"))
        {
            filters.Add(TakeFilter());
        }

        return new LiquidExpression(operand, filters);
    }

    /// <summary>Takes a condition.</summary>
    public LiquidCondition TakeCondition()
    {
        var left = TakeOperand();
        LiquidCondition condition = Peek is "==" or "!=" or "<>" or "<" or ">" or "<=" or ">=" or "contains"
            ? new LiquidComparison(left, Take(), TakeOperand())
            : new LiquidTruth(left);
        return TryTake("and") ? new LiquidJunction(condition, IsAnd: true, TakeCondition())
            : TryTake("or") ? new LiquidJunction(condition, IsAnd: false, TakeCondition())
            : condition;
    }

    /// <summary>Refuses words behind the last one expected.</summary>
    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Refusal($"\"{Peek}\" is not expected here.");
        }
    }

    /// <summary>A refusal at this field.</summary>
    public PublisherException Refusal(string problem, string remedy = "Write {{ name }} for a field, {% if name %} and {% endif %} round what depends on one.") =>
        new(_file, _line, problem, remedy);

    private LiquidFilter TakeFilter()
    {
        var name = TakeName();
        if (!LiquidFilters.Names.Contains(name))
        {
            throw Refusal($"There is no filter \"{name}\".", Files.Spelling.Advice(name, LiquidFilters.Names));
        }

        var arguments = new List<LiquidOperand>();
        if (TryTake(":"))
        {
            do
            {
                arguments.Add(TakeOperand());
            }
            while (TryTake(","));
        }

        return new LiquidFilter(name, arguments, _line);
    }

    private List<string> Split(string content)
    {
        var words = new List<string>();
        var at = 0;
        while (at < content.Length)
        {
            var c = content[at];
            var length = char.IsWhiteSpace(c) ? 0
                : c is '\'' or '"' ? QuotedLength(content, at)
                : IsNameStart(c) || char.IsAsciiDigit(c) || (c == '-' && at + 1 < content.Length && char.IsAsciiDigit(content[at + 1]))
                    ? WordLength(content, at)
                : TwoCharacterOperators.Any(o => content.AsSpan(at).StartsWith(o, StringComparison.Ordinal)) ? 2
                : 1;
            if (length > 0)
            {
                words.Add(content.Substring(at, length));
            }

            at += Math.Max(1, length);
        }

        return words;
    }

    private int QuotedLength(string content, int at)
    {
        var end = content.IndexOf(content[at], at + 1);
        return end < 0 ? throw Refusal("A quotation mark is not closed.") : end - at + 1;
    }

    private static int WordLength(string content, int at)
    {
        var end = at + 1;
        while (end < content.Length && (IsNameStart(content[end]) || char.IsAsciiDigit(content[end]) || content[end] is '.' or '-'))
        {
            end++;
        }

        return end - at;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
