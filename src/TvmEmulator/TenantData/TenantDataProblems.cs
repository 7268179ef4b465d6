using System.Globalization;

namespace TvmEmulator.TenantData;

/// <summary>Collects what is wrong with files, so that a user learns of many mistakes at once.</summary>
internal sealed class TenantDataProblems
{
    /// <summary>The most that are told; reading ends there.</summary>
    public const int Most = 20;

    private readonly List<string> _errors = [];

    /// <summary>Notes a mistake.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="text">What is wrong, and what is allowed.</param>
    /// <exception cref="TenantDataException">There are many already.</exception>
    public void Add(DataPlace place, string text)
    {
        _errors.Add($"{place}: {text}");
        if (_errors.Count < Most)
            return;
        _errors.Add($"reading ended after {Most.ToString(CultureInfo.InvariantCulture)} problems");
        ThrowIfAny();
    }

    /// <summary>Refuses the files if anything is wrong with them.</summary>
    /// <exception cref="TenantDataException">Something is.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw new TenantDataException(_errors);
    }
}
