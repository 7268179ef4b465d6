namespace TvmEmulator.Control;

/// <summary>Which snapshots a world has.</summary>
/// <param name="NewestSnapshot">The newest one.</param>
/// <param name="Readable">Those that can be read, the newest first.</param>
internal sealed record SnapshotState(string NewestSnapshot, IReadOnlyList<string> Readable);
