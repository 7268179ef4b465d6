namespace TvmEmulator.Tenants.SecureConfigurations;

/// <summary>What was found about a secure configuration on a device.</summary>
/// <param name="Configuration">The setting.</param>
/// <param name="IsApplicable">Whether the device has what is configured.</param>
/// <param name="IsCompliant">Whether the setting is met; never, where it does not apply.</param>
public readonly record struct SecureConfigurationRow(SecureConfiguration Configuration, bool IsApplicable, bool IsCompliant);
