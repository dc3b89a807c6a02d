using Publisher.Typesetting;

namespace Publisher.Editions.Pdf.Structure;

/// <summary>The elements of a document, and which slot of which element a mark of the setting stands for.</summary>
internal sealed class StructureTree
{
    private readonly List<StructureNode> _slotOwners = [null!];

    public StructureTree() => Root = new StructureNode("Document", null);

    public StructureNode Root { get; }

    /// <summary>Adds an element as the last child of another one.</summary>
    public StructureNode Add(StructureNode parent, string type) => parent.Add(new StructureNode(type, parent));

    /// <summary>Adds a slot for content as the last child of an element.</summary>
    public StructureId AddSlot(StructureNode parent)
    {
        _slotOwners.Add(parent);
        var slot = new StructureId(_slotOwners.Count - 1);
        parent.Add(slot);
        return slot;
    }

    /// <summary>The element that a slot belongs to.</summary>
    public StructureNode OwnerOf(StructureId slot) => _slotOwners[slot.Value];

    /// <summary>All slots are below this number.</summary>
    public int SlotCount => _slotOwners.Count;
}
