using Publisher.Model;
using Publisher.Templates.Files;

namespace Publisher.Templates.Liquid;

/// <summary>Makes nodes of tokens.</summary>
internal sealed class LiquidParser
{
    // Nobody nests deeper on purpose; the limit keeps hostile texts from exhausting the stack.
    private const int MaximumDepth = 32;

    private static readonly string[] Tags = ["if", "unless", "case", "for", "assign", "capture", "comment", "raw"];

    private readonly string _file;
    private readonly List<LiquidToken> _tokens;
    private readonly List<LiquidField> _fields = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal) { "forloop" };
    private int _at;
    private int _depth;

    public LiquidParser(string file, List<LiquidToken> tokens)
    {
        _file = file;
        _tokens = tokens;
    }

    /// <summary>The fields named so far that the text does not assign itself.</summary>
    public IReadOnlyList<LiquidField> Fields => _fields.Where(named => !_own.Contains(named.Name)).Distinct().ToArray();

    /// <summary>Parses the whole text.</summary>
    public IReadOnlyList<LiquidNode> ParseAll()
    {
        var nodes = ParseUntil([], 1);
        return _at == _tokens.Count ? nodes : throw Unexpected();
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

            if (token.Kind == LiquidTokenKind.Tag && !Tags.Contains(TagName(token)))
            {
                throw Unexpected();
            }

            _at++;
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
                var words = new LiquidWords(_file, token.Content, token.Line);
                var value = Noted(words.TakeExpression(), token.Line);
                words.ExpectEnd();
                return new LiquidOutput(value, token.Line);
            default:
                return ParseTag(token);
        }
    }

    private LiquidNode? ParseTag(LiquidToken token)
    {
        var words = new LiquidWords(_file, token.Content, token.Line);
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
                var name = words.TakeName();
                _own.Add(name);
                words.ExpectEnd();
                return new LiquidCapture(name, ParseBody("endcapture", token.Line), token.Line);
            case "comment":
                ParseBody("endcomment", token.Line);
                return null;
            default:
                throw Unexpected();
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
            words = new LiquidWords(_file, token.Content, token.Line);
            switch (words.Take())
            {
                case "elsif":
                    next = TakeCondition(words, token.Line);
                    break;
                case "else":
                    next = null;
                    words.ExpectEnd();
                    break;
                default:
                    return new LiquidBranches(branches, line);
            }
        }
    }

    private LiquidBranches ParseCase(LiquidWords words, int line)
    {
        var subject = Noted(words.TakeOperand(), line);
        words.ExpectEnd();
        var branches = new List<LiquidBranch>();

        // What stands before the first "when" is nothing but space.
        ParseUntil(["when", "else", "endcase"], line);
        while (true)
        {
            var token = _tokens[_at++];
            words = new LiquidWords(_file, token.Content, token.Line);
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
        LiquidCondition condition = new LiquidComparison(subject, "==", Noted(words.TakeOperand(), line));
        if (words.TryTake(",") || words.TryTake("or"))
        {
            return new LiquidJunction(condition, IsAnd: false, TakeWhen(words, subject, line));
        }

        words.ExpectEnd();
        return condition;
    }

    private LiquidLoop ParseFor(LiquidWords words, int line)
    {
        var name = words.TakeName();
        _own.Add(name);
        if (!words.TryTake("in"))
        {
            throw words.Refusal("\"in\" is missing.", "Write {% for item in list %}.");
        }

        var list = Noted(words.TakeExpression(), line);
        words.ExpectEnd();
        var body = ParseUntil(["else", "endfor"], line);
        var otherwise = TagName(_tokens[_at++]) == "else" ? ParseBody("endfor", line) : [];
        return new LiquidLoop(name, list, body, otherwise, line);
    }

    private LiquidAssignment ParseAssignment(LiquidWords words, int line)
    {
        var name = words.TakeName();
        if (!words.TryTake("="))
        {
            throw words.Refusal("\"=\" is missing.", "Write {% assign name = value %}.");
        }

        var value = Noted(words.TakeExpression(), line);
        words.ExpectEnd();
        _own.Add(name);
        return new LiquidAssignment(name, value, line);
    }

    private List<LiquidNode> ParseBody(string end, int line)
    {
        var body = ParseUntil([end], line);
        _at++;
        return body;
    }

    private LiquidCondition TakeCondition(LiquidWords words, int line)
    {
        var condition = Noted(words.TakeCondition(), line);
        words.ExpectEnd();
        return condition;
    }

    private LiquidOperand Noted(LiquidOperand operand, int line)
    {
        if (operand.Path.Count > 0)
        {
            _fields.Add(new LiquidField(operand.Path[0], line));
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

    private PublisherException Unexpected()
    {
        var token = _tokens[_at < _tokens.Count ? _at : _tokens.Count - 1];
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
