using System.Text.Json.Serialization;

namespace TvmEmulator.Tenants.BrowserExtensions;

/// <summary>What a permission, or an extension with it, could do; the names are the service's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExtensionRisk>))]
public enum ExtensionRisk
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Little.</summary>
    Low,

    /// <summary>See some of what people do.</summary>
    Medium,

    /// <summary>See or change pages.</summary>
    High,

    /// <summary>See and change everything.</summary>
    Critical,
}
