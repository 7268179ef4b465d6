using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.Worlds;

namespace TvmEmulator.Identity.Login;

/// <summary>
/// A form read as a request for a token: first whether it is complete, then whether the client is who it says it is. Any client is, until its
/// world names some.
/// </summary>
internal sealed class GrantRequest(TokenForm form, LoginVersion version, World world, string tenant)
{
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>What may be issued, or why nothing may.</summary>
    public (TokenGrant? Grant, LoginRefusal? Refusal) Read()
    {
        if (form["grant_type"] is not { } type)
            return (null, LoginRefusal.Missing("grant_type"));
        var isUser = type == "password";
        if (!isUser && type != "client_credentials")
            return (null, LoginRefusal.UnsupportedGrant(type));
        if (form.ClientId is not { } client)
            return (null, LoginRefusal.Missing("client_id"));

        var (asked, refusal) = version == LoginVersion.V1 ? ReadResource() : ReadScope(isUser);
        if (asked is null)
            return (null, refusal);
        if (isUser && (form["username"] is null || form["password"] is null))
            return (null, LoginRefusal.Missing(form["username"] is null ? "username" : "password"));

        var clients = world.Clients;
        var known = clients.Find(candidate => candidate.Id.Equals(client, StringComparison.OrdinalIgnoreCase));
        if (known is null && !clients.IsEmpty)
            return (null, LoginRefusal.UnknownClient(client, tenant));
        return RefuseCredential(client, known, isUser) is { } untrusted
            ? (null, untrusted)
            : (GrantTo(client, known, asked, isUser), null);
    }

    /// <summary>v1 asks for all that a resource gives. Entra has a default for it, which opens nothing here.</summary>
    private (AskedScope? Asked, LoginRefusal? Refusal) ReadResource() => form["resource"] is { } resource
        ? (new AskedScope(resource, [AskedScope.Default]), null)
        : (null, LoginRefusal.Missing("resource", form["scope"] is null ? null : "this is the v1 endpoint: send resource, or the scope to /oauth2/v2.0/token"));

    private (AskedScope? Asked, LoginRefusal? Refusal) ReadScope(bool isUser)
    {
        if (form["scope"] is not { } scope)
            return (null, LoginRefusal.Missing("scope", form["resource"] is null ? null : "this is the v2.0 endpoint: send scope, or the resource to /oauth2/token"));
        return AskedScope.Read(scope, isUser) is { } asked ? (asked, null) : (null, LoginRefusal.InvalidScope(scope, isUser));
    }

    private LoginRefusal? RefuseCredential(string client, KnownClient? known, bool isUser)
    {
        if (form.ClientSecret is { } secret)
            return known?.Secret is { } expected && !AreEqual(secret, expected) ? LoginRefusal.WrongSecret(client) : null;
        if (form["client_assertion"] is { } assertion)
            return RefuseAssertion(client, assertion);

        // An app on a user's machine has no secret.
        return isUser && known?.Secret is null ? null : LoginRefusal.NoCredential("send client_secret, or client_assertion with client_assertion_type");
    }

    /// <summary>Nobody here knows the client's certificate, and its clock is not the emulator's: only the names are compared.</summary>
    private LoginRefusal? RefuseAssertion(string client, string assertion)
    {
        if (form["client_assertion_type"] != JwtBearer)
            return LoginRefusal.NoCredential($"client_assertion_type must be {JwtBearer}");
        if (JwtText.Read(assertion) is not { } token)
            return LoginRefusal.MalformedAssertion();
        return client.Equals(token.Claim("iss"), StringComparison.OrdinalIgnoreCase) && client.Equals(token.Claim("sub"), StringComparison.OrdinalIgnoreCase)
            ? null
            : LoginRefusal.AssertionOfAnother(client);
    }

    private TokenGrant GrantTo(string client, KnownClient? known, AskedScope asked, bool isUser)
    {
        var grant = new TokenGrant(client, asked.Audience) { Roles = known?.Roles ?? Permission.AllRoles };
        if (known?.TokenLifetime is { } lifetime)
            grant = grant with { Lifetime = lifetime };
        if (!isUser)
            return grant;

        var scopes = Permission.ScopesOf(grant.Roles)
            .Where(scope => asked.Names.Contains(AskedScope.Default, StringComparer.Ordinal) || asked.Names.Contains(scope, StringComparer.Ordinal));
        return grant with { Scopes = [.. scopes], User = form["username"]! };
    }

    private static bool AreEqual(string secret, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(expected));
}
