namespace TvmEmulator.CommandLine;

/// <summary>What <c>redact</c> is told.</summary>
/// <param name="Folder">Where the files are.</param>
/// <param name="Output">Where the copies go.</param>
/// <param name="Key">What the pseudonyms follow from; null draws a key.</param>
internal sealed record RedactOrder(string Folder, string Output, string? Key);
