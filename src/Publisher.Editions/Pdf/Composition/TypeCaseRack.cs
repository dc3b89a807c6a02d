using Publisher.Templates;

namespace Publisher.Editions.Pdf.Composition;

/// <summary>Keeps the cases of statements that are set for the next ones. Safe to use from several threads.</summary>
/// <remarks>
/// PERF: the statements of a batch share their house's faces and most of their words. Opening the faces and setting those words anew took a
/// third of the time of a statement of three pages.
/// </remarks>
internal sealed class TypeCaseRack
{
    // For some threads and a few kinds of statement; what a case holds of the system goes when the case is full or gives way.
    private const int Most = 12;

    private readonly Lock _lock = new();
    private readonly List<TypeCase> _cases = [];

    /// <summary>Takes a case for a template out of the rack, if there is one.</summary>
    public TypeCase? Take(Template template)
    {
        lock (_lock)
        {
            var index = _cases.FindLastIndex(one => one.Fits(template));
            if (index < 0)
                return null;
            var found = _cases[index];
            _cases.RemoveAt(index);
            return found;
        }
    }

    /// <summary>Puts a case back, unless it has served its time; the oldest gives way.</summary>
    public void Return(TypeCase used)
    {
        if (!used.IsFitForMore)
        {
            used.Dispose();
            return;
        }

        lock (_lock)
        {
            _cases.Add(used);
            if (_cases.Count <= Most)
                return;
            _cases[0].Dispose();
            _cases.RemoveAt(0);
        }
    }
}
