namespace Publisher.Typesetting.Paragraphs;

/// <summary>What lines are broken for; all in points.</summary>
internal readonly record struct LineBreakerSettings
{
    /// <summary>Length of the first line; greater than zero.</summary>
    public required double FirstMeasure { get; init; }

    /// <summary>Length of the other lines; greater than zero.</summary>
    public required double Measure { get; init; }

    /// <summary>Whether lines keep their natural width.</summary>
    public bool IsRagged { get; init; }

    /// <summary>How short a ragged line may stay before it counts as bad: what lines stretch besides their spaces. 0 for justified lines.</summary>
    public double FreeStretch { get; init; }

    /// <summary>How far the paragraph's first character may hang out.</summary>
    public double FirstHangStart { get; init; }

    /// <summary>A last line narrower than this costs.</summary>
    public double ShortestLastLine { get; init; }
}
