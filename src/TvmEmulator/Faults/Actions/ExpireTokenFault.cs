using System.Text.Json;
using TvmEmulator.Admission;
using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>A token stops to be taken after so many calls; the next token is taken again.</summary>
/// <param name="AfterCalls">Calls that a token is good for.</param>
internal sealed record ExpireTokenFault(int AfterCalls) : AnsweringFault
{
    public override string Kind => "expire-token";

    public override string Done => $"treated the token as expired after {AfterCalls} calls";

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page or RouteKind.Export or RouteKind.Document;

    public override Task AnswerAsync(HttpContext context, ContractEdition edition, string hint)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorEnvelope.WriteAsync(context, AdmissionRefusal.Expired(TimeSpan.Zero) with { Reason = hint });
    }

    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteNumber("afterCalls", AfterCalls);
}
