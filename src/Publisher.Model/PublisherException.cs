namespace Publisher.Model;

/// <summary>
/// A file that cannot be used or an option that cannot be met. Caught once, at the edge, and shown without a stack trace.
/// </summary>
public sealed class PublisherException : Exception
{
    /// <summary>Makes the refusal.</summary>
    /// <param name="file">The file as the user named it; null if none is concerned.</param>
    /// <param name="line">One-based line in that file; 0 if none.</param>
    /// <param name="problem">What is wrong, one sentence with a full stop.</param>
    /// <param name="remedy">What to do, one sentence with a full stop.</param>
    /// <param name="cause">What was thrown below; null if nothing.</param>
    public PublisherException(string? file, int line, string problem, string remedy, Exception? cause = null)
        : base(problem, cause)
    {
        File = file;
        Line = line;
        Remedy = remedy;
    }

    /// <summary>The file as the user named it; null if none is concerned.</summary>
    public string? File { get; }

    /// <summary>One-based line in <see cref="File"/>; 0 if none.</summary>
    public int Line { get; }

    /// <summary>What to do, one sentence.</summary>
    public string Remedy { get; }
}
