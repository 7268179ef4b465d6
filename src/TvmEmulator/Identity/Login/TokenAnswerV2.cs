using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.Identity.Login;

/// <summary>A token as the v2 endpoint hands it out.</summary>
internal sealed record TokenAnswerV2(string TokenType, long ExpiresIn, long ExtExpiresIn, string AccessToken)
{
    /// <summary>The answer with a token.</summary>
    public static TokenAnswerV2 Of(IssuedToken token) => new("Bearer", token.Lifetime, token.Lifetime, token.Text);
}
