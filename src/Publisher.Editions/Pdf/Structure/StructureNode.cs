using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting;

namespace Publisher.Editions.Pdf.Structure;

/// <summary>
/// An element of the structure tree (ISO 32000-1, 14.7.2). Children come in reading order: further elements, and slots that content
/// falls into once pages are drawn.
/// </summary>
internal sealed class StructureNode
{
    private readonly List<Child> _children = [];

    /// <summary>Makes an element; <see cref="StructureTree"/> is the only one to call this.</summary>
    internal StructureNode(string type, StructureNode? parent)
    {
        Type = type;
        Parent = parent;
    }

    /// <summary>One of the standard types (14.8.4).</summary>
    public string Type { get; private set; }

    public StructureNode? Parent { get; private set; }

    /// <summary>What stands in for the element's content when it is read aloud.</summary>
    public string? AlternativeText { get; set; }

    /// <summary>BCP 47, if other than the parent's.</summary>
    public string? Language { get; set; }

    /// <summary>Name for references; unique in the document.</summary>
    public string? Id { get; set; }

    /// <summary>Attributes by owner, written as they stand in <see cref="StructureAttributes"/>.</summary>
    public List<StructureAttributes> Attributes { get; } = [];

    /// <summary>Where a link leads; null for anything else.</summary>
    public LinkTarget? Link { get; set; }

    public IReadOnlyList<Child> Children => _children;

    /// <summary>The object that the element becomes.</summary>
    public PdfReference Reference { get; set; }

    /// <summary>Gives an element that a link promised its type and its place.</summary>
    public void Become(string type, StructureNode parent) => (Type, Parent) = (type, parent);

    public StructureNode Add(StructureNode child)
    {
        _children.Add(new Child(child, StructureId.None));
        return child;
    }

    public void Add(StructureId slot) => _children.Add(new Child(null, slot));

    /// <summary>An element or a slot.</summary>
    /// <param name="Node">The element; null for a slot.</param>
    /// <param name="Slot">The slot.</param>
    internal readonly record struct Child(StructureNode? Node, StructureId Slot);
}

/// <summary>Where a link leads: an address, or an element of the document.</summary>
/// <param name="Address">Absolute address; null for a place in the document.</param>
/// <param name="Place">The element; null for an address.</param>
/// <param name="Description">Where it leads, in words (<c>Contents</c> of the annotation).</param>
internal sealed record LinkTarget(string? Address, StructureNode? Place, string Description);

/// <summary>Attributes of one owner (14.7.5).</summary>
/// <param name="Owner">Such as <c>Table</c>.</param>
/// <param name="Write">Writes keys and values.</param>
internal sealed record StructureAttributes(string Owner, Action<PdfWriter> Write);
