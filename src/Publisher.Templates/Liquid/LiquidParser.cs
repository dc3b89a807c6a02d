using Publisher.Model;
using Publisher.Templates.Files;

namespace Publisher.Templates.Liquid;

/// <summary>Makes nodes of tokens.</summary>
internal sealed class LiquidParser
{
    // Nobody nests deeper on purpose; the limit keeps hostile texts from exhausting the stack.
    private const int MaximumDepth = 32;

    private static readonly string[] Tags = ["if", "unless", "case", "for", "assign", "capture", "comment", "raw"];

    private static readonly LiquidOperand Nothing = new([], null);

    private readonly string _file;
    private readonly List<LiquidToken> _tokens;
    private readonly Action<PublisherException> _report;
    private readonly List<LiquidField> _fields = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal) { "forloop" };
    private int _at;
    private int _depth;

    public LiquidParser(string file, List<LiquidToken> tokens, Action<PublisherException> report)
    {
        _file = file;
        _tokens = tokens;
        _report = report;
    }

    /// <summary>The fields named so far that the text does not assign itself.</summary>
    public IReadOnlyList<LiquidField> Fields => _fields.Where(named => !_own.Contains(named.Name)).Distinct().ToArray();

    /// <summary>Parses the whole text, as far as it can be told where its tags begin and end.</summary>
    public IReadOnlyList<LiquidNode> ParseAll()
    {
        try
        {
            return ParseUntil([], 1);
        }
        catch (PublisherException fault)
        {
            _report(fault);
            return [];
        }
    }

    /// <summary>Parses up to one of the tags that end the part at hand, which is left to take.</summary>
    private List<LiquidNode> ParseUntil(string[] ends, int openedIn)
    {
        if (++_depth > MaximumDepth)
        {
            throw new PublisherException(_file, openedIn, $"Tags are nested more than {MaximumDepth} levels deep.", "Use fewer levels.");
        }

        var nodes = new List<LiquidNode>();
        while (_at < _tokens.Count)
        {
            var token = _tokens[_at];
            if (token.Kind == LiquidTokenKind.Tag && ends.Contains(TagName(token)))
            {
                _depth--;
                return nodes;
            }

            _at++;
            if (token.Kind == LiquidTokenKind.Tag && !Tags.Contains(TagName(token)))
            {
                _report(Unexpected(token));
                continue;
            }

            if (ParseOne(token) is { } node)
            {
                nodes.Add(node);
            }
        }

        if (ends.Length > 0)
        {
            throw new PublisherException(_file, openedIn, "This tag is not closed.", $"Write \"{{% {ends[^1]} %}}\" where it ends.");
        }

        _depth--;
        return nodes;
    }

    private LiquidNode? ParseOne(LiquidToken token)
    {
        switch (token.Kind)
        {
            case LiquidTokenKind.Text:
                return token.Content.Length == 0 ? null : new LiquidText(token.Content, token.Line);
            case LiquidTokenKind.Output:
                return Try(() => new LiquidOutput(TakeExpression(new LiquidWords(_file, token.Content, token.Line), token.Line), token.Line), null);
            default:
                return ParseTag(token, WordsOf(token));
        }
    }

    private LiquidNode? ParseTag(LiquidToken token, LiquidWords words)
    {
        switch (words.Take())
        {
            case "if":
                return ParseIf(words, token.Line, negated: false);
            case "unless":
                return ParseIf(words, token.Line, negated: true);
            case "case":
                return ParseCase(words, token.Line);
            case "for":
                return ParseFor(words, token.Line);
            case "assign":
                return ParseAssignment(words, token.Line);
            case "capture":
                var name = TakeName(words, last: true);
                return new LiquidCapture(name, ParseBody("endcapture", token.Line), token.Line);
            case "comment":
                ParseBody("endcomment", token.Line);
                return null;
            default:
                throw Unexpected(token);
        }
    }

    private LiquidBranches ParseIf(LiquidWords words, int line, bool negated)
    {
        var end = negated ? "endunless" : "endif";
        var condition = TakeCondition(words, line);
        var branches = new List<LiquidBranch>();
        LiquidCondition? next = negated ? new LiquidNot(condition) : condition;
        while (true)
        {
            var body = ParseUntil(next is null ? [end] : ["elsif", "else", end], line);
            branches.Add(new LiquidBranch(next, body));
            var token = _tokens[_at++];
            words = WordsOf(token);
            switch (words.Take())
            {
                case "elsif":
                    next = TakeCondition(words, token.Line);
                    break;
                case "else":
                    next = null;
                    ExpectEnd(words);
                    break;
                default:
                    return new LiquidBranches(branches, line);
            }
        }
    }

    private LiquidBranches ParseCase(LiquidWords words, int line)
    {
        var subject = TakeOperand(words, line);
        ExpectEnd(words);
        var branches = new List<LiquidBranch>();

        // What stands before the first "when" is nothing but space.
        ParseUntil(["when", "else", "endcase"], line);
        while (true)
        {
            var token = _tokens[_at++];
            words = WordsOf(token);
            switch (words.Take())
            {
                case "when":
                    var condition = TakeWhen(words, subject, token.Line);
                    branches.Add(new LiquidBranch(condition, ParseUntil(["when", "else", "endcase"], line)));
                    break;
                case "else":
                    branches.Add(new LiquidBranch(null, ParseUntil(["endcase"], line)));
                    break;
                default:
                    return new LiquidBranches(branches, line);
            }
        }
    }

    private LiquidCondition TakeWhen(LiquidWords words, LiquidOperand subject, int line)
    {
        LiquidCondition condition = new LiquidComparison(subject, "==", TakeOperand(words, line));
        if (words.TryTake(",") || words.TryTake("or"))
        {
            return new LiquidJunction(condition, IsAnd: false, TakeWhen(words, subject, line));
        }

        ExpectEnd(words);
        return condition;
    }

    private LiquidLoop ParseFor(LiquidWords words, int line)
    {
        var name = TakeName(words);
        var list = TakeExpression(words, line, "in", "Write {% for item in list %}.");
        var body = ParseUntil(["else", "endfor"], line);
        var otherwise = TagName(_tokens[_at++]) == "else" ? ParseBody("endfor", line) : [];
        return new LiquidLoop(name, list, body, otherwise, line);
    }

    private LiquidAssignment ParseAssignment(LiquidWords words, int line)
    {
        var name = TakeName(words);
        return new LiquidAssignment(name, TakeExpression(words, line, "=", "Write {% assign name = value %}."), line);
    }

    private List<LiquidNode> ParseBody(string end, int line)
    {
        var body = ParseUntil([end], line);
        _at++;
        return body;
    }

    /// <summary>The words of a tag; where they cannot be told apart, its name.</summary>
    private LiquidWords WordsOf(LiquidToken token) => Try(() => new LiquidWords(_file, token.Content, token.Line), new LiquidWords(_file, TagName(token), token.Line));

    private LiquidCondition TakeCondition(LiquidWords words, int line) => Noted(
        Try(
            () =>
            {
                var condition = words.TakeCondition();
                words.ExpectEnd();
                return condition;
            },
            new LiquidTruth(Nothing)),
        line);

    /// <summary>Takes the last value of a field or tag.</summary>
    /// <param name="words">The words.</param>
    /// <param name="line">Their line.</param>
    /// <param name="behind">The word that must stand before it; null for none.</param>
    /// <param name="remedy">What to write if it does not.</param>
    private LiquidExpression TakeExpression(LiquidWords words, int line, string? behind = null, string remedy = "") => Noted(
        Try(
            () =>
            {
                if (behind is not null && !words.TryTake(behind))
                {
                    throw words.Refusal($"\"{behind}\" is missing.", remedy);
                }

                var expression = words.TakeExpression();
                words.ExpectEnd();
                return expression;
            },
            new LiquidExpression(Nothing, [])),
        line);

    private LiquidOperand TakeOperand(LiquidWords words, int line) => Noted(Try(words.TakeOperand, Nothing), line);

    private string TakeName(LiquidWords words, bool last = false)
    {
        var name = Try(words.TakeName, string.Empty);
        _own.Add(name);
        if (last)
        {
            ExpectEnd(words);
        }

        return name;
    }

    private void ExpectEnd(LiquidWords words) => Try(
        () =>
        {
            words.ExpectEnd();
            return true;
        },
        false);

    /// <summary>What a part of a field or tag says, or what counts in its place if it is not understood: the rest of the text is read all the same.</summary>
    private T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (PublisherException fault)
        {
            _report(fault);
            return otherwise;
        }
    }

    private LiquidOperand Noted(LiquidOperand operand, int line)
    {
        if (operand.Path.Count > 0)
        {
            _fields.Add(new LiquidField(string.Join('.', operand.Path), line));
        }

        return operand;
    }

    private LiquidExpression Noted(LiquidExpression expression, int line)
    {
        Noted(expression.Operand, line);
        foreach (var argument in expression.Filters.SelectMany(filter => filter.Arguments))
        {
            Noted(argument, line);
        }

        return expression;
    }

    private LiquidCondition Noted(LiquidCondition condition, int line)
    {
        switch (condition)
        {
            case LiquidTruth truth:
                Noted(truth.Operand, line);
                break;
            case LiquidNot not:
                Noted(not.Condition, line);
                break;
            case LiquidComparison comparison:
                Noted(comparison.Left, line);
                Noted(comparison.Right, line);
                break;
            case LiquidJunction junction:
                Noted(junction.Left, line);
                Noted(junction.Right, line);
                break;
        }

        return condition;
    }

    private static string TagName(LiquidToken token)
    {
        var end = token.Content.IndexOfAny([' ', '\n', '\t']);
        return end < 0 ? token.Content : token.Content[..end];
    }

    private PublisherException Unexpected(LiquidToken token)
    {
        var name = TagName(token);
        return new PublisherException(
            _file,
            token.Line,
            Tags.Contains(name) || name.StartsWith("end", StringComparison.Ordinal) || name is "else" or "elsif" or "when"
                ? $"The tag \"{name}\" has no beginning here."
                : $"There is no tag \"{name}\".",
            Spelling.Advice(name, Tags));
    }
}
