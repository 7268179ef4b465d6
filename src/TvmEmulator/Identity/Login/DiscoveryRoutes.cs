using TvmEmulator.Api;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.Pipeline;
using TvmEmulator.Worlds;

namespace TvmEmulator.Identity.Login;

/// <summary>
/// What the login service says about itself: the OpenID configuration of a tenant, the keys that tokens are signed with, and which hosts belong
/// together. Libraries ask for it before they ask for a token.
/// </summary>
internal sealed class DiscoveryRoutes(SigningKeySource keys, WorldRegistry worlds, LinkBase links)
{
    private static readonly ApiRoute Discovery = new("Discovery", RouteKind.Token, Permission: null, Quota: null);

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        MapGet(routes, "/{tenant}/.well-known/openid-configuration", (context, tenant) => AnswerConfigurationAsync(context, tenant, LoginVersion.V1));
        MapGet(routes, "/{tenant}/v2.0/.well-known/openid-configuration", (context, tenant) => AnswerConfigurationAsync(context, tenant, LoginVersion.V2));
        MapGet(routes, "/{tenant}/discovery/keys", (context, _) => AnswerKeysAsync(context));
        MapGet(routes, "/{tenant}/discovery/v2.0/keys", (context, _) => AnswerKeysAsync(context));
        MapGet(routes, "/{tenant}/discovery/instance", AnswerInstanceAsync);
        // The configuration names it, because libraries insist.
        MapGet(routes, "/{tenant}/oauth2/authorize", RefuseSignInAsync);
        MapGet(routes, "/{tenant}/oauth2/v2.0/authorize", RefuseSignInAsync);
    }

    private static void MapGet(IEndpointRouteBuilder routes, string path, Func<HttpContext, string, Task> answer) =>
        routes.MapGet(path, context =>
        {
            var tenant = (string)context.GetRouteValue("tenant")!;
            return TenantName.Read(tenant) is null ? LoginAnswer.RefuseAsync(context, LoginRefusal.InvalidTenant(tenant)) : answer(context, tenant);
        }).WithMetadata(Discovery);

    private static Task RefuseSignInAsync(HttpContext context, string tenant) => LoginAnswer.RefuseAsync(context, LoginRefusal.InteractiveSignIn());

    private Task AnswerConfigurationAsync(HttpContext context, string tenant, LoginVersion version)
    {
        var id = worlds.IdOf(TenantName.Read(tenant)!);
        return LoginAnswer.WriteAsync(context, OpenIdConfiguration.Of(links.LoginBase(context.Request), tenant, id, version), LoginJson.Relaxed.OpenIdConfiguration);
    }

    private async Task AnswerKeysAsync(HttpContext context) =>
        await LoginAnswer.WriteAsync(context, KeySet.Of(await keys.GetAsync(context.RequestAborted)), LoginJson.Relaxed.KeySet);

    /// <summary>
    /// The tenant that the answer leads to is the one of the query's <c>authorization_endpoint</c>; libraries ask at <c>/common</c> for all of them,
    /// and would go on to <c>/common</c> if it were the path's.
    /// </summary>
    private Task AnswerInstanceAsync(HttpContext context, string tenant)
    {
        var version = LoginVersion.V2;
        if (context.Request.Query["authorization_endpoint"].ToString() is { Length: > 0 } endpoint)
        {
            if (AuthorizationEndpoint.Read(endpoint) is not { } asked)
                return LoginAnswer.RefuseAsync(context, LoginRefusal.UnknownInstance());
            if (TenantName.Read(asked.Tenant) is null)
                return LoginAnswer.RefuseAsync(context, LoginRefusal.InvalidTenant(asked.Tenant));
            (tenant, version) = asked;
        }

        var apiVersion = context.Request.Query["api-version"] == "1.0" ? "1.0" : "1.1";
        return LoginAnswer.WriteAsync(context, InstanceMetadata.Of(links.LoginBase(context.Request), tenant, version, apiVersion), LoginJson.Relaxed.InstanceMetadata);
    }
}
