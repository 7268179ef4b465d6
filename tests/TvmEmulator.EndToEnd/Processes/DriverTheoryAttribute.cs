namespace TvmEmulator.EndToEnd.Processes;

/// <summary>A theory that needs what <see cref="DriverFactAttribute"/> needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DriverTheoryAttribute : TheoryAttribute
{
    public DriverTheoryAttribute() => Skip = DriverFactAttribute.SkipReason;
}
