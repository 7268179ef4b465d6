using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal;

/// <summary>How a request ended.</summary>
/// <param name="Status">What was answered.</param>
/// <param name="Duration">From its beginning to its end, by the wall clock.</param>
internal sealed record CallEnd(int Status, TimeSpan Duration)
{
    /// <summary>The status of a request whose caller left before the end, as proxies write it.</summary>
    public const int CallerLeft = 499;

    /// <summary>The hint beside a refusal.</summary>
    public string? Hint { get; init; }

    /// <summary>Seconds that the caller was told to wait.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The faults that changed the answer.</summary>
    public IReadOnlyList<string> FaultIds { get; init; } = [];

    /// <summary>Whether they only made it late.</summary>
    public bool OnlyDelayed { get; init; }

    /// <summary>Whether they lost rows on the way.</summary>
    public bool HasLostRows { get; init; }

    /// <summary>The form that a token endpoint has read, with its secrets.</summary>
    public string? Form { get; init; }

    /// <summary>The query as it was sent, with its secrets.</summary>
    public string Query { get; init; } = "";

    /// <summary>What was answered, as in <see cref="Exchange.Facts"/>.</summary>
    public object? Facts { get; init; }
}
