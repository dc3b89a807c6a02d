namespace Publisher.Sources.PlainText.Notes;

/// <summary>The mark of a footnote in the text.</summary>
/// <param name="Id">The note's id.</param>
/// <param name="Start">Offset of the mark in the clean text.</param>
/// <param name="Length">Its length.</param>
internal sealed record NoteMark(string Id, int Start, int Length)
{
    /// <summary>Index of its line.</summary>
    public required int Line { get; set; }

    /// <summary>True if the extraction put the raised figure on a line of its own.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Index of the line that it belongs to: its own, or the one before if it stands alone; -1 if there is none.</summary>
    public required int Owner { get; set; }

    /// <summary>Follows its lines to where they stand now.</summary>
    public void MoveTo(int[] places)
    {
        Line = places[Line];
        Owner = Owner < 0 ? Owner : places[Owner];
    }
}
