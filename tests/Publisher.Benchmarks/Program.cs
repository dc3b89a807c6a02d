using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Publisher.Benchmarks;

// dotnet run -c Release --project tests/Publisher.Benchmarks -- --filter '*'          warm, one stage at a time
// dotnet run -c Release --project tests/Publisher.Benchmarks -- cold PROGRAM [RUNS]   whole processes, from the shell's view
// dotnet run -c Release --project tests/Publisher.Benchmarks -- pages                 the PDF edition: pages a second, up to 3,000
if (args is ["cold", var program, ..])
{
    return ColdStart.Run(program, args.Length > 2 ? int.Parse(args[2]) : 20);
}

// dotnet run -c Release --project tests/Publisher.Benchmarks -- word                  statements a second of the Word edition
if (args is ["word"])
{
    return WordThroughput.Run();
}

if (args is ["pages"])
{
    return PagesPerSecond.Run();
}

// dotnet run -c Release --project tests/Publisher.Benchmarks -- text                  damaged text: megabytes a second, memory
if (args is ["text"])
{
    return TextThroughput.Run();
}

// In process: the stages are measured as they are built here, and nothing else has to be built or found.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithOptions(ConfigOptions.JoinSummary);
BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
return 0;
