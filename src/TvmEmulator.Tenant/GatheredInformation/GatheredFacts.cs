namespace TvmEmulator.Tenants.GatheredInformation;

/// <summary>What the sensor of a device says about its antivirus; null is what a platform does not say.</summary>
/// <param name="AvMode">Active or Passive.</param>
/// <param name="AvEngineVersion">Version of the engine.</param>
/// <param name="AvSignatureVersion">Version of the signatures.</param>
/// <param name="AvPlatformVersion">Version of the program, as the inventory has it.</param>
/// <param name="CloudProtectionState">Enabled or Disabled.</param>
/// <param name="EbpfStatus">Enabled or Disabled.</param>
/// <param name="IsAvEngineLoaded">Whether the engine runs.</param>
public sealed record GatheredFacts(
    string? AvMode,
    string? AvEngineVersion,
    string? AvSignatureVersion,
    string? AvPlatformVersion,
    string? CloudProtectionState,
    string? EbpfStatus,
    bool? IsAvEngineLoaded);
