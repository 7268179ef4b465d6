using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>What an organization asks of a group of devices: the settings of one level, for some operating systems.</summary>
public sealed class BaselineProfile
{
    private readonly BaselineProfileFile _file;
    private readonly uint _platforms;

    internal BaselineProfile(BaselineProfileFile file, IEnumerable<BaselineSetting> settings)
    {
        _file = file;
        _platforms = ProductReader.PlatformBits(file.OperatingSystems);
        CreatedOn = Moment.OfDate(file.CreatedOn);
        Settings = [.. settings.Where(setting => setting.ComplianceLevels.Contains(file.ComplianceLevel, StringComparer.Ordinal))];
    }

    /// <summary>A GUID.</summary>
    public string Id => _file.Id;

    /// <summary>Its name.</summary>
    public string Name => _file.Name;

    /// <summary>What it is for.</summary>
    public string Description => _file.Description;

    /// <summary>The operating system that it is written for.</summary>
    public string OperatingSystem => _file.OperatingSystem;

    /// <summary>The version of the operating system that it is written for.</summary>
    public string OperatingSystemVersion => _file.OperatingSystemVersion;

    /// <summary>The level of the benchmark.</summary>
    public string ComplianceLevel => _file.ComplianceLevel;

    /// <summary>When it was made; devices are assessed from then on.</summary>
    public Moment CreatedOn { get; }

    /// <summary>Who made it.</summary>
    public string CreatedBy => _file.CreatedBy;

    /// <summary>What it asks for, in the order of the benchmark.</summary>
    public IReadOnlyList<BaselineSetting> Settings { get; }

    internal bool IsFor(in Device device, Moment moment) => (_platforms & (1u << (int)device.Platform)) != 0 && CreatedOn <= moment;
}
