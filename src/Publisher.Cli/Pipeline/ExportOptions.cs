using Publisher.Editions;
using Publisher.Model;
using Publisher.Sources;

namespace Publisher.Cli.Pipeline;

/// <summary>What an export was asked to do.</summary>
/// <param name="Inputs">Files and folders as the user named them.</param>
/// <param name="Editions">Names of editions; empty for all of the template.</param>
/// <param name="Brand">Path or name of the brand.</param>
/// <param name="Output">Folder to write to.</param>
/// <param name="Jobs">Statements worked on at a time; 1 or more.</param>
internal sealed record ExportOptions(ValueList<string> Inputs, ValueList<string> Editions, string Brand, string Output, int Jobs)
{
    /// <summary>The folder written to when none is named.</summary>
    public const string DefaultOutput = "output";

    /// <summary>A folder with more fonts; null for none.</summary>
    public string? Fonts { get; init; }

    /// <summary>True once the embargo of the statements is over: they are exported as if they had none.</summary>
    public bool LiftsEmbargo { get; init; }

    /// <summary>Where fonts, images and styles of web editions go.</summary>
    public AssetPlacement Assets { get; init; }

    /// <summary>True for web editions that are the statement alone, without page and style.</summary>
    public bool Fragment { get; init; }

    /// <summary>Address on the web of the output folder; null if not given.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>True for an index where several statements become web pages.</summary>
    public bool Index { get; init; } = true;

    /// <summary>What becomes of tracked changes in the statements.</summary>
    public RevisionPolicy Revisions { get; init; }

    /// <summary>True to write nothing of a statement whose editions cannot conform.</summary>
    public bool Strict { get; init; }
}
