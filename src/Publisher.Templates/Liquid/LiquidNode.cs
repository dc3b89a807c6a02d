namespace Publisher.Templates.Liquid;

/// <summary>A part of a parsed text.</summary>
/// <param name="Line">One-based line it begins in.</param>
internal abstract record LiquidNode(int Line);

/// <summary>Characters as they stand.</summary>
internal sealed record LiquidText(string Text, int Line) : LiquidNode(Line);

/// <summary><c>{{ value | filter }}</c>.</summary>
internal sealed record LiquidOutput(LiquidExpression Value, int Line) : LiquidNode(Line);

/// <summary><c>if</c>, <c>unless</c> and <c>case</c>: the first branch whose condition holds.</summary>
internal sealed record LiquidBranches(IReadOnlyList<LiquidBranch> Branches, int Line) : LiquidNode(Line);

/// <summary>A branch.</summary>
/// <param name="Condition">When it counts; null for "else".</param>
/// <param name="Body">What it says.</param>
internal sealed record LiquidBranch(LiquidCondition? Condition, IReadOnlyList<LiquidNode> Body);

/// <summary><c>{% for x in list %}</c>.</summary>
internal sealed record LiquidLoop(string Name, LiquidExpression List, IReadOnlyList<LiquidNode> Body, IReadOnlyList<LiquidNode> Otherwise, int Line)
    : LiquidNode(Line)
{
    /// <summary>True for a loop that is part of a line, as a field is, and says nothing else for an empty list.</summary>
    public bool IsWithinLine => Otherwise.Count == 0 && !Body.OfType<LiquidText>().Any(text => text.Text.Contains('\n', StringComparison.Ordinal));
}

/// <summary><c>{% assign x = value %}</c>.</summary>
internal sealed record LiquidAssignment(string Name, LiquidExpression Value, int Line) : LiquidNode(Line);

/// <summary><c>{% capture x %}</c>.</summary>
internal sealed record LiquidCapture(string Name, IReadOnlyList<LiquidNode> Body, int Line) : LiquidNode(Line);

/// <summary>A value with its filters.</summary>
internal sealed record LiquidExpression(LiquidOperand Operand, IReadOnlyList<LiquidFilter> Filters);

/// <summary>A value: a literal, or a field by its path.</summary>
/// <param name="Path">Parts of the name; empty for a literal.</param>
/// <param name="Literal">The literal: text, number, flag or null.</param>
internal sealed record LiquidOperand(IReadOnlyList<string> Path, object? Literal);

/// <summary>A filter with its arguments.</summary>
internal sealed record LiquidFilter(string Name, IReadOnlyList<LiquidOperand> Arguments, int Line);

/// <summary>A condition: one comparison, or two conditions joined.</summary>
internal abstract record LiquidCondition;

/// <summary>A value that is not nil, false or empty.</summary>
internal sealed record LiquidTruth(LiquidOperand Operand) : LiquidCondition;

/// <summary>A condition that must not hold.</summary>
internal sealed record LiquidNot(LiquidCondition Condition) : LiquidCondition;

/// <summary>Two values compared: <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&gt;=</c>, <c>contains</c>.</summary>
internal sealed record LiquidComparison(LiquidOperand Left, string Operator, LiquidOperand Right) : LiquidCondition;

/// <summary>Two conditions joined by <c>and</c> or <c>or</c>; Liquid binds from the right.</summary>
internal sealed record LiquidJunction(LiquidCondition Left, bool IsAnd, LiquidCondition Right) : LiquidCondition;
