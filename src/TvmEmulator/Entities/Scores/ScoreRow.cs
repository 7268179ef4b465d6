using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Entities.Scores;

/// <summary>A score of the organization, or of one of its groups.</summary>
internal sealed record ScoreRow(DateTimeOffset Time, decimal Score, RbacGroup? Group = null);
