using System.Text;
using Publisher.Model;

namespace Publisher.Templates.Liquid;

/// <summary>One filling of a text. It counts steps and characters, so that no template runs for long or fills the memory.</summary>
internal sealed class LiquidRun
{
    // The surrounding text of a statement takes a few hundred steps and a few thousand characters.
    private const int MaximumSteps = 20_000;
    private const int MaximumCharacters = 200_000;

    private readonly string _file;
    private readonly IReadOnlyDictionary<string, object?> _fields;
    private readonly Func<string, string> _escape;
    private readonly Dictionary<string, object?> _own = new(StringComparer.Ordinal);
    private int _steps;
    private long _characters;

    public LiquidRun(string file, IReadOnlyDictionary<string, object?> fields, Func<string, string> escape)
    {
        _file = file;
        _fields = fields;
        _escape = escape;
    }

    /// <summary>Writes nodes.</summary>
    public void Write(IReadOnlyList<LiquidNode> nodes, StringBuilder output)
    {
        foreach (var node in nodes)
        {
            Step(node.Line);
            Write(node, output);
        }
    }

    private void Write(LiquidNode node, StringBuilder output)
    {
        switch (node)
        {
            case LiquidText text:
                output.Append(Counted(text.Text, node.Line));
                break;
            case LiquidOutput field:
                var value = Evaluate(field.Value, node.Line);
                var shown = value is LiquidMarkup markup ? markup.Markdown : _escape(LiquidValue.Text(value));
                _ = shown.Length == 0 ? output.Append(EmptyFields.Empty) : output.Append(Counted(shown, node.Line)).Append(EmptyFields.Filled);
                break;
            case LiquidBranches branches:
                if (branches.Branches.FirstOrDefault(branch => branch.Condition is null || Holds(branch.Condition)) is { } chosen)
                {
                    Write(chosen.Body, output);
                }

                break;
            case LiquidLoop loop:
                Write(loop, output);
                break;
            case LiquidAssignment assignment:
                _own[assignment.Name] = Evaluate(assignment.Value, node.Line);
                break;
            case LiquidCapture capture:
                var captured = new StringBuilder();
                Write(capture.Body, captured);

                // Its values are escaped already; it is part of the template.
                _own[capture.Name] = new LiquidMarkup(EmptyFields.Settle(captured.ToString()));
                break;
        }
    }

    private void Write(LiquidLoop loop, StringBuilder output)
    {
        if (Evaluate(loop.List, loop.Line) is not IReadOnlyList<object?> { Count: > 0 } items)
        {
            Write(loop.Otherwise, output);
            if (loop.IsWithinLine)
            {
                output.Append(EmptyFields.Empty);
            }

            return;
        }

        var outer = (Item: _own.GetValueOrDefault(loop.Name), Loop: _own.GetValueOrDefault("forloop"));
        for (var i = 0; i < items.Count; i++)
        {
            Step(loop.Line);
            _own[loop.Name] = items[i];
            _own["forloop"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["first"] = i == 0,
                ["last"] = i == items.Count - 1,
                ["index"] = (double)(i + 1),
                ["length"] = (double)items.Count,
            };
            Write(loop.Body, output);
        }

        (_own[loop.Name], _own["forloop"]) = outer;
    }

    private object? Evaluate(LiquidExpression expression, int line)
    {
        var value = Evaluate(expression.Operand);
        foreach (var filter in expression.Filters)
        {
            Step(line);
            var arguments = filter.Arguments.Select(Evaluate).ToArray();
            var isMarkup = value is LiquidMarkup || arguments.Any(argument => argument is LiquidMarkup);
            var result = isMarkup
                ? LiquidFilters.Apply(filter.Name, Markdown(value), arguments.Select(Markdown).ToArray(), length => Count(length, line))
                : LiquidFilters.Apply(filter.Name, value, arguments, length => Count(length, line));
            value = isMarkup && result is string markdown ? new LiquidMarkup(markdown) : result;
        }

        return value;
    }

    private object? Evaluate(LiquidOperand operand)
    {
        if (operand.Path.Count == 0)
        {
            return operand.Literal;
        }

        var value = _own.TryGetValue(operand.Path[0], out var own) ? own : _fields.GetValueOrDefault(operand.Path[0]);
        for (var i = 1; i < operand.Path.Count; i++)
        {
            value = (value, operand.Path[i]) switch
            {
                (IReadOnlyDictionary<string, object?> fields, var name) => fields.GetValueOrDefault(name),
                (IReadOnlyList<object?> list, "size") => (double)list.Count,
                (IReadOnlyList<object?> list, "first") => LiquidValue.At(list, 0),
                (IReadOnlyList<object?> list, "last") => LiquidValue.At(list, list.Count - 1),
                (string text, "size") => (double)text.Length,
                _ => null,
            };
        }

        return value;
    }

    /// <summary>A value among Markdown: escaped unless it is Markdown itself.</summary>
    private object? Markdown(object? value) => value switch
    {
        LiquidMarkup markup => markup.Markdown,
        string text => _escape(text),
        _ => value,
    };

    private bool Holds(LiquidCondition condition) => condition switch
    {
        LiquidTruth truth => !LiquidValue.IsEmpty(Evaluate(truth.Operand)),
        LiquidNot not => !Holds(not.Condition),
        LiquidComparison comparison => LiquidValue.Compare(Evaluate(comparison.Left), comparison.Operator, Evaluate(comparison.Right)),
        LiquidJunction { IsAnd: true } both => Holds(both.Left) && Holds(both.Right),
        LiquidJunction either => Holds(either.Left) || Holds(either.Right),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Step(int line)
    {
        if (++_steps > MaximumSteps)
        {
            throw new PublisherException(_file, line, $"This text takes more than {MaximumSteps} steps to fill in.", "Use fewer and shorter loops.");
        }
    }

    private string Counted(string text, int line)
    {
        Count(text.Length, line);
        return text;
    }

    private void Count(long characters, int line)
    {
        _characters += characters;
        if (_characters > MaximumCharacters)
        {
            throw new PublisherException(_file, line, $"This text fills in to more than {MaximumCharacters} characters.", "Make it shorter.");
        }
    }
}

/// <summary>Markdown of the template itself, captured, or a mark that stands for a field; not escaped.</summary>
/// <param name="Markdown">Its Markdown.</param>
internal sealed record LiquidMarkup(string Markdown);
