using FsCheck;
using FsCheck.Fluent;
using TvmEmulator.Faults;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Pipeline;

namespace TvmEmulator.UnitTests.Faults;

/// <summary>Fault rules that tests need.</summary>
internal static class Rule
{
    /// <summary>A rule about the requests of an occurrence.</summary>
    public static FaultRule Of(string id, Occurrence? occurrence = null, FaultAction? action = null, string? tenant = null) =>
        new(id, new FaultMatch { Occurrence = occurrence ?? Occurrence.Always, Tenant = tenant }, action ?? new EmptyFault());

    /// <summary>Any rule that can be written down.</summary>
    public static Gen<FaultRule> Any { get; } =
        from id in Gen.Choose(1, 1000)
        from action in Actions
        from match in MatchFor(action)
        select new FaultRule($"rule-{id}", match, action);

    private static Gen<FaultAction> Actions { get; } = Gen.OneOf(
        from status in Gen.Choose(400, 599)
        from retryAfter in Maybe(Gen.Choose(1, 100))
        from code in Maybe(Gen.Elements("no", "Not.to-day_1"))
        from message in Maybe(Gen.Elements("no", "so \"not\"", "ä😀"))
        select (FaultAction)new StatusFault(status, StatusBody.Envelope, code, message, retryAfter),
        Gen.Choose(400, 599).Select(status => (FaultAction)new StatusFault(status, StatusBody.Html, null, null, null)),
        Maybe(Gen.Choose(1, 100)).Select(seconds => (FaultAction)new ThrottleFault(seconds)),
        Gen.Choose(0, 1000).Select(calls => (FaultAction)new ExpireTokenFault(calls)),
        from length in Gen.Choose(1, 600_000)
        from perRow in Gen.Choose(0, 1000)
        select (FaultAction)new DelayFault(TimeSpan.FromMilliseconds(length), TimeSpan.FromMicroseconds(perRow)),
        Gen.Choose(1, 1 << 30).Select(bytes => (FaultAction)new DripFault(bytes)),
        Gen.Choose(0, 1 << 30).Select(bytes => (FaultAction)new ResetFault(bytes)),
        Gen.Choose(0, 1 << 30).Select(bytes => (FaultAction)new TruncateFault(bytes, null)),
        Gen.Choose(0, 1000).Select(share => (FaultAction)new TruncateFault(null, share / 1000m)),
        Gen.Choose(0, 1 << 30).Select(at => (FaultAction)new CorruptFault(at)),
        Gen.Elements<FaultAction>(new EmptyFault(), new TwoMembersFault(), new ExpiredLinksFault(), new EmptyPageFault(), new NullColumnFault("osPlatform")),
        Gen.Elements(Enum.GetValues<NextLinkMode>()).Select(mode => (FaultAction)new NextLinkFault(mode)),
        Gen.Elements("\"text\"", "\"ä+'\\\"\"", "1.5", "-3", "true", "null").Select(value => (FaultAction)new ExtraColumnFault("is New", value)));

    private static Gen<Occurrence> Occurrences { get; } =
        from number in Gen.Choose(1, 1_000_000)
        from occurrence in Gen.Elements(
            Occurrence.Always, new Occurrence.Nth(number), new Occurrence.First(number), new Occurrence.Every(number), new Occurrence.WithProbability(number / 1_000_000m))
        select occurrence;

    private static Gen<FaultMatch> MatchFor(FaultAction action) =>
        from occurrence in action is ExpireTokenFault ? Gen.Constant(Occurrence.Always) : Occurrences
        from route in Gen.Elements(KnownRoutes.All.Where(known => action.ActsOn(known.Value)).Select(known => known.Key).Append(FaultMatch.AnyRoute))
        from number in Gen.Choose(1, 100)
        from text in Maybe(Gen.Elements("default", "contoso.example", "0f0f0f0f-0000-0000-0000-000000000000"))
        let kind = KnownRoutes.All.GetValueOrDefault(route, (RouteKind)(-1))
        select new FaultMatch
        {
            Route = route,
            Method = text is null ? null : "GET",
            Tenant = text,
            Caller = text,
            Page = kind == RouteKind.Page ? number : null,
            File = kind == RouteKind.Blob ? number : null,
            Occurrence = occurrence,
        };

    private static Gen<string?> Maybe(Gen<string> gen) => Gen.OneOf(Gen.Constant((string?)null), gen.Select(text => (string?)text));

    private static Gen<int?> Maybe(Gen<int> gen) => Gen.OneOf(Gen.Constant((int?)null), gen.Select(number => (int?)number));
}
