using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Scenarios;
using TvmEmulator.Storage;

namespace TvmEmulator.UnitTests.Faults;

public sealed class IdleFaultsTests
{
    private static readonly EmulatorOptions Outside = new() { Blobs = StorageConnection.TryParse("UseDevelopmentStorage=true") };

    [Theory]
    [InlineData("match: { route: blob }, action: { kind: truncate, afterBytes: 1 }", true)]
    [InlineData("match: { file: 0 }, action: { kind: truncate, afterBytes: 1 }", true)]
    [InlineData("action: { kind: two-members }", false)]
    [InlineData("match: { route: SoftwareInventoryExport }, action: { kind: expired-links }", false)]
    public void ReasonAmong_Rule_IsSaidWhenOnlyADownloadFitsIt(string rule, bool isIdle) =>
        (IdleFaults.ReasonAmong(Rules($"{{ id: a, {rule} }}"), Outside) is not null).ShouldBe(isIdle);

    [Fact]
    public void ReasonAmong_EmbeddedBlobs_IsNull() =>
        IdleFaults.ReasonAmong(Rules("{ id: a, match: { route: Blob }, action: { kind: empty } }"), new EmulatorOptions()).ShouldBeNull();

    [Fact]
    public void ReasonAmong_ManyRules_NamesTheFirstFive()
    {
        var rules = Rules($"[{string.Join(',', Enumerable.Range(1, 1000).Select(i => $"{{ id: r{i}, match: {{ route: Blob }}, action: {{ kind: empty }} }}"))}]");

        IdleFaults.ReasonAmong(rules, Outside).ShouldNotBeNull().ShouldStartWith("faults of downloads alone: r1, r2, r3, r4, r5 and 995 more; ");
    }

    private static IReadOnlyList<FaultRule> Rules(string text)
    {
        var (rules, errors) = FaultListReader.Read(text);
        errors.ShouldBeEmpty();
        return rules!;
    }
}
