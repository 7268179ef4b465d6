using System.Text.Json.Serialization;

namespace TvmEmulator.Tenants.Baselines;

/// <summary>How a value is compared with the recommended one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BaselineRule>))]
internal enum BaselineRule
{
    /// <summary>It is the recommended one.</summary>
    [JsonStringEnumMemberName("equals")]
    Equals,

    /// <summary>It is one of the recommended ones.</summary>
    [JsonStringEnumMemberName("oneOf")]
    OneOf,

    /// <summary>It is not below the least recommended one.</summary>
    [JsonStringEnumMemberName("atLeast")]
    AtLeast,

    /// <summary>It is above 0 and not above the highest recommended one.</summary>
    [JsonStringEnumMemberName("between")]
    Between,
}
