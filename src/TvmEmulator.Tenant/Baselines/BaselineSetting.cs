using System.Globalization;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.SecureConfigurations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>A setting of the benchmark.</summary>
public sealed class BaselineSetting
{
    private readonly BaselineSettingFile _file;
    private readonly Share _share, _applicable;
    private readonly ulong _key;

    internal BaselineSetting(BaselineSettingFile file, string benchmark, string version)
    {
        if (file.Share is null == file.SecureConfiguration is null)
            throw new InvalidDataException($"Baseline setting {file.Id} needs a share or a secure configuration, and not both.");

        _file = file;
        UniqueId = $"{benchmark}_{version}_{file.Id}";
        BenchmarkName = benchmark;
        BenchmarkVersion = version;
        RecommendedValue = [TextOf(file)];
        Source = [file.Source];
        CompliantValues = [.. file.CompliantValues.Select(value => new[] { value })];
        OtherValues = [.. file.OtherValues.Select(value => new[] { value })];
        SecureConfiguration = file.SecureConfiguration is { } id ? SecureConfiguration.OfId(id) : null;
        _share = Share.OfPercent(file.Share ?? 0);
        _applicable = Share.OfPercent(file.Applicable ?? 100);
        _key = StableHash.Of("baseline " + UniqueId);
    }

    /// <summary>One of a benchmark that the catalog does not have: the rows of a given organization say no more about it.</summary>
    internal BaselineSetting(string id, IReadOnlyList<string> recommendedValue, IReadOnlyList<string> source)
    {
        _file = new BaselineSettingFile
        {
            Id = id,
            Category = "",
            Name = id,
            Cce = "",
            ComplianceLevels = [],
            Source = "",
            Rule = BaselineRule.Equals,
            CompliantValues = [],
            OtherValues = [],
            Rationale = "",
            Remediation = "",
        };
        UniqueId = id;
        RecommendedValue = recommendedValue;
        Source = source;
        CompliantValues = OtherValues = [];
    }

    /// <summary>Its number within the benchmark, such as <c>1.1.1</c>.</summary>
    public string Id => _file.Id;

    /// <summary>Benchmark, version and number.</summary>
    public string UniqueId { get; }

    /// <summary>The benchmark; empty when a given one does not say it.</summary>
    public string BenchmarkName { get; } = "";

    /// <summary>The version of the benchmark; empty when a given one does not say it.</summary>
    public string BenchmarkVersion { get; } = "";

    /// <summary>What is asked for, in one line.</summary>
    public string Name => _file.Name;

    /// <summary>Chapter of the benchmark.</summary>
    public string Category => _file.Category;

    /// <summary>Its number in the common enumeration of configurations.</summary>
    public string Cce => _file.Cce;

    /// <summary>The levels that ask for it.</summary>
    public IReadOnlyList<string> ComplianceLevels => _file.ComplianceLevels;

    /// <summary>Why it matters.</summary>
    public string Rationale => _file.Rationale;

    /// <summary>How it is set.</summary>
    public string Remediation => _file.Remediation;

    /// <summary>The recommended value in words; one text.</summary>
    public IReadOnlyList<string> RecommendedValue { get; }

    /// <summary>Where the value is read; one text.</summary>
    public IReadOnlyList<string> Source { get; }

    /// <summary>The secure configuration that is about the same, and decides; null when there is none.</summary>
    internal SecureConfiguration? SecureConfiguration { get; }

    /// <summary>Values that are found on devices that comply, each as a list of one.</summary>
    internal IReadOnlyList<string[]> CompliantValues { get; }

    /// <summary>Values that are found on the other devices.</summary>
    internal IReadOnlyList<string[]> OtherValues { get; }

    /// <summary>What is found on a device that a profile has assessed since some moment.</summary>
    internal BaselineRow On(in Device device, BaselineProfile profile, ulong discipline, Moment since, Moment moment)
    {
        var hash = StableHash.Mix(device.Key ^ _key);
        if (IsCompliant(device, discipline, since, moment, hash) is not { } isCompliant)
            return new BaselineRow(profile, this, IsCompliant: null, CurrentValue: []);

        var values = isCompliant ? CompliantValues : OtherValues;
        return new BaselineRow(profile, this, isCompliant, values[StableHash.Below(StableHash.Mix(hash, 3), values.Count)]);
    }

    /// <summary>Null where the setting does not apply.</summary>
    private bool? IsCompliant(in Device device, ulong discipline, Moment since, Moment moment, ulong hash)
    {
        if (SecureConfiguration is { } same)
            return same.On(device, discipline, moment) is { IsApplicable: true } row ? row.IsCompliant : null;

        return _applicable.Takes(StableHash.Mix(hash, 1)) ? ComplianceRule.IsCompliant(_share, hash, discipline, since, moment) : null;
    }

    private static string TextOf(BaselineSettingFile file) => file.Rule switch
    {
        BaselineRule.AtLeast => $"Greater than or equal '{Numbers(file).Min()}'",
        BaselineRule.Between => $"Greater than '0' and less than or equal '{Numbers(file).Max()}'",
        BaselineRule.OneOf => "One of " + string.Join(", ", file.CompliantValues.Select(value => $"'{value}'")),
        _ => $"Equals '{file.CompliantValues[0]}'",
    };

    private static IEnumerable<int> Numbers(BaselineSettingFile file) => file.CompliantValues.Select(value => int.Parse(value, CultureInfo.InvariantCulture));
}
