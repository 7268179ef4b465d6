using System.Text.Json.Serialization;

namespace TvmEmulator.Journal;

/// <summary>A request as the journal keeps it: small, and without anything secret.</summary>
internal sealed record JournalEntry
{
    /// <summary>The most characters of a path and of a query that are kept.</summary>
    public const int MostCharacters = 1_024;

    /// <summary>1, 2, 3 ... in the order in which the requests of a world began.</summary>
    public required long Id { get; init; }

    /// <summary>When it began, by service time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Its method.</summary>
    public required string Method { get; init; }

    /// <summary>Its path, decoded, without the API's version.</summary>
    public required string Path { get; init; }

    /// <summary>Its query as it was sent, with the question mark; secrets are masked. Empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>Name of the route; null when there is none.</summary>
    public required string? Route { get; init; }

    /// <summary>Whose token it carried.</summary>
    public required string Application { get; init; }

    /// <summary>Whether the token was made by this emulator.</summary>
    [JsonPropertyName("ownToken")]
    public required bool HasOwnToken { get; init; }

    /// <summary>What was answered: 0 while it is running, 499 when the caller left before the end.</summary>
    public int Status { get; init; }

    /// <summary>Milliseconds from its beginning to its end, by the wall clock.</summary>
    public int DurationMs { get; init; }

    /// <summary>The hint beside a refusal.</summary>
    public string? Hint { get; init; }

    /// <summary>Seconds that a caller was told to wait.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The faults that changed the answer.</summary>
    public IReadOnlyList<string> FaultIds { get; init; } = [];

    /// <summary>The form that was sent to a token endpoint, masked; null for everything else.</summary>
    public string? Body { get; init; }
}
