using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>What an organization asks of a group of devices: the settings of one level, for some operating systems.</summary>
public sealed class BaselineProfile
{
    private readonly BaselineProfileFile _file;
    private readonly uint _platforms;

    internal BaselineProfile(BaselineProfileFile file, string benchmark, string version, IEnumerable<BaselineSetting> settings)
    {
        _file = file;
        BenchmarkName = benchmark;
        BenchmarkVersion = version;
        _platforms = ProductReader.PlatformBits(file.OperatingSystems);
        CreatedOn = Moment.OfDate(file.CreatedOn);
        Settings = [.. settings.Where(setting => setting.ComplianceLevels.Contains(file.ComplianceLevel, StringComparer.Ordinal))];
    }

    /// <summary>One of which the rows of a given organization name no more than the id.</summary>
    internal BaselineProfile(string id, IReadOnlyList<BaselineSetting> settings)
    {
        _file = new BaselineProfileFile(id, id, "", "", "", "", [], "", "");
        Settings = settings;
    }

    private BaselineProfile(BaselineProfile profile, IReadOnlyList<BaselineSetting> settings)
    {
        _file = profile._file;
        BenchmarkName = profile.BenchmarkName;
        BenchmarkVersion = profile.BenchmarkVersion;
        CreatedOn = profile.CreatedOn;
        Settings = settings;
    }

    /// <summary>A GUID.</summary>
    public string Id => _file.Id;

    /// <summary>Its name.</summary>
    public string Name => _file.Name;

    /// <summary>What it is for.</summary>
    public string Description => _file.Description;

    /// <summary>The benchmark that it is made of; empty when a given one does not say it.</summary>
    public string BenchmarkName { get; } = "";

    /// <summary>The version of the benchmark; empty when a given one does not say it.</summary>
    public string BenchmarkVersion { get; } = "";

    /// <summary>The operating system that it is written for.</summary>
    public string OperatingSystem => _file.OperatingSystem;

    /// <summary>The version of the operating system that it is written for.</summary>
    public string OperatingSystemVersion => _file.OperatingSystemVersion;

    /// <summary>The level of the benchmark.</summary>
    public string ComplianceLevel => _file.ComplianceLevel;

    /// <summary>When it was made; devices are assessed from then on. Null when a given one does not say it.</summary>
    public Moment? CreatedOn { get; }

    /// <summary>Who made it.</summary>
    public string CreatedBy => _file.CreatedBy;

    /// <summary>What it asks for, in the order of the benchmark.</summary>
    public IReadOnlyList<BaselineSetting> Settings { get; }

    /// <summary>The same profile with other settings.</summary>
    internal BaselineProfile AskingFor(IReadOnlyList<BaselineSetting> settings) => new(this, settings);

    /// <summary>Since when a generated device is assessed; null when it is not, or not yet.</summary>
    internal Moment? AssessedSince(in Device device, Moment moment) =>
        (_platforms & (1u << (int)device.Platform)) != 0 && CreatedOn is { } createdOn && createdOn <= moment ? Moment.Later(device.Joined, createdOn) : null;
}
