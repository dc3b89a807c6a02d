namespace Publisher.Editions.Docx.Package;

/// <summary>A relationship from one part to another, or to an address outside (ECMA-376-2, 6.5).</summary>
/// <param name="Id">Unique in its part.</param>
/// <param name="Type">Its type.</param>
/// <param name="Target">Relative to the part's folder, or an address.</param>
/// <param name="IsExternal">True for an address outside.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal = false)
{
    /// <summary>The types of Office begin with this.</summary>
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Writes the relationships of a part, or of the package.</summary>
    public static PartContent Write(IEnumerable<Relationship> relationships)
    {
        using var xml = new PartWriter();
        xml.Markup("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8);
        foreach (var relationship in relationships)
        {
            xml.Markup("<Relationship"u8).Attribute("Id"u8, relationship.Id).Attribute("Type"u8, relationship.Type).Attribute("Target"u8, relationship.Target);
            xml.Markup(relationship.IsExternal ? " TargetMode=\"External\"/>"u8 : "/>"u8);
        }

        return xml.Markup("</Relationships>"u8).End();
    }
}
