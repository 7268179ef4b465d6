using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Installations;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>Which secure configurations a device is assessed by, and what was found.</summary>
public static class SecureConfigurationRules
{
    /// <summary>Adds the rows of a device of any tenant: those that were given, when it is a given one.</summary>
    public static void Find(Tenant tenant, in Device device, Moment moment, ICollection<SecureConfigurationRow> rows)
    {
        if (tenant.Given is { } given)
            given.SecureConfigurations.Find(DeviceNames.IdOf(device), rows);
        else
            Find(device, moment, rows);
    }

    /// <summary>Adds the rows of a generated device, ascending by the configuration's number.</summary>
    public static void Find(in Device device, Moment moment, ICollection<SecureConfigurationRow> rows)
    {
        var discipline = PatchLag.DisciplineOf(device);
        foreach (var configuration in SecureConfiguration.All)
        {
            if (configuration.IsFor(device, moment))
                rows.Add(configuration.On(device, discipline, moment));
        }
    }
}
