using Publisher.Sources.PlainText.Lines;

namespace Publisher.Sources.PlainText.Notes;

/// <summary>What the lines of the flow begin with that may label a note.</summary>
internal sealed class NoteLabels
{
    private readonly (LabelForm Form, int Number, int Length)?[] _byLine;

    // A bare figure may be glued to the line above.
    private readonly HashSet<LabelForm> _counted = [LabelForm.Figure];

    /// <summary>Reads all lines of the flow.</summary>
    public NoteLabels(string text, List<TextLine> lines)
    {
        _byLine = new (LabelForm, int, int)?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Role == LineRole.Flow && NoteLabel.Read(lines[i].In(text)) is { } label)
            {
                _byLine[i] = label;
                if (label.Number == 1 || label.Form == LabelForm.Sign)
                {
                    _counted.Add(label.Form);
                }
            }
        }
    }

    /// <summary>True if a row of such labels can begin.</summary>
    public bool HasFirst(LabelForm form) => _counted.Contains(form);

    /// <summary>The label of a form that a line begins with.</summary>
    public (int Number, int Length)? Of(int line, LabelForm form) =>
        _byLine[line] is { } label && label.Form == form ? (label.Number, label.Length) : null;
}
