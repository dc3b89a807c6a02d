using Publisher.Model.Blocks;

namespace Publisher.Sources.Docx.Looks;

/// <summary>
/// What the names of styles say: ours (docs/docx.md), Word's, in English as its files have them and in German and French as other
/// programs and people write them, LibreOffice's, pandoc's and Google Docs'.
/// </summary>
internal static class StyleNames
{
    private static readonly Dictionary<string, (ParagraphKind Kind, int Value)> Paragraphs = Table(
        (ParagraphKind.Title, 0, "title|titel|titre|haupttitel|dokumenttitel|titre principal"),
        (ParagraphKind.Subtitle, 0, "subtitle|untertitel|sous-titre"),
        (ParagraphKind.Quote, 0, "quote|intense quote|block text|quotations|quotation|zitat|intensives zitat|blockzitat|blocktext|citation|citation intense|bloc de texte|normal de texte cité"),
        (ParagraphKind.Attribution, 0, "attribution|quelle zitat|zitatquelle|quellenangabe"),
        (ParagraphKind.ListContinue, 0, "list continue|listenfortsetzung|liste continue"),
        (ParagraphKind.ListContinue, 1, "list continue 2|listenfortsetzung 2|liste continue 2"),
        (ParagraphKind.ListContinue, 2, "list continue 3|listenfortsetzung 3|liste continue 3"),
        (ParagraphKind.ListContinue, 3, "list continue 4|listenfortsetzung 4|liste continue 4"),
        (ParagraphKind.ListContinue, 4, "list continue 5|listenfortsetzung 5|liste continue 5"),
        (ParagraphKind.Caption, 0, "caption|image caption|beschriftung|bildunterschrift|legende|abbildung|illustration|légende|légende image"),
        (ParagraphKind.TableCaption, 0, "table caption|tabellenbeschriftung|tabellenüberschrift|légende tableau"),
        (ParagraphKind.Figure, 0, "figure|captioned figure|figurewithcaption"),
        (ParagraphKind.Code, 0, "code|source code|html preformatted|preformatted text|plain text|vorformatierter text|html vorformatiert|quelltext|nur text|texte préformaté|préformaté html|code source|texte brut|macro|macro text"),
        (ParagraphKind.ThematicBreak, 0, "thematic break|horizontal line|horizontale linie|ligne horizontale|horizontal rule"),
        (ParagraphKind.PageBreak, 0, "page break|seitenumbruch|saut de page"),
        (ParagraphKind.Contents, 0, "toc heading|contents heading|inhaltsverzeichnisüberschrift|inhaltsverzeichnis überschrift|en-tête de table des matières|titre tdm"),
        (ParagraphKind.Furniture, 0, "kicker|byline|address field|return line|imprint|apparatus heading|letterhead|letterhead text"),
        (ParagraphKind.LinkReference, 0, "link reference"),
        (ParagraphKind.RemovedText, 0, "removed text"),
        (ParagraphKind.Role, (int)ParagraphRole.Lead, "lead|vorspann|teaser|anreißer|chapeau|chapô"),
        (ParagraphKind.Role, (int)ParagraphRole.Dateline, "date|dateline|datum|datumszeile|ort und datum|ligne de date"),
        (ParagraphKind.Role, (int)ParagraphRole.Addressee, "addressee|envelope address|inside address|empfänger|empfängeradresse|anschrift|umschlagadresse|adressat|destinataire|adresse destinataire"),
        (ParagraphKind.Role, (int)ParagraphRole.Salutation, "salutation|complimentary opening|anrede|salutations"),
        (ParagraphKind.Role, (int)ParagraphRole.Valediction, "closing|complimentary close|grußformel|gruss|gruß|grussformel|formule de politesse"),
        (ParagraphKind.Role, (int)ParagraphRole.Signature, "signature|e-mail signature|unterschrift|signatur"),
        (ParagraphKind.Role, (int)ParagraphRole.Contact, "contact|kontakt|pressekontakt"));

    private static readonly string[] Headings = ["heading ", "überschrift ", "ueberschrift ", "titre ", "kop "];

    private static readonly string[] Contents = ["toc ", "contents ", "verzeichnis ", "inhaltsverzeichnis ", "tm ", "table des matières "];

    private static readonly Dictionary<string, MarkKind> Characters = new Dictionary<MarkKind, string>
    {
        [MarkKind.Emphasis] = "emphasis|subtle emphasis|intense emphasis|hervorhebung|schwache hervorhebung|intensive hervorhebung|betont|accentuation|emphase",
        [MarkKind.Strong] = "strong|strong emphasis|fett|stark betont|élevé|accentuation forte",
        [MarkKind.Strikethrough] = "strikethrough|durchgestrichen|barré",
        [MarkKind.Superscript] = "superscript|hochgestellt|exposant",
        [MarkKind.Subscript] = "subscript|tiefgestellt|indice",
        [MarkKind.Code] = "code character|verbatim char|source text|html code|html typewriter|html keyboard|inline code|code zchn|quelltext|html schreibmaschine|code html",
        [MarkKind.Link] = "hyperlink|internet link|followedhyperlink|visited internet link|internetlink|besuchter internetlink|lien hypertexte|lien internet",
        [MarkKind.NoteReference] = "footnote reference|endnote reference|footnote characters|endnote characters|footnote anchor|endnote anchor|fußnotenzeichen|endnotenzeichen|appel note de bas de p.|appel de note de fin",
    }.SelectMany(entry => entry.Value.Split('|').Select(name => (name, entry.Key))).ToDictionary(entry => entry.name, entry => entry.Key, StringComparer.Ordinal);

    /// <summary>What a paragraph style's name says; null if nothing.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The kind, with the level of a heading from 1, of a continued list from 0, or the role.</returns>
    public static (ParagraphKind Kind, int Value)? Paragraph(string name)
    {
        var key = name.Trim().ToLowerInvariant();
        if (Paragraphs.TryGetValue(key, out var known))
        {
            return known;
        }

        return Numbered(key, Headings) is { } level ? (ParagraphKind.Heading, level)
            : Numbered(key, Contents) is not null ? (ParagraphKind.Contents, 0)
            : null;
    }

    /// <summary>What a character style's name says; null if nothing.</summary>
    public static MarkKind? Character(string name) => Characters.TryGetValue(name.Trim().ToLowerInvariant(), out var kind) ? kind : null;

    private static int? Numbered(string name, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (name.Length == prefix.Length + 1 && name.StartsWith(prefix, StringComparison.Ordinal) && name[^1] is >= '1' and <= '9')
            {
                return name[^1] - '0';
            }
        }

        return null;
    }

    private static Dictionary<string, (ParagraphKind Kind, int Value)> Table(params (ParagraphKind Kind, int Value, string Names)[] entries)
    {
        var table = new Dictionary<string, (ParagraphKind, int)>(StringComparer.Ordinal);
        foreach (var (kind, value, names) in entries)
        {
            foreach (var name in names.Split('|'))
            {
                table.TryAdd(name, (kind, value));
            }
        }

        return table;
    }
}
