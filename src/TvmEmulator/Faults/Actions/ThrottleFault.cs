using System.Globalization;
using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;

namespace TvmEmulator.Faults.Actions;

/// <summary>429 as for a call too many, whether or not there were too many.</summary>
/// <param name="RetryAfter">Seconds of the Retry-After header; null sends none, as the service once did.</param>
internal sealed record ThrottleFault(int? RetryAfter) : AnsweringFault
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public override string Kind => "throttle";

    public override string Done => RetryAfter is null ? "answered 429 without Retry-After" : $"answered 429 with Retry-After {RetryAfter}";

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page or RouteKind.Export or RouteKind.Document;

    public override Task AnswerAsync(HttpContext context, ContractEdition edition, string hint)
    {
        if (RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var exchange = context.Exchange();
        var limits = exchange.World.Quotas.Settings.LimitsOf(exchange.Route!) ?? exchange.Route!.Quota ?? QuotaLimits.General;
        return ErrorEnvelope.WriteAsync(context, QuotaRefusal.Of(edition, limits.PerMinute, Window, RetryAfter ?? (int)Window.TotalSeconds, hint));
    }

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        if (RetryAfter is { } seconds)
            json.WriteNumber("retryAfter", seconds);
        else
            json.WriteString("retryAfter", "none");
    }
}
