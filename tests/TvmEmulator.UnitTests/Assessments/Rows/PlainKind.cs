using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Assessments.Rows;

/// <summary>
/// The oracle of a kind of rows: plain objects that System.Text.Json writes. Names and their order are those of the contract; nothing here is shared
/// with the columns that it checks.
/// </summary>
/// <param name="Edition2021">The kind under test, as the older edition serves it.</param>
/// <param name="Edition2026">The kind under test, as the newer edition serves it.</param>
/// <param name="RowsOf">The rows of a device, each in three forms.</param>
internal sealed record PlainKind(Assessment Edition2021, Assessment Edition2026, Func<PlainDevice, IEnumerable<PlainForms>> RowsOf)
{
    /// <summary>Names that are not just capitalized in files.</summary>
    public IReadOnlyDictionary<string, string> PascalNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["osPlatform"] = "OSPlatform", ["osVersion"] = "OSVersion" };

    /// <summary>Whether the page of 2021 has capitals.</summary>
    public bool HasPascalPage { get; init; }

    public bool HasPages { get; init; } = true;

    /// <summary>The whole stream, row by row.</summary>
    public IReadOnlyList<string> Rows(Snapshot snapshot, PlainDress dress)
    {
        var isPascal = dress == PlainDress.PascalLine || (dress == PlainDress.Page2021 && HasPascalPage);
        var json = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = isPascal ? new Pascal(PascalNames) : null,
            DefaultIgnoreCondition = dress is PlainDress.PascalLine or PlainDress.CamelLine ? JsonIgnoreCondition.WhenWritingNull : JsonIgnoreCondition.Never,
        };
        return
        [
            .. Enumerable.Range(0, snapshot.Devices)
                .SelectMany(place => RowsOf(new PlainDevice(snapshot, snapshot.DeviceAt(place))))
                .Select(forms => JsonSerializer.Serialize(forms.In(dress), json)),
        ];
    }

    private sealed class Pascal(IReadOnlyDictionary<string, string> names) : JsonNamingPolicy
    {
        public override string ConvertName(string name) => names.TryGetValue(name, out var given) ? given : name[..1].ToUpperInvariant() + name[1..];
    }
}
