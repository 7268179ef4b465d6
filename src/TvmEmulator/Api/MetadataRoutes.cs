using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Api;

/// <summary>The service document at <c>/api</c> and the metadata document at <c>/api/$metadata</c>; neither needs a token.</summary>
internal sealed class MetadataRoutes(LinkBase links)
{
    private static readonly ApiRoute Metadata = new("Metadata", RouteKind.Document, Permission: null, Quota: null);

    // Written when somebody asks: few do, and starting should not wait for it.
    private readonly Lazy<byte[]> _csdl = new(() => WriteCsdl(ServiceModel.Shared));

    /// <summary>Maps both routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api", AnswerServiceDocumentAsync).WithMetadata(Metadata);
        routes.MapGet("/api/$metadata", AnswerMetadataAsync).WithMetadata(Metadata);
    }

    private async Task AnswerServiceDocumentAsync(HttpContext context)
    {
        var body = new MemoryStream();
        var root = new Uri($"{links.ApiBase(context.Request)}/api/");
        var settings = new ODataMessageWriterSettings
        {
            BaseUri = root,
            ODataUri = new ODataUri { ServiceRoot = root },
            Version = ODataVersion.V4,
            EnableMessageStreamDisposal = false,
        };
        settings.SetContentType(AcceptedFormat.Of(context.Request).ContentType, "utf-8");
        using (var writer = new ODataMessageWriter((IODataResponseMessage)new ODataMessage(body), settings, ServiceModel.Shared))
        {
            var document = ServiceModel.Shared.GenerateServiceDocument();
            document.EntitySets = [.. document.EntitySets.Where(set => ServiceModel.ReadableSets.Contains(set.Name, StringComparer.Ordinal))];
            writer.WriteServiceDocument(document);
        }

        ODataAnswer.Begin(context);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private async Task AnswerMetadataAsync(HttpContext context)
    {
        context.Response.ContentType = "application/xml";
        context.Response.Headers["OData-Version"] = "4.0";
        context.Response.ContentLength = _csdl.Value.Length;
        await context.Response.Body.WriteAsync(_csdl.Value, context.RequestAborted);
    }

    private static byte[] WriteCsdl(IEdmModel model)
    {
        var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors))
                throw new InvalidOperationException($"The model cannot be written: {string.Join("; ", errors)}");
        }

        return body.ToArray();
    }
}
