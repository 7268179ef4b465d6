namespace TvmEmulator.EndToEnd.Processes;

/// <summary>A theory that needs a <see cref="PrivateNetwork"/> beside what <see cref="DriverFactAttribute"/> needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NetworkTheoryAttribute : TheoryAttribute
{
    public NetworkTheoryAttribute() => Skip = SharedHostMode.SkipReason;
}
