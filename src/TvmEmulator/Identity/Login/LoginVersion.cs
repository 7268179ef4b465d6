namespace TvmEmulator.Identity.Login;

/// <summary>The two generations of the login service's endpoints.</summary>
internal enum LoginVersion
{
    /// <summary><c>/oauth2/token</c>: asks for a <c>resource</c>.</summary>
    V1,

    /// <summary><c>/oauth2/v2.0/token</c>: asks for a <c>scope</c>.</summary>
    V2,
}
