namespace TvmEmulator.UnitTests.Worlds;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class SettableTime : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
