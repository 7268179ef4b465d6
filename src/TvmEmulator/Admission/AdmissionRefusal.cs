using TvmEmulator.Identity;
using TvmEmulator.OData;

namespace TvmEmulator.Admission;

/// <summary>
/// What callers are told that are not let in. The texts of a missing role are the service's own; the others are chosen in its style, because
/// none of them was found in public.
/// </summary>
internal static class AdmissionRefusal
{
    public static Refusal NoHeader() => Refusal.Unauthorized(
        "Authorization header is missing", "send 'Authorization: Bearer <token>'; with --auth lenient any token will do");

    public static Refusal NoBearer() => Refusal.Unauthorized(
        "Authorization header is not a Bearer token", "the Authorization header must begin with 'Bearer '");

    public static Refusal NoToken() => Refusal.Unauthorized("Bearer token is empty", "the Authorization header ends after 'Bearer'");

    public static Refusal Forged() => Refusal.Unauthorized(
        "Bearer token has an invalid signature", "the token names the key of this emulator but does not bear its signature: it was changed or cut on its way");

    public static Refusal NotOurs() => Refusal.Unauthorized(
        "Bearer token is not from a trusted issuer",
        "with --auth strict the token must be from this emulator, since its last start: ask for one at /{tenant}/oauth2/v2.0/token");

    public static Refusal Expired(TimeSpan ago) => Refusal.Unauthorized(
        "Bearer token has expired", $"the token expired {TimeSpan.FromSeconds(Math.Floor(ago.TotalSeconds)):c} ago by the emulator's clock: ask for a new one");

    public static Refusal WrongAudience(string audience) => Refusal.Forbidden(
        $"The audience '{(audience.Length <= 256 ? audience : audience[..256] + "...")}' of the token is not accepted.",
        $"ask for a token with scope {AcceptedAudiences.Required}/.default, or resource {AcceptedAudiences.Required} at the v1 endpoint");

    /// <summary>The caller may do other things only.</summary>
    public static Refusal Missing(Permission permission, Caller caller)
    {
        if (caller.Scopes is not { } scopes)
        {
            return Refusal.Forbidden(
                $"Missing application roles. API required roles: {string.Join(',', permission.Roles)}, application roles: {string.Join(',', caller.Roles)}.",
                $"the token of {caller.Application} lacks the role {string.Join(" or ", permission.Roles)}, which an application needs for this route");
        }

        if (permission.IsForApplicationsOnly)
        {
            return Refusal.Forbidden(
                "The API does not accept tokens of users.",
                $"this route is for applications with the role {string.Join(" or ", permission.Roles)}; the token of {caller.Application} is a user's");
        }

        return Refusal.Forbidden(
            $"Missing user scopes. API required scopes: {string.Join(',', permission.Scopes)}, user scopes: {string.Join(',', scopes)}.",
            $"the token of {caller.Application} lacks the scope {string.Join(" or ", permission.Scopes)}, which its user needs for this route");
    }
}
