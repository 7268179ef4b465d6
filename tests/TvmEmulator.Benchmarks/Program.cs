using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TvmEmulator.Benchmarks;

// "compare" is what compare-page.sh calls, "memory" is what many requests leave behind; anything else goes to BenchmarkDotNet.
if (args is ["compare", ..])
    return await UrlComparison.RunAsync(args[1..]);

if (args is ["memory", ..])
    return await HeldMemory.RunAsync(args[1..]);

// In this process, because the project that BenchmarkDotNet would generate knows nothing of the package rules of Directory.Build.targets.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(UrlComparison).Assembly).Run(args, config);
return 0;
