using System.Text.Json.Serialization;

namespace TvmEmulator.Control;

/// <summary>How answers of the control API become JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(EmulatorInfo))]
[JsonSerializable(typeof(MintedToken))]
[JsonSerializable(typeof(QuotaState))]
[JsonSerializable(typeof(ResetState))]
[JsonSerializable(typeof(ScenarioState))]
[JsonSerializable(typeof(SnapshotState))]
[JsonSerializable(typeof(IReadOnlyList<WorldState>))]
internal sealed partial class ControlJson : JsonSerializerContext;
