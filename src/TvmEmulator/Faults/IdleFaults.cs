using TvmEmulator.Configuration;

namespace TvmEmulator.Faults;

/// <summary>Rules that would never act: downloads go straight to the storage account when export files live there.</summary>
internal static class IdleFaults
{
    private const int MostNames = 5;

    /// <summary>Says which rules they are, and why; null when all can act.</summary>
    public static string? ReasonAmong(IEnumerable<FaultRule> rules, EmulatorOptions options)
    {
        if (options.Blobs is null || rules.Where(rule => rule.IsOnlyAboutFiles).Select(rule => rule.Id).ToList() is not { Count: > 0 } idle)
            return null;

        var names = string.Join(", ", idle.Take(MostNames)) + (idle.Count > MostNames ? $" and {idle.Count - MostNames} more" : "");
        return $"faults of downloads alone: {names}; with --blobs, downloads go to the storage account and never meet a fault";
    }
}
