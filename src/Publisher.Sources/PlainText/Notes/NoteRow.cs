namespace Publisher.Sources.PlainText.Notes;

/// <summary>A row of notes as one way of labelling and marking them would have it.</summary>
internal sealed class NoteRow
{
    /// <summary>The notes in order.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>Indices of lines that only set the notes apart from the text.</summary>
    public List<int> Rules { get; } = [];

    /// <summary>Lines that end inside a word because a label was glued to it, each with the offset of that label.</summary>
    public Dictionary<int, int> Divided { get; } = [];

    /// <summary>The marks, one for each note; null where the text has none.</summary>
    public MarkCandidate?[] Marks { get; set; } = [];

    /// <summary>How much more likely it is that these are notes than that they are something else.</summary>
    public double Score { get; set; }

    /// <summary>A note of the row.</summary>
    /// <param name="Label">Its label.</param>
    /// <param name="Page">The page its label stands on.</param>
    /// <param name="Top">Index of the first line of that page.</param>
    internal sealed record Note(NoteLabel Label, int Page, int Top)
    {
        /// <summary>The stretches of the text it consists of, each on one line.</summary>
        public List<(int Line, int Start, int End)> Parts { get; } = [];
    }
}
