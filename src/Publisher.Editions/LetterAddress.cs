using Publisher.Model;
using Publisher.Model.Blocks;

namespace Publisher.Editions;

/// <summary>The address of a letter that a statement states in its own text.</summary>
internal static class LetterAddress
{
    /// <summary>How many blocks at the beginning of the statement's text say to whom the letter goes.</summary>
    public static int LeadingBlocks(Document document) =>
        document.Blocks.TakeWhile(block => block is Paragraph { Role: ParagraphRole.Addressee }).Count();
}
