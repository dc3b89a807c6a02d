using Publisher.Sources.Docx.Package;

namespace Publisher.Sources.Docx.Looks;

/// <summary>What formatting by hand says (ECMA-376-1, 17.3.2).</summary>
internal static class DirectMarks
{
    /// <summary>Adds what the properties of a run say and no style said before.</summary>
    public static void Add(List<Mark> marks, Element properties)
    {
        for (var property = properties.First; property is not null; property = property.Next)
        {
            MarkKind? kind = property.Name switch
            {
                "w:b" => MarkKind.Strong,
                "w:i" => MarkKind.Emphasis,
                "w:strike" or "w:dstrike" => MarkKind.Strikethrough,
                "w:vertAlign" when property["w:val"] == "superscript" => MarkKind.Superscript,
                "w:vertAlign" when property["w:val"] == "subscript" => MarkKind.Subscript,
                _ => null,
            };
            if (kind is { } known && property["w:val"] is not ("0" or "false" or "off") && !marks.Exists(mark => mark.Kind == known))
            {
                marks.Add(new Mark(known));
            }
        }
    }
}
