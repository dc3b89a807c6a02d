using System.Collections.Immutable;

using Publisher.Typesetting.Fonts;

namespace Publisher.Typesetting.Flows;

/// <summary>
/// How a run of text looks. Shaped words are kept for each instance, so a caller makes one instance for each look and uses it
/// throughout a flow.
/// </summary>
public sealed record TextStyle
{
    /// <summary>The faces in order of preference.</summary>
    public required FontStack Faces { get; init; }

    /// <summary>Size of the em; greater than zero.</summary>
    public required Length Size { get; init; }

    /// <summary>Colour of the glyphs.</summary>
    public Ink Ink { get; init; }

    /// <summary>BCP 47 language of the text: chooses hyphenation patterns and glyph variants. Empty if not known.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether words may be divided by the language's patterns, where the paragraph allows it too.</summary>
    public bool Hyphenate { get; init; } = true;

    /// <summary>Raises the baseline; negative values lower it.</summary>
    public Length Rise { get; init; }

    /// <summary>Added after each character, for capitals set wide.</summary>
    public Length Tracking { get; init; }

    /// <summary>Whether the text is shown in capitals; what it says stays as it is.</summary>
    public bool Capitals { get; init; }

    /// <summary>Switches of the font, in the order given.</summary>
    public ImmutableArray<FontFeature> Features { get; init; } = [];

    /// <summary>Whether a line runs below the text.</summary>
    public bool Underline { get; init; }

    /// <summary>Whether a line runs through the text.</summary>
    public bool StrikeThrough { get; init; }
}
