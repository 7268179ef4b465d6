using TvmEmulator.Admission;
using TvmEmulator.Api;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.OData;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>POST /_emulator/tokens</c>: a token with any roles, audience and lifetime, also such as the token endpoints would never give.</summary>
internal sealed class TokenRoutes(ControlWorld worlds, TokenIssuer issuer, LinkBase links)
{
    // Whose a token is when nobody says so.
    private const string Application = "control-api";

    private const int MostCharacters = 1024;
    private const int MostNames = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/_emulator/tokens", worlds.Writes(MintAsync));

    private async Task MintAsync(HttpContext context, World world)
    {
        var body = await ControlBody.ReadAsync(context);
        var order = ReadOrder(body);
        if (body.Refuse() is { } refusal)
            await ControlAnswer.RefuseAsync(context, refusal);
        else if (order is { Roles: not null, Scopes: not null })
            await ControlAnswer.RefuseAsync(context, Refusal.BadRequest("roles are an application's and scopes a user's: they cannot stand together."));
        else
            await MintAsync(context, world, order);
    }

    private async Task MintAsync(HttpContext context, World world, TokenOrder order)
    {
        var grant = new TokenGrant(order.Application ?? Application, order.Audience ?? AcceptedAudiences.Required)
        {
            Roles = order.Roles ?? Permission.AllRoles,
            Scopes = order.Scopes,
            Lifetime = order.ExpiresIn ?? TokenGrant.UsualLifetime,
        };
        var token = await issuer.MintAsync(world, grant, links.LoginBase(context.Request), context.RequestAborted);
        await ControlAnswer.WriteAsync(context, new MintedToken(token.Text, token.Lifetime), ControlAnswer.Json.MintedToken);
    }

    internal static TokenOrder ReadOrder(ControlBody body) => new(
        Name(body, "application"),
        Name(body, "audience"),
        Names(body, "roles"),
        Names(body, "scopes"),
        Lifetime(body));

    private static TimeSpan? Lifetime(ControlBody body)
    {
        var lifetime = body.Duration("expiresIn");
        if (lifetime < TimeSpan.FromSeconds(1) || lifetime > Longest)
            body.Note("expiresIn", $"{DurationText.Needed} from a second to {Longest.TotalDays} days");
        return lifetime;
    }

    private static string? Name(ControlBody body, string member)
    {
        var name = body.Text(member);
        if (name is { Length: 0 or > MostCharacters })
            body.Note(member, $"a text of 1 to {MostCharacters} characters");
        return name;
    }

    private static IReadOnlyList<string>? Names(ControlBody body, string member)
    {
        var names = body.Texts(member);
        if (names is { Count: > MostNames } || (names?.Any(name => name.Length is 0 or > MostCharacters) ?? false))
            body.Note(member, $"a list of at most {MostNames} texts of 1 to {MostCharacters} characters");
        return names;
    }
}
