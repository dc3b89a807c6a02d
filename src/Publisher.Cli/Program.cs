using Publisher.Cli.Commands;
using Publisher.Cli.Terminal;

// The only place that knows the process: its arguments, streams and environment.
return (int)PublisherCommand.Run(args, ProcessTerminal.Open());
