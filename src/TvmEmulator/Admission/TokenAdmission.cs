using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Admission;

/// <summary>
/// Lets a request below <c>/api</c> pass when it carries what the auth mode asks for. It stands behind the choice of a route, because some
/// need no token, and before every answer: an unknown route without a token is a 401, as behind the service's gateway.
/// </summary>
internal sealed class TokenAdmission(RequestDelegate next, EmulatorOptions options, LinkBase links)
{
    private const string Scheme = "Bearer ";

    private readonly bool _isStrict = options.Auth == AuthMode.Strict;

    public Task InvokeAsync(HttpContext context)
    {
        if (options.Auth == AuthMode.Off
            || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || context.Exchange().Route is { Permission: null })
        {
            return next(context);
        }

        var refusal = RefuseHeader(context.Request.Headers.Authorization.ToString()) ?? RefuseCaller(context);
        if (refusal is null)
            return next(context);

        if (refusal.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorEnvelope.WriteAsync(context, refusal);
    }

    private static Refusal? RefuseHeader(string authorization)
    {
        if (authorization.Length == 0)
            return AdmissionRefusal.NoHeader();
        // Header values arrive trimmed: of "Bearer " only the name is left.
        if (authorization.Equals(Scheme.TrimEnd(), StringComparison.OrdinalIgnoreCase))
            return AdmissionRefusal.NoToken();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? null : AdmissionRefusal.NoBearer();
    }

    /// <summary>
    /// A token is valid until <c>exp</c>. <c>nbf</c> is not judged: a token of ours from the future was issued before its world's clock was set
    /// back by a reset, and goes on working.
    /// </summary>
    private Refusal? RefuseCaller(HttpContext context)
    {
        var exchange = context.Exchange();
        var caller = exchange.Caller;
        if (caller.IsForged)
            return AdmissionRefusal.Forged();
        if (!caller.IsOurs)
            return _isStrict ? AdmissionRefusal.NotOurs() : null;

        var now = exchange.World.Time.GetUtcNow();
        if (now >= caller.Expires)
            return AdmissionRefusal.Expired(now - caller.Expires);
        if (!IsAccepted(caller.Audience, context.Request))
            return AdmissionRefusal.WrongAudience(caller.Audience);
        return exchange.Route?.Permission is { } permission && !permission.IsHeldBy(caller) ? AdmissionRefusal.Missing(permission, caller) : null;
    }

    private bool IsAccepted(string audience, HttpRequest request) => _isStrict
        ? AcceptedAudiences.IsRequired(audience)
        : AcceptedAudiences.IsKnown(audience) || AcceptedAudiences.IsBase(audience, links.ApiBase(request));
}
