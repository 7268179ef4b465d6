using System.Text.Json.Serialization;

namespace TvmEmulator.CommandLine;

/// <summary>What a running emulator tells about itself.</summary>
/// <param name="Url">Where it listens; may be an address of all interfaces.</param>
/// <param name="ProcessId">Its process.</param>
internal sealed record ServeState(Uri Url, int ProcessId);

/// <summary>The JSON of <see cref="ServeState"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ServeState))]
internal sealed partial class ServeStateJson : JsonSerializerContext;
