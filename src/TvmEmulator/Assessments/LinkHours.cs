using TvmEmulator.Configuration;

namespace TvmEmulator.Assessments;

/// <summary>How many hours the links of an export are valid.</summary>
/// <param name="Usual">When the caller does not say.</param>
/// <param name="Most">The most that a caller can ask for.</param>
internal readonly record struct LinkHours(int Usual, int Most)
{
    /// <summary>Of the pages of 2021.</summary>
    public static LinkHours Of2021 { get; } = new(3, 24);

    /// <summary>Of the newest pages.</summary>
    public static LinkHours Of2026 { get; } = new(1, 6);

    /// <summary>What most kinds of an edition have.</summary>
    public static LinkHours In(ContractEdition contract) => contract == ContractEdition.Edition2021 ? Of2021 : Of2026;
}
