using System.Globalization;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;

namespace TvmEmulator.Api;

/// <summary><c>GET /api/Software/{id}/distributions</c>: how the installations of a product spread over its versions.</summary>
internal sealed class SoftwareRoutes(EmulatorOptions options, LinkBase links)
{
    private static readonly ApiRoute Distributions = new("SoftwareDistributions", RouteKind.Document, Permission.Software, QuotaLimits.General);

    // The page's context resolves in no metadata; the newer edition names the type (contract: get-software-ver-distribution).
    private readonly string _context = options.Contract == ContractEdition.Edition2021
        ? "Distributions"
        : $"Collection({ODataAnswer.Namespace}.PublicDistributionDto)";

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/Software/{id}/distributions", AnswerDistributionsAsync).WithMetadata(Distributions);

    private async Task AnswerDistributionsAsync(HttpContext context)
    {
        if (QueryParameters.Parse(context.Request.QueryString).RefuseOptionsExcept() is { } unsupported)
        {
            await ErrorEnvelope.WriteAsync(context, unsupported);
            return;
        }

        var id = (string)context.GetRouteValue("id")!;
        var snapshot = await context.Exchange().World.Snapshots.NewestAsync(context.RequestAborted);
        var product = snapshot.Tenant.Catalog.Find(id);
        var versions = product is null ? [] : snapshot.Distribution(product);
        if (versions.Count == 0)
        {
            var reason = product is null
                ? $"no software has the id '{id}'; ids look like microsoft-_-edge, GET /_emulator names one"
                : $"no device has '{product.Id}' in snapshot {snapshot.Mark}";
            await ErrorEnvelope.WriteAsync(context, Refusal.ResourceNotFound($"Software {id} was not found", reason));
            return;
        }

        var body = ODataAnswer.Head(context, links.ApiBase(context.Request), _context, "value").Raw("[");
        var separator = "";
        foreach (var (version, installations, weaknesses) in versions)
        {
            body.Raw(separator).Raw("{\"version\":").String(version)
                .Raw(string.Create(CultureInfo.InvariantCulture, $",\"installations\":{installations},\"vulnerabilities\":{weaknesses}}}"));
            separator = ",";
        }

        await ODataAnswer.WriteAsync(context, body.Raw("]}"));
    }
}
