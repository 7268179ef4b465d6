namespace TvmEmulator.EndToEnd.Processes;

/// <summary>A test that needs Azurite or a client in another language: skipped where they are not installed, but never in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DriverFactAttribute : FactAttribute
{
    public DriverFactAttribute() => Skip = SkipReason;

    /// <summary>Why such tests are skipped here; null when they run.</summary>
    public static string? SkipReason { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : Drivers.Missing;
}
