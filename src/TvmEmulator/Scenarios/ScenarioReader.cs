using System.Globalization;
using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Identity;
using TvmEmulator.Scenarios.Documents;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Scenarios;

/// <summary>Reads a whole scenario. What is wrong anywhere is told at once, each with its line.</summary>
internal static class ScenarioReader
{
    private const int MostClients = 1000;
    private const int MostRoles = 100;
    private const int MostCalls = 1_000_000;
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];
    private static readonly string[] Routes = [.. KnownRoutes.Counted];

    /// <summary>Reads YAML or JSON.</summary>
    /// <param name="text">The document.</param>
    /// <param name="source">What error lines begin with, such as a file's name.</param>
    /// <returns>The scenario; null when something is wrong, and then the errors say what.</returns>
    public static (Scenario? Scenario, IReadOnlyList<string> Errors) Read(string text, string? source = null)
    {
        var errors = new DocumentErrors(source);
        var scenario = DocumentParser.Parse(text, errors) is { } root ? ReadScenario(new ObjectReader(root, "", errors)) : null;
        return errors.IsEmpty ? (scenario, []) : (null, errors.Lines);
    }

    private static Scenario ReadScenario(ObjectReader document)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var scenario = new Scenario(
            document.Objects("clients", MostClients, client => ReadClient(client, ids)),
            document.Object("quotas") is { } quotas ? ReadQuotas(quotas) : null,
            document.Object("clocks") is { } clocks ? ReadClocks(clocks) : null,
            FaultListReader.Read(document),
            document.Object("overlay") is { } overlay ? OverlayReader.Read(overlay) : null);
        document.End();
        return scenario;
    }

    private static KnownClient ReadClient(ObjectReader client, HashSet<string> ids)
    {
        var id = client.Need("id", "roles").Text("id") ?? "";
        if (id.Length > 0 && !ids.Add(id))
            client.Wrong("id", $"{DocumentErrors.Quoted(id)} is the id of a client before it");
        var read = new KnownClient(id, client.Text("secret"), client.Texts("roles", MostRoles) ?? [], client.Parsed<TimeSpan>(
            "tokenLifetime", $"{DurationText.Needed} from 1 second to 1 day", text => DurationText.Parse(text) is { TotalSeconds: >= 1, TotalDays: <= 1 } lifetime ? lifetime : null));
        client.End();
        return read;
    }

    private static ScenarioQuotas ReadQuotas(ObjectReader quotas)
    {
        var isOff = quotas.Flag("off");
        if (isOff)
            quotas.NotBeside("off", "factor", "limits");
        var routes = new HashSet<string>(StringComparer.Ordinal);
        var read = new ScenarioQuotas(isOff, quotas.Number("factor", 0.01m, 1000), quotas.Objects("limits", Routes.Length, limit => ReadLimit(limit, routes)) ?? []);
        quotas.End();
        return read;
    }

    private static ScenarioLimit ReadLimit(ObjectReader limit, HashSet<string> routes)
    {
        limit.Need("route", "perMinute", "perHour");
        var route = limit.OneOf("route", Routes, StringComparison.OrdinalIgnoreCase) ?? "";
        if (route.Length > 0 && !routes.Add(route))
            limit.Wrong("route", $"{route} has a limit before it");
        var perMinute = limit.WholeNumber("perMinute", 1, MostCalls) ?? 1;
        var perHour = limit.WholeNumber("perHour", 1, MostCalls) ?? MostCalls;
        if (perHour < perMinute)
            limit.Wrong("perHour", "cannot be less than perMinute");
        limit.End();
        return new ScenarioLimit(route, (int)perMinute, (int)perHour);
    }

    private static ScenarioClocks ReadClocks(ObjectReader clocks)
    {
        clocks.AtMostOneOf("serviceTime", "advance");
        var read = new ScenarioClocks(
            clocks.Parsed<DateTimeOffset>("serviceTime", "a time yyyy-MM-ddTHH:mm:ssZ from 2000 to 2099", text =>
                DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is >= 2000 and < 2100 ? time : null),
            clocks.Parsed<TimeSpan>(
                "advance",
                $"{DurationText.Needed} of at most {ServiceClock.MostAhead.TotalDays} days",
                text => DurationText.Parse(text) is { } ahead && ahead <= ServiceClock.MostAhead ? ahead : null),
            clocks.Has("freeze") ? clocks.Flag("freeze") : null,
            clocks.Parsed<(bool IsLive, SnapshotMark Mark)>(
                "dataTime",
                $"live or a time yyyy-MM-ddTHH:mmZ from {ValueTexts.OfMark(SnapshotMark.Earliest)} to {ValueTexts.OfMark(SnapshotMark.Latest)}",
                text => text == "live" ? (true, default) : ValueTexts.Mark(text) is { } mark ? (false, mark) : null) is { } dataTime
                ? new ScenarioDataTime(dataTime.IsLive ? null : dataTime.Mark)
                : null);
        clocks.End();
        return read;
    }
}
