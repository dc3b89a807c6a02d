using System.Globalization;
using Publisher.Cli.Terminal;
using Publisher.Model;

namespace Publisher.Cli.Pipeline;

/// <summary><c>SOURCE_DATE_EPOCH</c>, see reproducible-builds.org: seconds since 1970-01-01T00:00:00Z.</summary>
internal static class SourceDate
{
    private const string Name = "SOURCE_DATE_EPOCH";

    // 9999-12-31T23:59:59Z, the last second the file formats can state.
    private const long Last = 253_402_300_799;

    /// <summary>The date the environment gives; null if it gives none.</summary>
    /// <exception cref="PublisherException">It is not a number of seconds.</exception>
    public static DateTimeOffset? Read(ITerminal terminal)
    {
        if (terminal.Variable(Name) is not { } value)
        {
            return null;
        }

        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Last
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new PublisherException(null, 0, $"{Name} is \"{value}\", which is not a number of seconds since 1970.", "Correct or unset it.");
    }
}
