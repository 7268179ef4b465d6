using System.Text.Json.Serialization;
using TvmEmulator.Journal.Reports;

namespace TvmEmulator.Journal;

/// <summary>Journal and report as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<JournalEntry>))]
[JsonSerializable(typeof(Report))]
internal sealed partial class JournalJson : JsonSerializerContext;
