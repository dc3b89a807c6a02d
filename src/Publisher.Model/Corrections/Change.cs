namespace Publisher.Model.Corrections;

/// <summary>Something the tool did to the source, with its place and reason.</summary>
/// <param name="Original">What the source said; may hold line ends.</param>
/// <param name="Replacement">What stands there now; empty for a removal.</param>
/// <param name="Rule">Id of the rule, see <see cref="CorrectionRules"/>.</param>
public sealed record Change(string Original, string Replacement, string Rule) : Node;
