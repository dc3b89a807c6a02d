using Spectre.Console;

namespace Publisher.Cli.Terminal;

/// <summary>Where the program reads its surroundings from and writes its messages to.</summary>
internal interface ITerminal
{
    /// <summary>Results a person reads.</summary>
    IAnsiConsole Out { get; }

    /// <summary>Diagnostics and errors.</summary>
    IAnsiConsole Error { get; }

    /// <summary>Results a program reads, such as JSON: bytes to the standard output as they are.</summary>
    Stream RawOut { get; }

    /// <summary>Date and time of day where the user is; for messages, never for what is written.</summary>
    DateTime LocalTime { get; }

    /// <summary>The value of an environment variable; null if it is not set or empty.</summary>
    string? Variable(string name);
}
