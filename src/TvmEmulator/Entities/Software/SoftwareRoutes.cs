using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Software;

/// <summary>
/// <c>GET /api/Software</c>: the products that devices have. Below <c>/api/Software/{id}</c> one of them, with its devices, CVEs and missing updates.
/// </summary>
internal sealed class SoftwareRoutes(EmulatorOptions options, LinkBase links)
{
    private const string Path = "/api/Software";

    private static readonly ApiRoute List = ApiRoute.OfDocument("Software", Permission.Software);
    private static readonly ApiRoute ById = ApiRoute.OfDocument("SoftwareById", Permission.Software);
    private static readonly ApiRoute References = ApiRoute.OfDocument("SoftwareMachineReferences", Permission.Software);
    private static readonly ApiRoute Vulnerabilities = ApiRoute.OfDocument("SoftwareVulnerabilities", Permission.Vulnerability);
    private static readonly ApiRoute MissingUpdates = ApiRoute.OfDocument("SoftwareMissingKbs", Permission.Software);

    private readonly EntityList<SoftwareRow> _software = new(SoftwareShape.Of(options.Contract), "Software");
    private readonly EntityList<MachineRow> _references =
        new(MachineReferenceShape.Of(options.Contract), MachineReferenceShape.ContextOf(options.Contract));

    private readonly EntityList<VulnerabilityRow> _vulnerabilities =
        new(VulnerabilityShape.Of(options.Contract), VulnerabilityShape.ContextOf(options.Contract));

    private readonly EntityList<MissingKb> _missingKbs = new(MissingKbShape.Of(options.Contract), MissingKbShape.Context);

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, AnswerListAsync).WithMetadata(List);
        routes.MapGet($"{Path}/{{id}}", SoftwareById.Finder.Then(AnswerOneAsync)).WithMetadata(ById);
        routes.MapGet($"{Path}/{{id}}/machineReferences", SoftwareById.Finder.Then(AnswerReferencesAsync)).WithMetadata(References);
        routes.MapGet($"{Path}/{{id}}/vulnerabilities", SoftwareById.Finder.Then(AnswerVulnerabilitiesAsync)).WithMetadata(Vulnerabilities);
        routes.MapGet($"{Path}/{{id}}/getmissingkbs", SoftwareById.Finder.Then(AnswerMissingKbsAsync)).WithMetadata(MissingUpdates);
    }

    private static string PathOf(Product product, string rest) => $"{Path}/{Uri.EscapeDataString(product.Id)}/{rest}";

    private async Task AnswerListAsync(HttpContext context)
    {
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        await snapshot.CvesAsync().WaitAsync(context.RequestAborted);
        var table = await snapshot.SoftwareTableAsync().WaitAsync(context.RequestAborted);
        IReadOnlyList<SoftwareRow> rows = [.. table.Installed.Select(product => new SoftwareRow(snapshot, product, table.Of(product)))];
        await _software.AnswerAsync(context, links.ApiBase(context.Request), Path, rows);
    }

    private async Task AnswerOneAsync(HttpContext context, Snapshot snapshot, Product product)
    {
        await snapshot.CvesAsync().WaitAsync(context.RequestAborted);
        var table = await snapshot.SoftwareTableAsync().WaitAsync(context.RequestAborted);
        await _software.AnswerEntityAsync(context, links.ApiBase(context.Request), new SoftwareRow(snapshot, product, table.Of(product)));
    }

    private async Task AnswerReferencesAsync(HttpContext context, Snapshot snapshot, Product product)
    {
        var devices = await snapshot.DeviceTableAsync().WaitAsync(context.RequestAborted);
        var places = await FleetPass.RunAsync(() => snapshot.PlacesWith(product, context.RequestAborted), context.RequestAborted);
        var rows = MachineRow.At(snapshot, devices, places);
        await _references.AnswerAsync(context, links.ApiBase(context.Request), PathOf(product, "machineReferences"), rows);
    }

    private async Task AnswerVulnerabilitiesAsync(HttpContext context, Snapshot snapshot, Product product)
    {
        await snapshot.CvesAsync().WaitAsync(context.RequestAborted);
        IReadOnlyList<VulnerabilityRow> rows = [.. snapshot.InstalledCvesOf(product).Select(cve => new VulnerabilityRow(snapshot, cve))];
        await _vulnerabilities.AnswerAsync(context, links.ApiBase(context.Request), PathOf(product, "vulnerabilities"), rows);
    }

    private async Task AnswerMissingKbsAsync(HttpContext context, Snapshot snapshot, Product product)
    {
        await snapshot.CvesAsync().WaitAsync(context.RequestAborted);
        var rows = await FleetPass.RunAsync(() => snapshot.MissingKbsOf(product, context.RequestAborted), context.RequestAborted);
        await _missingKbs.AnswerAsync(context, links.ApiBase(context.Request), PathOf(product, "getmissingkbs"), rows);
    }
}
