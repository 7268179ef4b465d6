using FsCheck.Fluent;
using TvmEmulator.Identity;
using TvmEmulator.Journal;
using TvmEmulator.Journal.Conduct;
using TvmEmulator.Pipeline;
using TvmEmulator.UnitTests.Journal.Conduct;
using TvmEmulator.UnitTests.Worlds;

namespace TvmEmulator.UnitTests.Journal;

public sealed class RequestJournalTests
{
    private readonly SettableTime _time = new() { Now = Samples.Utc("2026-06-30T09:00:00Z") };

    [Fact]
    public void Read_AnyCapacityAndNumberOfRequests_AreTheLastOnesNewestFirst() =>
        Prop.ForAll(Gen.Two(Gen.Choose(0, 12)).ToArbitrary(), pair =>
        {
            var (capacity, requests) = pair;
            var journal = new RequestJournal("default", _time, capacity);
            for (var i = 0; i < requests; i++)
                Send(journal);

            return journal.Read(new JournalFilter()).Select(entry => entry.Id)
                .SequenceEqual(Enumerable.Range(1, requests).Select(id => (long)id).Reverse().Take(capacity));
        }).Hold();

    [Fact]
    public void Read_RequestThatRuns_HasStatus0UntilItEnds()
    {
        var journal = new RequestJournal("default", _time, 10);
        var call = Begin(journal);
        journal.Read(new JournalFilter()).ShouldHaveSingleItem().Status.ShouldBe(0);
        journal.End(call, new CallEnd(429, TimeSpan.FromMilliseconds(12.9)) { Hint = "a hint", RetryAfter = 8, FaultIds = ["f"] });

        var entry = journal.Read(new JournalFilter()).ShouldHaveSingleItem();
        entry.Status.ShouldBe(429);
        entry.DurationMs.ShouldBe(12);
        entry.Hint.ShouldBe("a hint");
        entry.RetryAfter.ShouldBe(8);
        entry.FaultIds.ShouldBe(["f"]);
    }

    [Fact]
    public void End_EntryThatIsNoLongerKept_ChangesNoOther()
    {
        var journal = new RequestJournal("default", _time, 2);
        var slow = Begin(journal);
        Send(journal);
        Send(journal);
        journal.End(slow, new CallEnd(500, TimeSpan.Zero));

        journal.Read(new JournalFilter()).Select(entry => (entry.Id, entry.Status)).ShouldBe([(3, 200), (2, 200)]);
    }

    [Fact]
    public void End_RequestFromBeforeAClear_LeavesNoTrace()
    {
        var journal = new RequestJournal("default", _time, 10);
        var old = Begin(journal, ConductFeed.Blob);
        journal.Clear();
        Send(journal);
        journal.End(old, new CallEnd(403, TimeSpan.Zero) { Facts = new BlobFacts("a", HasAuthorization: true, IsExpired: true) });

        journal.Read(new JournalFilter()).Select(entry => (entry.Id, entry.Status)).ShouldBe([(1, 200)]);
        journal.Report().Findings.ShouldBeEmpty();
        journal.Report().Requests.ShouldBe(1);
    }

    [Fact]
    public void Report_JournalThatKeepsNothing_IsMadeAllTheSame()
    {
        var journal = new RequestJournal("default", _time, 0);
        var call = Begin(journal, ConductFeed.Blob);
        journal.End(call, new CallEnd(403, TimeSpan.Zero) { Facts = new BlobFacts("a", HasAuthorization: true, IsExpired: false) });

        journal.Read(new JournalFilter()).ShouldBeEmpty();
        journal.Report().Violations.ShouldBe(1);
    }

    [Fact]
    public void AllowedPerMinute_SetWhileCallsRun_CountsFromThenOn()
    {
        var journal = new RequestJournal("default", _time, 10) { AllowedPerMinute = _ => 100 };
        journal.Clear();
        for (var i = 0; i < 7; i++)
            Begin(journal, ConductFeed.Export);
        journal.Report().Findings.ShouldBeEmpty();

        journal.AllowedPerMinute = _ => 2;
        Begin(journal, ConductFeed.Export);

        journal.Report().Findings.ShouldHaveSingleItem().Id.ShouldBe(FindingKind.OverParallel.Id);
    }

    [Fact]
    public void Begin_LongTexts_AreMaskedAndThenCut()
    {
        var journal = new RequestJournal("default", _time, 10);
        journal.Begin(new string('M', 50), "/" + new string('p', 1_022) + "😀", "?sig=" + new string('s', 5_000) + "&a=" + new string('a', 5_000), route: null, Caller.Anonymous);

        var entry = journal.Read(new JournalFilter()).ShouldHaveSingleItem();
        entry.Method.Length.ShouldBe(32);
        entry.Path.ShouldBe("/" + new string('p', 1_022));
        entry.Query.ShouldStartWith("?sig=***&a=aaa");
        entry.Query.Length.ShouldBe(1_024);
    }

    [Fact]
    public void End_FormOfAToken_IsMasked()
    {
        var journal = new RequestJournal("default", _time, 10);
        journal.End(Begin(journal, ConductFeed.Token), new CallEnd(200, TimeSpan.Zero) { Form = "client_id=a&client_secret=b" });

        journal.Read(new JournalFilter()).ShouldHaveSingleItem().Body.ShouldBe("client_id=a&client_secret=***");
    }

    [Theory]
    [InlineData("/API/mach", null, null, null, null, "3 2")]
    [InlineData(null, 404, null, null, null, "4 3")]
    [InlineData(null, null, "A", null, null, "4 2 1")]
    [InlineData(null, null, null, "softwareinventorybymachine", null, "2")]
    [InlineData(null, null, null, "", null, "")]
    [InlineData(null, null, null, null, 3, "4 3 2")]
    [InlineData("/api", 404, "b", null, 1, "3")]
    public void Read_Filters_AllMustHold(string? path, int? status, string? caller, string? route, int? limit, string ids)
    {
        var journal = new RequestJournal("default", _time, 10);
        Send(journal, "/api/Software", 200, "a", ConductFeed.Export);
        Send(journal, "/api/machines/x", 200, "a", ConductFeed.Inventory);
        Send(journal, "/api/machines", 404, "b", route: null);
        Send(journal, "/x", 404, "a", route: null);

        var filter = new JournalFilter { Path = path, Status = status, Caller = caller, Route = route, Limit = limit };

        string.Join(' ', journal.Read(filter).Select(entry => entry.Id)).ShouldBe(ids);
    }

    [Fact]
    public async Task Journal_ManyCallersAtOnce_LosesNothing()
    {
        var journal = new RequestJournal("default", _time, 1_000);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                Send(journal);
                if (i % 100 == 0)
                    journal.Report().Requests.ShouldBeLessThanOrEqualTo(8_000);
            }
        })));

        journal.Report().Requests.ShouldBe(8_000);
        journal.Read(new JournalFilter()).Select(entry => entry.Id).ShouldBe(Enumerable.Range(7_001, 1_000).Select(id => (long)id).Reverse());
        journal.Read(new JournalFilter { Status = 200 }).Count.ShouldBe(1_000);
    }

    private static void Send(RequestJournal journal, string path = "/api", int status = 200, string application = "a", ApiRoute? route = null) =>
        journal.End(journal.Begin("GET", path, "", route, new Caller(application)), new CallEnd(status, TimeSpan.Zero));

    private static Call Begin(RequestJournal journal, ApiRoute? route = null) => journal.Begin("GET", "/api", "", route, Caller.Anonymous);
}
