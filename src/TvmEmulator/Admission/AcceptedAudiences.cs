using System.Collections.Frozen;

namespace TvmEmulator.Admission;

/// <summary>The audiences that tokens may be for. A slash at the end and letter case do not count.</summary>
internal static class AcceptedAudiences
{
    /// <summary>The one that counts in life, also for the newer hosts (contract: exposed-apis-create-app-webapp, 2026).</summary>
    public const string Required = "https://api.securitycenter.microsoft.com";

    private const string ResourceApplication = "fc780465-2017-40d4-a0c5-307022471b92";

    // Clients ask for all of these; which of them the real service still takes is not known.
    private static readonly FrozenSet<string> Known = new[]
    {
        Required,
        "https://api-us.securitycenter.microsoft.com",
        "https://api-eu.securitycenter.microsoft.com",
        "https://api-uk.securitycenter.microsoft.com",
        "https://api.securitycenter.windows.com",
        "https://api-us.securitycenter.windows.com",
        "https://api-eu.securitycenter.windows.com",
        "https://api-uk.securitycenter.windows.com",
        "https://api.security.microsoft.com",
        "https://us.api.security.microsoft.com",
        "https://eu.api.security.microsoft.com",
        "https://uk.api.security.microsoft.com",
        "https://au.api.security.microsoft.com",
        "https://swa.api.security.microsoft.com",
        "https://ina.api.security.microsoft.com",
        "https://aea.api.security.microsoft.com",
        "https://api-gcc.securitycenter.microsoft.us",
        "https://api-gov.securitycenter.microsoft.us",
        "https://securitycenter.onmicrosoft.com/windowsatpservice",
        ResourceApplication,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an audience is the one that counts.</summary>
    public static bool IsRequired(string audience) => Required.Equals(Bare(audience), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an audience names this service, under any name that clients have for it.</summary>
    public static bool IsKnown(string audience) => Known.Contains(Bare(audience));

    /// <summary>Whether an audience is a base URL: some clients make the one from the other.</summary>
    public static bool IsBase(string audience, string baseUrl) => Bare(baseUrl).Equals(Bare(audience), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string audience) => audience.EndsWith('/') ? audience[..^1] : audience;
}
