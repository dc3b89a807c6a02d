using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pdf.Objects;

namespace Publisher.Editions.Pdf.Structure;

/// <summary>Writes the structure tree with the way back from content to elements (ISO 32000-1, 14.7).</summary>
internal sealed class StructureWriter(
    PdfFile file,
    StructureTree tree,
    ContentMap contents,
    IReadOnlyList<PdfReference> pages,
    LinkAnnotations links,
    PlaceFinder places)
{
    private readonly PdfReference _root = file.Reserve();
    private readonly HashSet<StructureNode> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly SortedDictionary<string, PdfReference> _byId = new(StringComparer.Ordinal);

    /// <summary>Writes all elements.</summary>
    /// <returns>The root of the tree.</returns>
    public PdfReference Write()
    {
        Keep(tree.Root);
        Reserve(tree.Root);
        Write(tree.Root, _root);
        var parents = file.Add(WriteParentTree);
        file.Add(_root, w =>
        {
            w.OpenDictionary().Key("Type").Name("StructTreeRoot").Key("K").Reference(tree.Root.Reference);
            w.Key("ParentTree").Reference(parents).Key("ParentTreeNextKey").Number(pages.Count + links.Count);
            if (_byId.Count > 0)
                WriteIdTree(w);
            w.CloseDictionary();
        });
        return _root;
    }

    // An element without content says nothing to anybody; a table's row and cell have their places though.
    private bool Keep(StructureNode node)
    {
        var keep = node.Parent is null || node.Type is "TR" or "TD" or "TH";
        foreach (var child in node.Children)
            keep |= child.Node is null ? contents.Of(child.Slot).Count > 0 : Keep(child.Node);
        if (keep)
            _kept.Add(node);
        return keep;
    }

    private void Reserve(StructureNode node)
    {
        node.Reference = file.Reserve();
        foreach (var child in node.Children)
        {
            if (child.Node is not null && _kept.Contains(child.Node))
                Reserve(child.Node);
        }
    }

    private void Write(StructureNode node, PdfReference parent)
    {
        file.Add(node.Reference, w => WriteElement(w, node, parent));
        if (node.Id is not null)
            _byId[node.Id] = node.Reference;
        foreach (var child in node.Children)
        {
            if (child.Node is not null && _kept.Contains(child.Node))
                Write(child.Node, node.Reference);
        }
    }

    private void WriteElement(PdfWriter w, StructureNode node, PdfReference parent)
    {
        w.OpenDictionary().Key("Type").Name("StructElem").Key("S").Name(node.Type).Key("P").Reference(parent);
        if (node.Language is not null)
            w.Key("Lang").Text(node.Language);
        if (node.AlternativeText is not null)
            w.Key("Alt").Text(node.AlternativeText);
        if (node.Id is not null)
            w.Key("ID").Text(node.Id);
        WriteAttributes(w, node);
        WriteChildren(w, node);
        w.CloseDictionary();
    }

    private void WriteAttributes(PdfWriter w, StructureNode node)
    {
        var edges = places.PictureOf(node);
        if (node.Attributes.Count == 0 && edges is null)
            return;
        w.Key("A").OpenArray();
        if (edges is var (left, bottom, right, top))
        {
            // 14.8.5.4.3 demands it of each figure that stands on one page.
            w.OpenDictionary().Key("O").Name("Layout").Key("BBox").OpenArray();
            w.Number(left).Number(bottom).Number(right).Number(top).CloseArray().CloseDictionary();
        }

        foreach (var attributes in node.Attributes)
        {
            w.OpenDictionary().Key("O").Name(attributes.Owner);
            attributes.Write(w);
            w.CloseDictionary();
        }

        w.CloseArray();
    }

    private void WriteChildren(PdfWriter w, StructureNode node)
    {
        var page = PageOf(node);
        if (page >= 0)
            w.Key("Pg").Reference(pages[page]);
        w.Key("K").OpenArray();
        foreach (var child in node.Children)
        {
            if (child.Node is not null)
            {
                if (_kept.Contains(child.Node))
                    w.Reference(child.Node.Reference);
                continue;
            }

            foreach (var content in contents.Of(child.Slot))
                WriteContent(w, content, page);
        }

        foreach (var (annotation, annotationPage) in links.Of(node))
        {
            w.OpenDictionary().Key("Type").Name("OBJR").Key("Pg").Reference(pages[annotationPage]);
            w.Key("Obj").Reference(annotation).CloseDictionary();
        }

        w.CloseArray();
    }

    private void WriteContent(PdfWriter w, ContentReference content, int page)
    {
        if (content.Page == page)
        {
            w.Number(content.Id);
            return;
        }

        w.OpenDictionary().Key("Type").Name("MCR").Key("Pg").Reference(pages[content.Page]);
        w.Key("MCID").Number(content.Id).CloseDictionary();
    }

    // The page of the element's first own content; -1 if it has none.
    private int PageOf(StructureNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Node is null && contents.Of(child.Slot) is { Count: > 0 } own)
                return own[0].Page;
        }

        return -1;
    }

    private void WriteParentTree(PdfWriter w)
    {
        w.OpenDictionary().Key("Nums").OpenArray();
        for (var page = 0; page < pages.Count; page++)
        {
            w.Number(page).OpenArray();
            foreach (var slot in page < contents.Pages.Count ? contents.Pages[page] : [])
                w.Reference(tree.OwnerOf(slot).Reference);
            w.CloseArray();
        }

        foreach (var (key, node) in links.Keys)
            w.Number(key).Reference(node.Reference);
        w.CloseArray().CloseDictionary();
    }

    private void WriteIdTree(PdfWriter w)
    {
        w.Key("IDTree").OpenDictionary().Key("Names").OpenArray();
        foreach (var (id, reference) in _byId)
            w.Text(id).Reference(reference);
        w.CloseArray().CloseDictionary();
    }
}
