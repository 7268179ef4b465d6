using TvmEmulator.Api;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Identity.Login;

/// <summary><c>POST /{tenant}/oauth2/token</c> and <c>POST /{tenant}/oauth2/v2.0/token</c>: a token for an application, or for a user with a password.</summary>
internal sealed class TokenEndpoints(TokenIssuer issuer, LinkBase links)
{
    private static readonly ApiRoute Token = new("Token", RouteKind.Token, Permission: null, Quota: null);

    /// <summary>Maps both routes, for all methods: the wrong ones are answered in the login service's own words.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/{tenant}/oauth2/token", context => AnswerAsync(context, LoginVersion.V1)).WithMetadata(Token);
        routes.Map("/{tenant}/oauth2/v2.0/token", context => AnswerAsync(context, LoginVersion.V2)).WithMetadata(Token);
    }

    private async Task AnswerAsync(HttpContext context, LoginVersion version)
    {
        var exchange = context.Exchange();
        var tenant = (string)context.GetRouteValue("tenant")!;
        var (grant, refusal) = await ReadAsync(context, version, tenant);
        if (grant is null)
        {
            await LoginAnswer.RefuseAsync(context, refusal!);
            return;
        }

        var token = await issuer.MintAsync(exchange.World, grant, links.LoginBase(context.Request), context.RequestAborted);
        exchange.World.IsEstablished = true;
        exchange.Facts = new TokenFacts(Caller.NameOf(grant.Application));
        if (version == LoginVersion.V1)
            await LoginAnswer.WriteOnceAsync(context, TokenAnswerV1.Of(token, grant.Audience), LoginJson.Relaxed.TokenAnswerV1);
        else
            await LoginAnswer.WriteOnceAsync(context, TokenAnswerV2.Of(token), LoginJson.Relaxed.TokenAnswerV2);
    }

    private static async Task<(TokenGrant? Grant, LoginRefusal? Refusal)> ReadAsync(HttpContext context, LoginVersion version, string tenant)
    {
        if (TenantName.Read(tenant) is null)
            return (null, LoginRefusal.InvalidTenant(tenant));
        if (!HttpMethods.IsPost(context.Request.Method))
            return (null, LoginRefusal.WrongMethod(context.Request.Method));
        return new GrantRequest(await TokenForm.ReadAsync(context.Request), version, context.Exchange().World, tenant).Read();
    }
}
