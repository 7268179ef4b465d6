using System.Globalization;
using TvmEmulator.Identity.Tokens;

namespace TvmEmulator.Identity.Login;

/// <summary>A token as the v1 endpoint hands it out: all numbers are texts.</summary>
internal sealed record TokenAnswerV1(
    string TokenType, string ExpiresIn, string ExtExpiresIn, string ExpiresOn, string NotBefore, string Resource, string AccessToken)
{
    /// <summary>The answer with a token.</summary>
    public static TokenAnswerV1 Of(IssuedToken token, string resource)
    {
        var lifetime = Text(token.Lifetime);
        return new TokenAnswerV1("Bearer", lifetime, lifetime, Text(token.Expires), Text(token.NotBefore), resource, token.Text);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
