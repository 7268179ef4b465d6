using BenchmarkDotNet.Running;
using TvmEmulator.Benchmarks;

// "compare" is what compare-page.sh calls; anything else goes to BenchmarkDotNet.
if (args is ["compare", ..])
    return await UrlComparison.RunAsync(args[1..]);

BenchmarkSwitcher.FromAssembly(typeof(UrlComparison).Assembly).Run(args);
return 0;
