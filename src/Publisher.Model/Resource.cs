namespace Publisher.Model;

/// <summary>A file that belongs to the document, such as an image.</summary>
/// <param name="Name">What images name: the address in the source, or the part's name in a container.</param>
/// <param name="MediaType">RFC 6838 media type, such as <c>image/png</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record Resource(string Name, string MediaType, ValueList<byte> Content);
