using TvmEmulator.Worlds;

namespace TvmEmulator.Identity;

/// <summary>The tenant in the path of the login service: a GUID, a domain, or one of the names that stand for "whichever tenant the user is from".</summary>
internal static class TenantName
{
    /// <summary>The name of the world that a path segment stands for; null when it can be no tenant.</summary>
    public static string? Read(string? segment)
    {
        if (segment is null || !WorldRegistry.IsName(segment))
            return null;
        return IsAnyTenant(segment) ? WorldRegistry.DefaultName : segment;
    }

    private static bool IsAnyTenant(string segment) =>
        segment.Equals("common", StringComparison.OrdinalIgnoreCase) || segment.Equals("organizations", StringComparison.OrdinalIgnoreCase);
}
