using TvmEmulator.Api;
using TvmEmulator.Identity;
using TvmEmulator.Journal;
using TvmEmulator.Journal.Conduct;
using TvmEmulator.Journal.Reports;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests.Journal.Conduct;

/// <summary>Plays calls to an observer: without HTTP, with a clock that is set by hand.</summary>
internal sealed class ConductFeed
{
    public const string Application = "11111111-0000-0000-0000-000000000000";

    public static readonly ApiRoute Inventory = new("SoftwareInventoryByMachine", RouteKind.Page, Permission.Software, QuotaLimits.Pages);
    public static readonly ApiRoute Export = new("SoftwareInventoryExport", RouteKind.Export, Permission.Software, QuotaLimits.Exports);
    public static readonly ApiRoute Blob = new("Blob", RouteKind.Blob, Permission: null, Quota: null);
    public static readonly ApiRoute Token = new("Token", RouteKind.Token, Permission: null, Quota: null);

    private readonly ConductObserver _observer = new(route => route.Quota?.PerMinute);
    private long _begun;

    public DateTimeOffset Now { get; set; } = Samples.Utc("2026-06-30T09:00:00Z");

    public Call Begin(ApiRoute? route, string query = "", string application = Application, string path = "/api", string method = "GET")
    {
        var call = new Call(
            new JournalEntry { Id = ++_begun, Time = Now, Method = method, Path = path, Query = query, Route = route?.Name, Application = application, HasOwnToken = false },
            route);
        _observer.Begin(call);
        return call;
    }

    public void End(Call call, int status = 200, object? facts = null, int? retryAfter = null, bool isFaulty = false)
    {
        call.Entry = call.Entry with { Status = status, RetryAfter = retryAfter, FaultIds = isFaulty ? ["fault"] : [] };
        _observer.End(call, new CallAnswer(call.Entry.Query, facts));
    }

    /// <summary>A call that begins and ends before the next one.</summary>
    public void Send(ApiRoute? route, string query = "", int status = 200, object? facts = null, int? retryAfter = null, string application = Application, string path = "/api", string method = "GET") =>
        End(Begin(route, query, application, path, method), status, facts, retryAfter);

    /// <summary>A page that is answered with a nextLink, or is the last one.</summary>
    public void Fetch(string query, string? nextLink, int status = 200) => Send(Inventory, query, status, status == 200 ? Page(nextLink) : null);

    public Report Report() => _observer.Report("default", Now);

    /// <summary>How often a kind was found.</summary>
    public long CountOf(FindingKind kind) => Report().Findings.Where(finding => finding.Id == kind.Id && finding.Summary == kind.Summary).Sum(finding => finding.Count);

    /// <summary>The ids of the requests that prove a kind.</summary>
    public IEnumerable<long> ProofOf(FindingKind kind) =>
        Report().Findings.Single(finding => finding.Id == kind.Id && finding.Summary == kind.Summary).Requests.Select(request => request.Id);

    public static PageFacts Page(string? nextLink, int first = 0, int count = 10, int total = 100, int size = 50_000, bool hasTop = false) =>
        new(Samples.Mark(Samples.DefaultMark), first, count, total, size, hasTop, nextLink);

    /// <summary>A window of rows by $top and $skip.</summary>
    public static PageFacts Window(int first, int size, int total) => Page(nextLink: null, first, Math.Min(size, total - first), total, size, hasTop: true);

    /// <summary>A path with a skip token, as in a nextLink.</summary>
    public static string Link(int line, string rest = "pagesize=10&", int file = 0) => "/api/machines/SoftwareInventoryByMachine" + Query(line, rest, file);

    /// <summary>A query with a skip token, as in a nextLink.</summary>
    public static string Query(int line, string rest = "pagesize=10&", int file = 0, string mark = Samples.DefaultMark)
    {
        SnapshotMark.TryParse(mark, out var at).ShouldBeTrue();
        return $"?{rest}$skiptoken={new SkipToken(at, file, line).Encode().Replace("=", "%3D", StringComparison.Ordinal)}";
    }
}
