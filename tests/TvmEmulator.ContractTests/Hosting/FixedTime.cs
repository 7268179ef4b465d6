namespace TvmEmulator.ContractTests.Hosting;

/// <summary>A clock that stands still until it is moved, so that links, signatures and correlation ids are the same in every run.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>When all requests of the snapshot tests are made: a while after the newest snapshot, at an odd second.</summary>
    public static DateTimeOffset RequestTime { get; } = new(2026, 6, 30, 9, 41, 27, TimeSpan.Zero);

    /// <summary>What it says.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
