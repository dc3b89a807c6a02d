namespace Publisher.Sources.Docx.Package;

/// <summary>
/// Names of elements and attributes with the prefixes that ECMA-376 uses for their namespaces, whatever the file calls them: the
/// strict form of the standard and the transitional one become the same.
/// </summary>
internal sealed class Names
{
    private readonly Dictionary<(string Namespace, string Local), string> _known = [];

    /// <summary>The name with its usual prefix; names of other namespaces get <c>?:</c>.</summary>
    public string Of(string space, string local)
    {
        if (!_known.TryGetValue((space, local), out var name))
        {
            var prefix = PrefixOf(space);
            name = string.Intern(prefix.Length == 0 ? local : $"{prefix}:{local}");
            _known.Add((space, local), name);
        }

        return name;
    }

    private static string PrefixOf(string space) => space switch
    {
        "" or "http://schemas.openxmlformats.org/package/2006/relationships" or "http://schemas.openxmlformats.org/package/2006/content-types" => "",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main" => "w",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships" or "http://purl.oclc.org/ooxml/officeDocument/relationships" => "r",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" or "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => "wp",
        "http://schemas.openxmlformats.org/drawingml/2006/main" or "http://purl.oclc.org/ooxml/drawingml/main" => "a",
        "http://schemas.openxmlformats.org/drawingml/2006/picture" or "http://purl.oclc.org/ooxml/drawingml/picture" => "pic",
        "http://schemas.openxmlformats.org/officeDocument/2006/math" or "http://purl.oclc.org/ooxml/officeDocument/math" => "m",
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => "mc",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape" => "wps",
        "http://schemas.microsoft.com/office/word/2010/wordml" => "w14",
        "http://schemas.microsoft.com/office/word/2012/wordml" => "w15",
        "http://schemas.microsoft.com/office/drawing/2016/SVG/main" => "asvg",
        "http://schemas.microsoft.com/office/drawing/2017/decorative" => "adec",
        "urn:schemas-microsoft-com:vml" => "v",
        "urn:schemas-microsoft-com:office:office" => "o",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties" => "cp",
        "http://purl.org/dc/elements/1.1/" => "dc",
        "http://www.w3.org/XML/1998/namespace" => "xml",
        "urn:publisher:statement:1" => "publisher",
        _ => "?",
    };
}
