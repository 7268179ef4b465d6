using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Pipeline;

/// <summary>A page that was answered.</summary>
/// <param name="Snapshot">Where its rows come from.</param>
/// <param name="First">Its first row in the stream.</param>
/// <param name="Count">Rows of the page.</param>
/// <param name="Total">Rows of the stream.</param>
/// <param name="Size">Rows that a page may have, as asked for or by default.</param>
/// <param name="HasTop">Whether $top was given, so that no nextLink follows.</param>
/// <param name="NextLink">Path and query of the nextLink that was given, without scheme and host; null when there was none.</param>
internal sealed record PageFacts(SnapshotMark Snapshot, int First, int Count, int Total, int Size, bool HasTop, string? NextLink);

/// <summary>Links that were handed out.</summary>
/// <param name="Snapshot">Where the files come from.</param>
/// <param name="Expires">When the links stop to work, by service time.</param>
/// <param name="Names">The blob names, in the order of the files.</param>
internal sealed record ExportFacts(SnapshotMark Snapshot, DateTimeOffset Expires, IReadOnlyList<string> Names);

/// <summary>A request to the storage account, refused or not.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="HasAuthorization">Whether an Authorization header came with it.</param>
/// <param name="IsExpired">Whether its SAS was genuine and had expired.</param>
internal sealed record BlobFacts(string Name, bool HasAuthorization, bool IsExpired);

/// <summary>A token that was handed out.</summary>
/// <param name="Application">Whose it is.</param>
internal sealed record TokenFacts(string Application);
