namespace Publisher.Sources.PlainText.Notes;

/// <summary>A footnote as found.</summary>
/// <param name="Id">The id of the note in the document.</param>
/// <param name="LabelStart">Offset of its label in the clean text.</param>
/// <param name="LabelLength">Length of the label.</param>
/// <param name="HasMark">True if the text refers to it.</param>
internal sealed record NoteDraft(string Id, int LabelStart, int LabelLength, bool HasMark)
{
    /// <summary>Indices of its lines.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>Follows its lines to where they stand now.</summary>
    public void MoveTo(int[] places)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i] = places[Lines[i]];
        }
    }
}
