namespace TvmEmulator.Tenants.Baselines;

/// <summary>What was found about a setting of a profile on a device.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Setting">The setting.</param>
/// <param name="IsCompliant">Whether the value is as recommended; null where the setting does not apply.</param>
/// <param name="CurrentValue">The value; nothing where the setting does not apply.</param>
public readonly record struct BaselineRow(BaselineProfile Profile, BaselineSetting Setting, bool? IsCompliant, IReadOnlyList<string> CurrentValue)
{
    /// <summary>Whether the device has what is set.</summary>
    public bool IsApplicable => IsCompliant is not null;
}
