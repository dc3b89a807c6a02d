using Publisher.Model;

namespace Publisher.Templates.Fonts;

/// <summary>Fonts that a user has besides those of the template: for characters that those lack, and for families without files.</summary>
/// <param name="Folder">Where the files lie, also in folders of it.</param>
/// <param name="NamesIn">
/// Says what faces a font file holds: one for each weight of a variable font. Throws <see cref="PublisherException"/> for a file that cannot
/// be used.
/// </param>
public sealed record UserFonts(string Folder, Func<ReadOnlyMemory<byte>, ValueList<FontName>> NamesIn);
