namespace TvmEmulator.Identity.Tokens;

/// <summary>A token that was issued.</summary>
/// <param name="Text">What goes behind <c>Bearer</c>.</param>
/// <param name="NotBefore">Its <c>nbf</c>: when it was issued.</param>
/// <param name="Expires">Its <c>exp</c>.</param>
internal sealed record IssuedToken(string Text, long NotBefore, long Expires)
{
    /// <summary>Seconds that it works.</summary>
    public long Lifetime => Expires - NotBefore;
}
