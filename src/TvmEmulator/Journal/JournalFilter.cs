namespace TvmEmulator.Journal;

/// <summary>Which entries of a journal are wanted; what is null does not count.</summary>
internal sealed record JournalFilter
{
    /// <summary>A part of the path, in any letter case.</summary>
    public string? Path { get; init; }

    /// <summary>The status.</summary>
    public int? Status { get; init; }

    /// <summary>The application, in any letter case.</summary>
    public string? Caller { get; init; }

    /// <summary>Name of the route, in any letter case.</summary>
    public string? Route { get; init; }

    /// <summary>The most entries.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether an entry is wanted.</summary>
    public bool Takes(JournalEntry entry) =>
        (Path is null || entry.Path.Contains(Path, StringComparison.OrdinalIgnoreCase))
        && (Status is null || entry.Status == Status)
        && (Caller is null || entry.Application.Equals(Caller, StringComparison.OrdinalIgnoreCase))
        && (Route is null || Route.Equals(entry.Route, StringComparison.OrdinalIgnoreCase));
}
