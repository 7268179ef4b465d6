using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Findings;

/// <summary>A recommendation that somebody asked others to follow, and how far they are.</summary>
public sealed record RemediationTask
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is to be done, in one line: the name that the recommendation had.</summary>
    public required string Title { get; init; }

    /// <summary>What is to be done, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>When it was made.</summary>
    public required Moment CreatedOn { get; init; }

    /// <summary>Until when it should be done.</summary>
    public required Moment DueOn { get; init; }

    /// <summary>When it was closed, whatever was left to do; null as long as it is open.</summary>
    public required Moment? CompletedOn { get; init; }

    /// <summary>How urgent it is: <c>Low</c>, <c>Medium</c> or <c>High</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid RequesterId { get; init; }

    /// <summary>The address of who asked for it.</summary>
    public required string RequesterEmail { get; init; }

    /// <summary>What the requester added; null when nothing.</summary>
    public required string? RequesterNotes { get; init; }

    /// <summary>The product; null when it is about a configuration.</summary>
    public required Product? Product { get; init; }

    /// <summary>The configuration; null when it is about a product.</summary>
    public required SecureConfiguration? Configuration { get; init; }

    /// <summary>What is to be done.</summary>
    public required RemediationType Type { get; init; }

    /// <summary>The version to go to; null when there is none.</summary>
    public required string? RecommendedVersion { get; init; }

    /// <summary>The groups of the devices that were to do it, by id.</summary>
    public required IReadOnlyList<string> GroupNames { get; init; }

    /// <summary>How many devices were to do it when the task was made.</summary>
    public required int TargetDevices { get; init; }

    /// <summary>The places of those that still have what was known to be wrong when the task was made, ascending. The others did it, or are gone.</summary>
    public required IReadOnlyList<int> RemainingPlaces { get; init; }

    /// <summary>How many do not have to any more.</summary>
    public int FixedDevices => TargetDevices - RemainingPlaces.Count;

    /// <summary>The recommendation that it came from.</summary>
    public string RecommendationId => Product is not null ? Recommendation.IdOf(Product) : Recommendation.IdOf(Configuration!);
}
