using FsCheck.Fluent;
using TvmEmulator.Storage;

namespace TvmEmulator.UnitTests.Storage;

public sealed class ExportProgressTests
{
    [Fact]
    public void FillsTenth_AnyTotal_IsTrueForAtMostTenFilesAndForTheLast() =>
        Prop.ForAll(Gen.Choose(1, 3000).ToArbitrary(), total =>
        {
            var steps = Enumerable.Range(1, total).Select(done => new ExportProgress(done, total)).Where(step => step.FillsTenth).ToList();
            return steps.Count == Math.Min(total, 10) && steps[^1].Percent == 100;
        }).Hold();
}
