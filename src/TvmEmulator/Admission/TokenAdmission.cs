using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Admission;

/// <summary>
/// Lets a request below <c>/api</c> pass when it carries what the auth mode asks for. It stands behind the choice of a route, because some
/// need no token, and before every answer: an unknown route without a token is a 401, as behind the service's gateway.
/// </summary>
internal sealed class TokenAdmission(RequestDelegate next, EmulatorOptions options)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (options.Auth == AuthMode.Off
            || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || context.Exchange().Route is { Permission: null })
        {
            return next(context);
        }

        var refusal = Check(context.Request.Headers.Authorization.ToString());
        if (refusal is null)
            return next(context);

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorEnvelope.WriteAsync(context, refusal);
    }

    private static Refusal? Check(string authorization)
    {
        if (authorization.Length == 0)
            return Refusal.Unauthorized("Authorization header is missing", "send 'Authorization: Bearer <token>'; with --auth lenient any token will do");
        // Header values arrive trimmed: of "Bearer " only the name is left.
        if (authorization.Equals(Scheme.TrimEnd(), StringComparison.OrdinalIgnoreCase))
            return Refusal.Unauthorized("Bearer token is empty", "the Authorization header ends after 'Bearer'");
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? null
            : Refusal.Unauthorized("Authorization header is not a Bearer token", "the Authorization header must begin with 'Bearer '");
    }
}
