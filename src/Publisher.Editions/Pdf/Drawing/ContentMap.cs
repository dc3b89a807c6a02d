using Publisher.Typesetting;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>Which marked-content sequences of which pages a slot's content became.</summary>
internal sealed class ContentMap(int slotCount)
{
    private readonly List<ContentReference>?[] _bySlot = new List<ContentReference>?[slotCount];
    private readonly List<List<StructureId>> _byPage = [];

    /// <summary>Slots by marked-content id, for each page.</summary>
    public IReadOnlyList<IReadOnlyList<StructureId>> Pages => _byPage;

    /// <summary>Begins a marked-content sequence.</summary>
    /// <param name="page">Zero-based; pages come in order.</param>
    /// <param name="slot">Whose content it is.</param>
    /// <returns>Its id, unique on the page.</returns>
    public int Add(int page, StructureId slot)
    {
        while (_byPage.Count <= page)
            _byPage.Add([]);
        var id = _byPage[page].Count;
        _byPage[page].Add(slot);
        (_bySlot[slot.Value] ??= []).Add(new ContentReference(page, id));
        return id;
    }

    public IReadOnlyList<ContentReference> Of(StructureId slot) => _bySlot[slot.Value] ?? [];
}

/// <summary>A marked-content sequence.</summary>
/// <param name="Page">Zero-based.</param>
/// <param name="Id">Unique on the page.</param>
internal readonly record struct ContentReference(int Page, int Id);
