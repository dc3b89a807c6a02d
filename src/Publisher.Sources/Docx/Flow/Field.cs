using System.Text;

namespace Publisher.Sources.Docx.Flow;

/// <summary>A field that is being read (ECMA-376-1, 17.16).</summary>
internal sealed class Field
{
    /// <summary>Its instruction.</summary>
    public StringBuilder Instruction { get; } = new();

    /// <summary>Text that stands among its instruction, where Word shows none.</summary>
    public StringBuilder Unseen { get; } = new();

    /// <summary>True behind the instruction.</summary>
    public bool IsInResult { get; set; }

    /// <summary>The link that its result is; null if none.</summary>
    public LinkRange? Link { get; set; }

    /// <summary>True if something else stands for its result.</summary>
    public bool HidesResult { get; set; }

    /// <summary>Whether a check box is checked; null if it is none.</summary>
    public bool? IsChecked { get; init; }
}
