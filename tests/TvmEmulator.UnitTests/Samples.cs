using System.Collections.Concurrent;
using System.Globalization;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.UnitTests;

/// <summary>Tenants and snapshots that many tests look at; each is made once, when the first test asks for it.</summary>
internal static class Samples
{
    private static readonly ConcurrentDictionary<(long Seed, int Devices), Lazy<Tenant>> Tenants = [];
    private static readonly ConcurrentDictionary<(long Seed, int Devices, SnapshotMark Mark), Lazy<Snapshot>> Snapshots = [];
    private static readonly ConcurrentDictionary<Snapshot, Lazy<IReadOnlyList<PlainRow>>> Rows = [];

    /// <summary>The mark that the emulator starts with.</summary>
    public const string DefaultMark = "2026-06-30/0200";

    /// <summary>The mark of a text.</summary>
    public static SnapshotMark Mark(string text) => SnapshotMark.TryParse(text, out var mark) ? mark : throw new FormatException($"'{text}' is no mark");

    /// <summary>A time of a text, UTC.</summary>
    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A moment of a text, UTC.</summary>
    public static Moment At(string text) => Moment.Of(Utc(text));

    public static Tenant TenantOf(long seed, int devices) =>
        Tenants.GetOrAdd((seed, devices), static key => new Lazy<Tenant>(() => new Tenant(key.Seed, key.Devices))).Value;

    public static Snapshot SnapshotOf(long seed, int devices, string mark = DefaultMark) =>
        Snapshots.GetOrAdd((seed, devices, Mark(mark)), static key => new Lazy<Snapshot>(() => TenantOf(key.Seed, key.Devices).At(key.Mark))).Value;

    public static IReadOnlyList<PlainRow> RowsOf(Snapshot snapshot) =>
        Rows.GetOrAdd(snapshot, static key => new Lazy<IReadOnlyList<PlainRow>>(() => [.. PlainRow.AllOf(key)])).Value;
}
