using Publisher.Editions.Pdf.Drawing;
using Publisher.Editions.Pdf.Objects;
using Publisher.Editions.Pdf.Structure;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf;

/// <summary>
/// Writes finished pages as a file that is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once: pages, annotations, structure,
/// outline, fonts, pictures, catalog.
/// </summary>
internal sealed class PdfDocumentWriter(
    TypesetDocument document,
    StructureTree tree,
    IReadOnlyList<OutlineEntry> outline,
    PictureRegister pictures,
    FileMetadata metadata,
    PrintSheet sheet)
{
    private readonly PdfFile _file = new();
    private readonly FontRegister _fonts = FontRegister.Of(document.Pages, pictures.Glyphs);

    public byte[] Write()
    {
        var contents = new ContentMap(tree.SlotCount);
        var links = new LinkAnnotations(tree, document.Pages, _file);
        var pages = document.Pages.Select(_ => _file.Reserve()).ToArray();
        var heights = document.Pages.Select(p => p.Height.Points).ToArray();
        var drawn = DrawPages(contents);
        var places = new PlaceFinder(tree, document.Pages);
        var structure = new StructureWriter(_file, tree, contents, pages, links, places).Write();
        links.Write(_file, pages, places, heights);
        var entries = new OutlineWriter(_file, pages, places, heights).Write(outline);
        var pageTree = WritePages(pages, drawn, links);
        return _file.Finish(WriteCatalog(pageTree, structure, entries), WriteInformation());
    }

    private (PdfReference Stream, bool IsTransparent)[] DrawPages(ContentMap contents)
    {
        var drawer = new PageDrawer(_fonts, pictures, tree, contents, sheet);
        return [.. document.Pages.Select(page => (_file.AddStream(drawer.Draw(page)), drawer.IsTransparent))];
    }

    private PdfReference WritePages(PdfReference[] pages, (PdfReference Stream, bool IsTransparent)[] drawn, LinkAnnotations links)
    {
        var root = _file.Reserve();
        var resources = WriteResources();
        for (var i = 0; i < pages.Length; i++)
        {
            var page = document.Pages[i];
            var annotations = links.OnPage(i);
            var index = i;
            _file.Add(pages[i], w =>
            {
                w.OpenDictionary().Key("Type").Name("Page").Key("Parent").Reference(root);
                sheet.WriteBoxes(w, page);
                w.Key("Resources").Reference(resources).Key("Contents").Reference(drawn[index].Stream);

                // ISO 19005-2, 6.2.10: colours that shine through one another are mixed in the space of the output intent.
                if (drawn[index].IsTransparent)
                    w.Key("Group").OpenDictionary().Key("S").Name("Transparency").Key("CS").Name("DeviceRGB").CloseDictionary();
                w.Key("StructParents").Number(index).Key("Tabs").Name("S");
                if (annotations.Count > 0)
                {
                    w.Key("Annots").OpenArray();
                    foreach (var annotation in annotations)
                        w.Reference(annotation);
                    w.CloseArray();
                }

                w.CloseDictionary();
            });
        }

        _file.Add(root, w =>
        {
            w.OpenDictionary().Key("Type").Name("Pages").Key("Count").Number(pages.Length).Key("Kids").OpenArray();
            foreach (var page in pages)
                w.Reference(page);
            w.CloseArray().CloseDictionary();
        });
        return root;
    }

    private PdfReference WriteResources()
    {
        var fonts = _fonts.Write(_file);
        var images = pictures.Write(_file, _fonts);
        return _file.Add(w =>
        {
            w.OpenDictionary();
            WriteNames(w, "Font", fonts);
            WriteNames(w, "XObject", images);
            w.CloseDictionary();
        });
    }

    private static void WriteNames(PdfWriter w, string kind, IReadOnlyList<(string Name, PdfReference Reference)> objects)
    {
        if (objects.Count == 0)
            return;
        w.Key(kind).OpenDictionary();
        foreach (var (name, reference) in objects)
            w.Key(name).Reference(reference);
        w.CloseDictionary();
    }

    private PdfReference WriteCatalog(PdfReference pageTree, PdfReference structure, PdfReference? entries)
    {
        var profile = _file.AddStream(SrgbProfile.Write(), w => w.Key("N").Number(3));
        var xmp = _file.AddStream(
            XmpMetadata.Write(metadata),
            w => w.Key("Type").Name("Metadata").Key("Subtype").Name("XML"),
            compress: false);
        var attachment = metadata.Source is { } source ? Attachment.Write(_file, source, metadata.Date) : (PdfReference?)null;
        return _file.Add(w =>
        {
            w.OpenDictionary().Key("Type").Name("Catalog").Key("Pages").Reference(pageTree);
            w.Key("MarkInfo").OpenDictionary().Key("Marked").Boolean(true).CloseDictionary();
            w.Key("StructTreeRoot").Reference(structure).Key("Metadata").Reference(xmp);
            if (metadata.Language.Length > 0)
                w.Key("Lang").Text(metadata.Language);
            w.Key("ViewerPreferences").OpenDictionary().Key("DisplayDocTitle").Boolean(true).CloseDictionary();
            w.Key("PageLabels").OpenDictionary().Key("Nums").OpenArray().Number(0);
            w.OpenDictionary().Key("S").Name("D").CloseDictionary().CloseArray().CloseDictionary();
            w.Key("OutputIntents").OpenArray().OpenDictionary().Key("Type").Name("OutputIntent").Key("S").Name("GTS_PDFA1");
            w.Key("OutputConditionIdentifier").Text("sRGB").Key("Info").Text("sRGB IEC61966-2.1");
            w.Key("DestOutputProfile").Reference(profile).CloseDictionary().CloseArray();
            if (attachment is { } attached)
            {
                w.Key("AF").OpenArray().Reference(attached).CloseArray().Key("Names").OpenDictionary().Key("EmbeddedFiles").OpenDictionary();
                w.Key("Names").OpenArray().Text(metadata.Source!.Name).Reference(attached).CloseArray().CloseDictionary().CloseDictionary();
            }

            if (entries is { } outlines)
                w.Key("Outlines").Reference(outlines).Key("PageMode").Name(document.Pages.Length > 4 ? "UseOutlines" : "UseNone");
            w.CloseDictionary();
        });
    }

    private PdfReference WriteInformation() => _file.Add(w =>
    {
        w.OpenDictionary().Key("Title").Text(metadata.Title);
        if (metadata.Authors.Count > 0)
            w.Key("Author").Text(string.Join(", ", metadata.Authors));
        if (metadata.Subject.Length > 0)
            w.Key("Subject").Text(metadata.Subject);
        if (metadata.Keywords.Count > 0)
            w.Key("Keywords").Text(string.Join(", ", metadata.Keywords));
        w.Key("Creator").Text(metadata.Producer).Key("Producer").Text(metadata.Producer);
        if (metadata.Date is { } date)
            w.Key("CreationDate").Date(date).Key("ModDate").Date(date);
        w.CloseDictionary();
    });
}
