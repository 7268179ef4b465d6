using System.Globalization;
using System.Threading.RateLimiting;
using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Quotas;

/// <summary>
/// Refuses a call too many. It stands behind admission, so that a caller without a good token uses up nothing, and before the routes: what a
/// route refuses has been a call.
/// </summary>
internal sealed class QuotaGate(RequestDelegate next, EmulatorOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var exchange = context.Exchange();
        if (exchange.Route is not { Quota: not null } route)
            return next(context);

        var lease = exchange.World.Quotas.Count(route, exchange.Caller.Application);
        return lease.IsAcquired ? next(context) : RefuseAsync(context, exchange, route, lease);
    }

    private Task RefuseAsync(HttpContext context, Exchange exchange, ApiRoute route, RateLimitLease lease)
    {
        lease.TryGetMetadata(QuotaLease.FullWindow, out var window);
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        var free = (exchange.World.Time.GetUtcNow() + wait).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ErrorEnvelope.WriteAsync(context, QuotaRefusal.Of(
            options.Contract,
            window.Calls,
            window.Length,
            seconds,
            $"application {exchange.Caller.Application} has made its {window.Calls} calls of {route.Name} within {window.Length:c}; the next is free at {free}, by service time"));
    }
}
