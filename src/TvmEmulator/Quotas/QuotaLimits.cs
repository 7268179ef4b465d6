namespace TvmEmulator.Quotas;

/// <summary>How often an application may call a route of the API.</summary>
/// <param name="PerMinute">Calls within 60 seconds.</param>
/// <param name="PerHour">Calls within an hour.</param>
internal readonly record struct QuotaLimits(int PerMinute, int PerHour)
{
    /// <summary>A route with pages of rows (contract: get-assessment-software-inventory).</summary>
    public static QuotaLimits Pages { get; } = new(30, 1000);

    /// <summary>A route that answers with links to files (contract: get-assessment-software-inventory).</summary>
    public static QuotaLimits Exports { get; } = new(5, 20);

    /// <summary>Machines, and routes with no published limit (contract: get-machines; chosen for the others).</summary>
    public static QuotaLimits General { get; } = new(100, 1500);

    /// <summary>The vulnerabilities of a machine (contract: get-discovered-vulnerabilities).</summary>
    public static QuotaLimits MachineVulnerabilities { get; } = new(50, 1500);

    /// <summary>The limit of a minute.</summary>
    public QuotaWindow Minute => new(PerMinute, TimeSpan.FromMinutes(1));

    /// <summary>The limit of an hour.</summary>
    public QuotaWindow Hour => new(PerHour, TimeSpan.FromHours(1));

    /// <summary>So many times as many calls, rounded down; never fewer than one.</summary>
    public QuotaLimits Times(decimal factor) => new(Scaled(PerMinute, factor), Scaled(PerHour, factor));

    private static int Scaled(int calls, decimal factor) => (int)Math.Clamp(calls * factor, 1, int.MaxValue);
}
