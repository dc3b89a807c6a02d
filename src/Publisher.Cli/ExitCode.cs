namespace Publisher.Cli;

/// <summary>What the program returns to the shell; stable, documented in the README.</summary>
internal enum ExitCode
{
    /// <summary>Everything that was asked for was done.</summary>
    Success = 0,

    /// <summary>At least one statement failed; the others were written.</summary>
    StatementFailed = 1,

    /// <summary>The command line, the brand or the output folder cannot be used; nothing was written.</summary>
    UsageError = 2,
}
