using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

public sealed class ConductTwinTests
{
    private static readonly FindingKind[] Compared =
        [FindingKind.RetryTooEarly, FindingKind.NextLinkRebuilt, FindingKind.PageFetchedTwice, FindingKind.ChainAbandoned, FindingKind.ChainOpen];

    /// <summary>A call as it is drawn: seconds since the one before, and how many others begin before it ends.</summary>
    private sealed record Step(int Application, PlainLink? Asked, PlainLink? Given, int Status, int RetryAfter, bool IsFaulty, int Seconds, int Overlap);

    [Fact]
    public void Report_AnySequenceOfCalls_IsWhatTheSlowTwinFinds() =>
        Prop.ForAll(Steps().ToArbitrary(), steps =>
        {
            var events = EventsOf(steps);
            var now = steps.Count == 0 ? Start : events.Max(one => one.Call.Time).AddMinutes(2);

            Observe(events, now).ShouldBe(Twin(events, now), ignoreOrder: true);
        }).Hold(cases: 300);

    /// <summary>The sequences are worth their time only if they hold what is looked for.</summary>
    [Fact]
    public void Steps_ManySequences_HoldEveryKind()
    {
        var kinds = Steps().Sample(200, 50).SelectMany(steps =>
        {
            var events = EventsOf(steps);
            return new PlainConduct(events, Start.AddHours(1)).Findings.Concat(new PlainConduct(events, Start).Findings);
        });

        kinds.Select(found => found.Kind).Distinct().ShouldBe(Compared, ignoreOrder: true);
    }

    private static DateTimeOffset Start { get; } = Samples.Utc("2026-06-30T09:00:00Z");

    private static Gen<List<Step>> Steps()
    {
        var link =
            from token in Gen.Choose(1, 3)
            from rest in Gen.Choose(1, 2)
            select new PlainLink(token, rest);
        var step =
            from application in Gen.Choose(0, 1)
            from asked in Gen.Frequency((1, Gen.Constant<PlainLink?>(null)), (3, link.Select(one => (PlainLink?)one)))
            from given in Gen.Frequency((1, Gen.Constant<PlainLink?>(null)), (2, link.Select(one => (PlainLink?)one)))
            from status in Gen.Elements(200, 200, 200, 200, 429, 500, 499)
            from retryAfter in Gen.Choose(1, 20)
            from faulty in Gen.Elements(false, false, false, true)
            from seconds in Gen.Elements(0, 1, 5, 100)
            from overlap in Gen.Elements(0, 0, 1, 2)
            select new Step(application, asked, given, status, retryAfter, faulty, seconds, overlap);
        return step.ListOf().Select(steps => steps.ToList());
    }

    private static List<(PlainCall Call, bool IsEnd)> EventsOf(List<Step> steps)
    {
        List<(PlainCall Call, bool IsEnd)> events = [];
        List<(PlainCall Call, int EndsAfter)> running = [];
        var time = Start;
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            time = time.AddSeconds(step.Seconds);
            var call = new PlainCall($"application {step.Application}", step.Asked, step.Given, step.Status, step.RetryAfter, step.IsFaulty, time);
            events.Add((call, false));
            running.Add((call, i + step.Overlap));
            var now = i;
            events.AddRange(running.Where(one => one.EndsAfter <= now).Select(one => (one.Call, true)));
            running.RemoveAll(one => one.EndsAfter <= now);
        }

        return events;
    }

    private static IEnumerable<string> Twin(List<(PlainCall Call, bool IsEnd)> events, DateTimeOffset now) =>
        new PlainConduct(events, now).Findings.Select(found => $"{found.Kind.Summary} {found.Application} {found.Count}");

    private static IEnumerable<string> Observe(List<(PlainCall Call, bool IsEnd)> events, DateTimeOffset now)
    {
        var feed = new ConductFeed();
        var calls = new Dictionary<PlainCall, Queue<Call>>();
        foreach (var (call, isEnd) in events)
        {
            var same = calls.TryGetValue(call, out var known) ? known : calls[call] = new Queue<Call>();
            feed.Now = call.Time;
            if (!isEnd)
                same.Enqueue(feed.Begin(ConductFeed.Inventory, call.Asked is { } asked ? QueryOf(asked, same.Count) : "?pagesize=1", call.Application));
            else
                feed.End(same.Dequeue(), call.Status, call.Answered is { } given ? ConductFeed.Page("/api" + QueryOf(given, 0)) : null, call.Status == 429 ? call.RetryAfter : null, call.IsFaulty);
        }

        feed.Now = now;
        return feed.Report().Findings
            .Where(finding => Compared.Any(kind => kind.Id == finding.Id))
            .Select(finding => $"{finding.Summary} {finding.Application} {finding.Count}");
    }

    /// <summary>A link in one of the spellings that mean the same.</summary>
    private static string QueryOf(PlainLink link, int spelling) => spelling % 2 == 0
        ? $"?a={link.Rest}&b=c%20d&$skiptoken={link.Token}"
        : $"?B=c+d&%24SkipToken=%3{link.Token}&a=%3{link.Rest}";
}
