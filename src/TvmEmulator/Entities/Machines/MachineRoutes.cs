using TvmEmulator.Api;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Software;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Machines;

/// <summary>
/// <c>GET /api/machines</c>: the devices. Below <c>/api/machines/{id}</c> one of them, by id or name, with its software, CVEs and missing updates. The
/// assessments' routes stand beside <c>{id}</c> and go before it.
/// </summary>
internal sealed class MachineRoutes(EmulatorOptions options, LinkBase links, IReadOnlyList<Assessment> assessments)
{
    private const string Path = "/api/machines";

    private static readonly ApiRoute List = ApiRoute.OfDocument("Machines", Permission.Machine);
    private static readonly ApiRoute ById = ApiRoute.OfDocument("MachineById", Permission.Machine);
    private static readonly ApiRoute Software = ApiRoute.OfDocument("MachineSoftware", Permission.Software);
    private static readonly ApiRoute MissingUpdates = ApiRoute.OfDocument("MachineMissingKbs", Permission.Software with { IsForApplicationsOnly = true });
    private static readonly ApiRoute Vulnerabilities =
        ApiRoute.OfDocument("MachineVulnerabilities", Permission.Vulnerability) with { Quota = QuotaLimits.MachineVulnerabilities };

    // The page's context names no set; the newer edition resolves in the metadata (contract: get-machine-by-id).
    private readonly string? _contextOfOne = options.Contract == ContractEdition.Edition2021 ? "Machine" : null;

    private readonly EntityList<MachineRow> _machines = new(MachineShape.Of(options.Contract), "Machines");
    private readonly EntityList<SoftwareRow> _software = new(SoftwareShape.Of(options.Contract), "Software");
    private readonly EntityList<VulnerabilityRow> _vulnerabilities =
        new(VulnerabilityShape.Of(options.Contract), VulnerabilityShape.ContextOf(options.Contract));

    private readonly EntityList<MissingKb> _missingKbs = new(MissingKbShape.Of(options.Contract), MissingKbShape.Context);

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var machine = MachineById.Finder(assessments);
        routes.MapGet(Path, AnswerListAsync).WithMetadata(List);
        routes.MapGet($"{Path}/{{id}}", machine.Then(AnswerOneAsync)).WithMetadata(ById);
        routes.MapGet($"{Path}/{{id}}/software", machine.Then(AnswerSoftwareAsync)).WithMetadata(Software);
        routes.MapGet($"{Path}/{{id}}/vulnerabilities", machine.Then(AnswerVulnerabilitiesAsync)).WithMetadata(Vulnerabilities);
        routes.MapGet($"{Path}/{{id}}/getmissingkbs", machine.Then(AnswerMissingKbsAsync)).WithMetadata(MissingUpdates);
    }

    private static string PathOf(Snapshot snapshot, int place, string rest) => $"{Path}/{DeviceNames.IdOf(snapshot.DeviceAt(place))}/{rest}";

    private async Task AnswerListAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var devices = await snapshot.DeviceTableAsync().WaitAsync(context.RequestAborted);
        var counts = await MachineCounts.ToExpandAsync(context, snapshot);
        var rows = new LazyRows<MachineRow>(snapshot.Devices, place => new MachineRow(snapshot, devices, place, counts));
        await _machines.AnswerAsync(context, links.ApiBase(context.Request), Path, rows);
    }

    private async Task AnswerOneAsync(HttpContext context, Snapshot snapshot, int place)
    {
        var devices = await snapshot.DeviceTableAsync().WaitAsync(context.RequestAborted);
        var counts = await MachineCounts.ToExpandAsync(context, snapshot);
        await _machines.AnswerEntityAsync(context, links.ApiBase(context.Request), new MachineRow(snapshot, devices, place, counts), _contextOfOne);
    }

    private async Task AnswerSoftwareAsync(HttpContext context, Snapshot snapshot, int place)
    {
        var table = await snapshot.SoftwareTableAsync().WaitAsync(context.RequestAborted);
        IReadOnlyList<SoftwareRow> rows = [.. snapshot.ProductsOn(place).Select(product => new SoftwareRow(snapshot, product, table.Of(product)))];
        await _software.AnswerAsync(context, links.ApiBase(context.Request), PathOf(snapshot, place, "software"), rows);
    }

    private async Task AnswerVulnerabilitiesAsync(HttpContext context, Snapshot snapshot, int place)
    {
        await snapshot.CvesAsync().WaitAsync(context.RequestAborted);
        IReadOnlyList<VulnerabilityRow> rows = [.. snapshot.CvesOn(place).Select(cve => new VulnerabilityRow(snapshot, cve))];
        await _vulnerabilities.AnswerAsync(context, links.ApiBase(context.Request), PathOf(snapshot, place, "vulnerabilities"), rows);
    }

    private Task AnswerMissingKbsAsync(HttpContext context, Snapshot snapshot, int place) => _missingKbs.AnswerAsync(
        context, links.ApiBase(context.Request), PathOf(snapshot, place, "getmissingkbs"), snapshot.MissingKbsOn(place));
}
