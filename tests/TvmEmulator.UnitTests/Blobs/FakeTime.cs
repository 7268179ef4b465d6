namespace TvmEmulator.UnitTests.Blobs;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class FakeTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 11, 55, 51, 765, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
