namespace TvmEmulator.Quotas;

/// <summary>How often an application may call a route of the API.</summary>
/// <param name="PerMinute">Calls within 60 seconds.</param>
/// <param name="PerHour">Calls within an hour; at least as many.</param>
internal readonly record struct QuotaLimits(int PerMinute, int PerHour)
{
    /// <summary>A route with pages of rows (contract: get-assessment-software-inventory).</summary>
    public static QuotaLimits Pages { get; } = new(30, 1000);

    /// <summary>A route that answers with links to files (contract: get-assessment-software-inventory).</summary>
    public static QuotaLimits Exports { get; } = new(5, 20);

    /// <summary>Machines, and routes with no published limit (contract: get-machines; chosen for the others).</summary>
    public static QuotaLimits General { get; } = new(100, 1500);
}
