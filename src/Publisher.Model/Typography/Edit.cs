namespace Publisher.Model.Typography;

/// <summary>A change of some characters of a line.</summary>
/// <param name="Start">The first of them.</param>
/// <param name="Length">How many; 0 for an insertion.</param>
/// <param name="Replacement">What stands there then.</param>
/// <param name="Rule">Id of the rule.</param>
internal readonly record struct Edit(int Start, int Length, string Replacement, string Rule)
{
    public int End => Start + Length;
}
