using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>200 without a body, in place of a page or a part file.</summary>
internal sealed record EmptyFault : AnsweringFault
{
    public override string Kind => "empty";

    public override bool LosesRows => true;

    public override string Done => "answered 200 with an empty body";

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page or RouteKind.Blob;

    public override Task AnswerAsync(HttpContext context, ContractEdition edition, string hint)
    {
        FaultAnswer.Begin(context, StatusCodes.Status200OK, hint);
        context.Response.ContentType = context.Exchange().Route is { Kind: RouteKind.Blob } ? "application/octet-stream" : ODataAnswer.ContentType;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
