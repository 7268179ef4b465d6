namespace TvmEmulator.Control;

/// <summary>What a reset has returned to its baseline.</summary>
/// <param name="Worlds">The tenants.</param>
/// <param name="Parts">What of them.</param>
internal sealed record ResetState(IReadOnlyList<string> Worlds, IReadOnlyList<string> Parts);
