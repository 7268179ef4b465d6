using System.Globalization;
using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Entities.Software;

/// <summary><c>GET /api/Software/{id}/distributions</c>: how the installations of a product spread over its versions.</summary>
internal sealed class DistributionRoutes(EmulatorOptions options, LinkBase links)
{
    private static readonly ApiRoute Distributions = ApiRoute.OfDocument("SoftwareDistributions", Permission.Software);

    // The page's context resolves in no metadata; the newer edition names the type (contract: get-software-ver-distribution).
    private readonly string _context = options.Contract == ContractEdition.Edition2021
        ? "Distributions"
        : $"Collection({ODataAnswer.Namespace}.PublicDistributionDto)";

    /// <summary>Maps the route, also under the name that the service's swagger document has for it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/Software/{id}/distributions", AnswerAsync).WithMetadata(Distributions);
        routes.MapGet("/api/Software/{id}/distribution", AnswerAsync).WithMetadata(Distributions);
    }

    private Task AnswerAsync(HttpContext context) => QueryParameters.Parse(context.Request.QueryString).RefuseOptionsExcept() is { } unsupported
        ? ErrorEnvelope.WriteAsync(context, unsupported)
        : SoftwareById.Finder.Then(AnswerDistributionAsync)(context);

    private Task AnswerDistributionAsync(HttpContext context, Snapshot snapshot, Product product)
    {
        var body = ODataAnswer.Head(context, links.ApiBase(context.Request), _context, "value").Raw("[");
        var separator = "";
        foreach (var (version, installations, weaknesses) in snapshot.Distribution(product))
        {
            body.Raw(separator).Raw("{\"version\":").String(version)
                .Raw(string.Create(CultureInfo.InvariantCulture, $",\"installations\":{installations},\"vulnerabilities\":{weaknesses}}}"));
            separator = ",";
        }

        return ODataAnswer.WriteAsync(context, body.Raw("]}"));
    }
}
