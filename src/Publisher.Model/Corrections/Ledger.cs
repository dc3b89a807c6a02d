using Publisher.Model.Inlines;
using Publisher.Model.Words;

namespace Publisher.Model.Corrections;

/// <summary>Every change that was made between a source and its document, inside the flow and outside it.</summary>
public static class Ledger
{
    /// <summary>All changes in source order; changes without a known place come last.</summary>
    public static ValueList<Change> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var inFlow = InlineWalk.Of(document)
            .OfType<Correction>()
            .Select(c => new Change(c.Original, c.Replacement, c.Rule) { Span = c.Span });
        return document.Changes
            .Concat(inFlow)
            .OrderBy(c => c.Span.IsKnown ? c.Span.Offset : int.MaxValue)
            .ToValueList();
    }
}
