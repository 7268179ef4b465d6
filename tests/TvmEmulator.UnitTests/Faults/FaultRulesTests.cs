using TvmEmulator.Faults;
using TvmEmulator.Scenarios;
using TvmEmulator.UnitTests.Blobs;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Faults;

public sealed class FaultRulesTests
{
    private const int Threads = 4;
    private const int Calls = 2_000_000;

    [Theory]
    [InlineData("all", Calls)]
    [InlineData("nth: 777", 1)]
    [InlineData("first: 1234", 1234)]
    [InlineData("every: 7", Calls / 7)]
    public void Count_CallsAtTheSameTime_HitsExactlySoMany(string which, int expected)
    {
        var fault = Armed(Rule.Of("x", which switch
        {
            "nth: 777" => new Occurrence.Nth(777),
            "first: 1234" => new Occurrence.First(1234),
            "every: 7" => new Occurrence.Every(7),
            _ => Occurrence.Always,
        }));
        var hits = 0;

        // Threads that begin together: a loop this short would often be done by one before the next has begun.
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < Calls / Threads; i++)
                Interlocked.Add(ref hits, fault.Count() ? 1 : 0);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        (hits, fault.Matches, fault.Hits).ShouldBe((expected, Calls, expected));
    }

    [Fact]
    public void Count_Probability_HitsTheSameCallsInEveryRun() =>
        HitsOf("x", seed: 1).ShouldBe(HitsOf("x", seed: 1));

    [Theory]
    [InlineData("y", 1)]
    [InlineData("x", 2)]
    public void Count_ProbabilityOfAnotherRuleOrSeed_HitsOtherCalls(string id, long seed) =>
        HitsOf(id, seed).ShouldNotBe(HitsOf("x", seed: 1), StringComparer.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Count_Probability_HitsItsShare(double share)
    {
        var fault = Armed(Rule.Of("x", new Occurrence.WithProbability((decimal)share)));

        // Six standard deviations of 10,000 draws are 300 at most.
        Enumerable.Range(0, 10_000).Count(_ => fault.Count()).ShouldBeInRange((int)(10_000 * share) - (share is 0 or 1 ? 0 : 300), (int)(10_000 * share) + (share is 0 or 1 ? 0 : 300));
    }

    [Fact]
    public void Add_IdThatIsThere_AddsNothing()
    {
        var rules = WorldOf(Rule.Of("a")).Faults;

        rules.Add([Rule.Of("b"), Rule.Of("a")]).ShouldBe("a rule with the id 'a' is there already; remove it first");

        Ids(rules).ShouldBe(["a"]);
    }

    [Fact]
    public void Add_MoreThanAreKept_AddsNothing()
    {
        var rules = WorldOf().Faults;
        rules.Add([.. Enumerable.Range(0, FaultRules.MostRules).Select(i => Rule.Of($"{i}"))]).ShouldBeNull();

        rules.Add([Rule.Of("one more")]).ShouldBe("there are 1000 rules already, and at most 1000 are kept");

        rules.All.Count.ShouldBe(FaultRules.MostRules);
    }

    [Fact]
    public void Add_Rules_StandBehindThoseThatWereThere()
    {
        var rules = WorldOf(Rule.Of("b")).Faults;

        rules.Add([Rule.Of("c"), Rule.Of("a")]).ShouldBeNull();

        Ids(rules).ShouldBe(["b", "c", "a"]);
    }

    [Fact]
    public void Remove_OneOfSeveral_KeepsWhatTheOthersHaveCounted()
    {
        var rules = WorldOf(Rule.Of("a"), Rule.Of("b")).Faults;
        rules.All[1].Count();

        rules.Remove("a").ShouldBeTrue();
        rules.Remove("a").ShouldBeFalse();

        rules.All.ShouldHaveSingleItem().Matches.ShouldBe(1);
    }

    [Fact]
    public void Reset_AfterChanges_IsTheBeginning()
    {
        var rules = WorldOf(Rule.Of("a", new Occurrence.First(1))).Faults;
        rules.All[0].Count().ShouldBeTrue();
        rules.Add([Rule.Of("b")]);
        rules.Remove("a");

        rules.Reset();

        Ids(rules).ShouldBe(["a"]);
        rules.All[0].Count().ShouldBeTrue();
    }

    [Fact]
    public void Clear_Rules_NoneIsLeft()
    {
        var rules = WorldOf(Rule.Of("a")).Faults;

        rules.Clear();

        rules.IsEmpty.ShouldBeTrue();
        rules.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("default", true)]
    [InlineData("DEFAULT", true)]
    [InlineData("contoso.example", false)]
    [InlineData("0f0f0f0f-0000-0000-0000-000000000000", false)]
    public void Acting_RuleForATenant_OnlyInItsWorld(string tenant, bool acts)
    {
        var rules = WorldOf(Rule.Of("a", tenant: tenant)).Faults;

        rules.Acting.Rules.Length.ShouldBe(acts ? 1 : 0);
        rules.IsEmpty.ShouldBe(!acts);
        Ids(rules).ShouldBe(["a"]);
    }

    [Fact]
    public void Acting_RuleForTheGuidOfATenant_InItsWorld()
    {
        var world = WorldOf();

        world.Faults.Add([Rule.Of("a", tenant: world.TenantId.ToString())]);

        world.Faults.IsEmpty.ShouldBeFalse();
    }

    private static IEnumerable<string> Ids(FaultRules rules) => rules.All.Select(fault => fault.Rule.Id);

    private static string HitsOf(string id, long seed)
    {
        var fault = Armed(Rule.Of(id, new Occurrence.WithProbability(0.5m)), seed);
        return string.Concat(Enumerable.Range(0, 200).Select(_ => fault.Count() ? 'x' : '.'));
    }

    private static ArmedFault Armed(FaultRule rule, long seed = 7) => WorldOf(seed, rule).Faults.All[0];

    private static World WorldOf(params FaultRule[] rules) => WorldOf(7, rules);

    private static World WorldOf(long seed, params FaultRule[] rules) => new(
        WorldRegistry.DefaultName,
        WorldSettings.Of(Organization.Options2021 with { Seed = seed, Devices = 1 }, Scenario.Empty with { Faults = rules }),
        Organization.Options2021,
        new FakeTime(),
        new TenantPool());
}
