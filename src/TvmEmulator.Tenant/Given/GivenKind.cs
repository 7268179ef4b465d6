namespace TvmEmulator.Tenants.Given;

/// <summary>The assessments whose given rows are kept as they are, because nothing else follows from them.</summary>
public enum GivenKind
{
    /// <summary>Secure configurations.</summary>
    SecureConfiguration,

    /// <summary>Software without a product code.</summary>
    NonCpeSoftware,

    /// <summary>Browser extensions.</summary>
    BrowserExtensions,

    /// <summary>Certificates.</summary>
    Certificates,

    /// <summary>Hardware and firmware.</summary>
    Hardware,

    /// <summary>Security baselines.</summary>
    Baselines,

    /// <summary>Information gathering.</summary>
    GatheredInformation,
}
