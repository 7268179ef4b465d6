namespace TvmEmulator.Tls;

/// <summary>The names under which the service is reached, of all its eras and regions (contract: protocol 5.1; eu3 as public clients use it).</summary>
internal static class ServiceHosts
{
    /// <summary>Where links of the API lead when the caller used another name.</summary>
    public const string Api = "api.securitycenter.microsoft.com";

    /// <summary>Where login links lead when the caller used another name.</summary>
    public const string Login = "login.microsoftonline.com";

    /// <summary>What the hosts of all storage accounts end with.</summary>
    public const string BlobSuffix = ".blob.core.windows.net";

    private const string GovernmentLogin = "login.microsoftonline.us";
    private const string GovernmentSuffix = ".us";

    private static readonly HashSet<string> Apis = new(
        [
            Api, "api-us.securitycenter.microsoft.com", "api-eu.securitycenter.microsoft.com", "api-uk.securitycenter.microsoft.com",
            "api.security.microsoft.com", "us.api.security.microsoft.com", "eu.api.security.microsoft.com", "eu3.api.security.microsoft.com",
            "uk.api.security.microsoft.com", "au.api.security.microsoft.com", "swa.api.security.microsoft.com", "ina.api.security.microsoft.com",
            "aea.api.security.microsoft.com",
            "api.securitycenter.windows.com", "api-us.securitycenter.windows.com", "api-eu.securitycenter.windows.com", "api-uk.securitycenter.windows.com",
            "api-gcc.securitycenter.microsoft.us", "api-gov.securitycenter.microsoft.us",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Logins = new([Login, "login.windows.net", GovernmentLogin], StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts of the API and of the login service.</summary>
    public static IEnumerable<string> ApisAndLogins => [.. Apis, .. Logins];

    /// <summary>Whether a name is one of the API's.</summary>
    public static bool IsApi(string host) => Apis.Contains(host);

    /// <summary>Whether a name is one of the login service's.</summary>
    public static bool IsLogin(string host) => Logins.Contains(host);

    /// <summary>The storage account whose own host this is; null when it is none.</summary>
    public static string? AccountOf(string host)
    {
        if (!host.EndsWith(BlobSuffix, StringComparison.OrdinalIgnoreCase))
            return null;

        var account = host[..^BlobSuffix.Length];
        return account.Length > 0 && account.All(char.IsAsciiLetterOrDigit) ? account.ToLowerInvariant() : null;
    }

    /// <summary>The login host that belongs to a host: itself, or that of its cloud.</summary>
    public static string LoginFor(string host)
    {
        if (IsLogin(host))
            return host;
        return IsApi(host) && host.EndsWith(GovernmentSuffix, StringComparison.OrdinalIgnoreCase) ? GovernmentLogin : Login;
    }
}
