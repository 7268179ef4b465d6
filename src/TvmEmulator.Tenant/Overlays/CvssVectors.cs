using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Finds CVSS vectors by their text.</summary>
internal static class CvssVectors
{
    private static readonly Dictionary<string, CvssVector> ByText = CvssVector.All.ToDictionary(vector => vector.ToString(), StringComparer.Ordinal);

    /// <summary>The vector of a text; null when it is none, or one that does no harm.</summary>
    public static CvssVector? Find(string? text) => text is not null && ByText.TryGetValue(text, out var vector) ? vector : null;
}
