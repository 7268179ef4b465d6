namespace TvmEmulator.Tenants.Findings;

/// <summary>What a recommendation asks for; names as the service writes them.</summary>
public enum RemediationType
{
    /// <summary>A newer version of the same line.</summary>
    Update,

    /// <summary>A line that is still supported, in place of one that is not.</summary>
    Upgrade,

    /// <summary>The product is not supported any more, in no version.</summary>
    Uninstall,

    /// <summary>Another setting.</summary>
    ConfigurationChange,
}
