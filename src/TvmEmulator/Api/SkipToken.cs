using System.Text.Json;
using System.Text.Json.Serialization;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Api;

/// <summary>
/// Where a chain of pages goes on: standard base64 of
/// <c>{"ExportDefinition":{"TimePath":"2021-01-25/0200/"},"ExportFileIndex":0,"LineStoppedAt":5}</c> (contract: decoded from the pages'
/// examples). It names its snapshot, so a chain stays on it whatever the clock does.
/// </summary>
/// <param name="Mark">The snapshot.</param>
/// <param name="File">Index of the part file that is being read.</param>
/// <param name="Line">Lines of that file that have been served.</param>
internal readonly record struct SkipToken(SnapshotMark Mark, int File, int Line)
{
    /// <summary>The mark from which changes are told; null for rows of a snapshot.</summary>
    public SnapshotMark? Since { get; init; }

    /// <summary>How many rows of the changes have been served; nobody knows it by the place alone.</summary>
    public int RowsBefore { get; init; }

    /// <summary>The overlay that was on the tenant: another one has other rows at the same place. Null when there was none.</summary>
    public string? Overlay { get; init; }

    /// <summary>A token is some 90 characters of JSON; longer ones are not worth decoding.</summary>
    private const int MostCharacters = 400;

    // More than two weeks of changes have; numbers that are computed from it stay numbers.
    private const int MostRowsBefore = 1_000_000_000;

    /// <summary>The token that stands after a row has been served.</summary>
    /// <param name="mark">The snapshot.</param>
    /// <param name="files">Its part files.</param>
    /// <param name="next">The first row that has not been served, 1 to the number of rows.</param>
    public static SkipToken Before(SnapshotMark mark, IReadOnlyList<PartFile> files, int next)
    {
        // The file of the last row served: at the end of a file the token still names it.
        int low = 0, high = files.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (files[middle].FirstRow < next)
                low = middle;
            else
                high = middle - 1;
        }

        return new SkipToken(mark, low, next - files[low].FirstRow);
    }

    /// <summary>The first row to serve; null when the files do not have such a place.</summary>
    public int? RowIn(IReadOnlyList<PartFile> files) =>
        File < files.Count && Line <= files[File].Rows ? files[File].FirstRow + Line : null;

    /// <summary>As in a nextLink.</summary>
    public string Encode() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        new Content(new Definition(Mark.TimePath, Since?.TimePath), File, Line, Since is null ? null : RowsBefore, Overlay), SkipTokenJson.Default.Content));

    /// <summary>Reads a token; a refusal says what is wrong with it.</summary>
    public static (SkipToken Token, Refusal? Refusal) Decode(string text, SnapshotStore snapshots)
    {
        var (token, refusal) = Read(text);
        if (refusal is not null)
            return (default, refusal);

        var mark = token.Mark;
        if (!snapshots.IsKept(mark))
        {
            return (default, Refusal.BadRequest(
                $"The snapshot {mark} of $skiptoken is {(mark > snapshots.NewestMark ? "not there yet" : "no longer kept")}. Start again without $skiptoken.",
                $"snapshot {mark} is not among the {SnapshotStore.KeptMarks} that can be read; the newest is {snapshots.NewestMark}"));
        }

        return (token, null);
    }

    /// <summary>Reads a token of any snapshot, kept or not.</summary>
    public static (SkipToken Token, Refusal? Refusal) Read(string text)
    {
        var bytes = new byte[MostCharacters];
        if (text.Length > MostCharacters || !Convert.TryFromBase64String(text, bytes, out var length) || Parse(bytes.AsSpan(0, length)) is not { } content)
            return (default, Wrong("the skip token is not one that this service made"));

        var since = content.ExportDefinition.SinceTimePath is { } path ? MarkOf(path) : null;
        return MarkOf(content.ExportDefinition.TimePath) is { } mark && content is { ExportFileIndex: >= 0, LineStoppedAt: >= 0 }
            && content.RowsBefore is null or >= 0 and <= MostRowsBefore
            && (content.ExportDefinition.SinceTimePath is null || since is not null)
            ? (new SkipToken(mark, content.ExportFileIndex, content.LineStoppedAt) { Since = since, RowsBefore = content.RowsBefore ?? 0, Overlay = content.Overlay }, null)
            : (default, Wrong("the skip token names no snapshot, file and line"));
    }

    /// <summary>Refuses to go on where the rows are not those of the page before any more; null when they are.</summary>
    public Refusal? RefuseOtherRowsThan(Snapshot snapshot) => Overlay == snapshot.Tenant.Overlay.Fingerprint
        ? null
        : Refusal.BadRequest(
            "The organization was changed since the page before. Start again without $skiptoken.",
            "the overlay was changed by the control API, a scenario or a reset in the middle of the chain");

    /// <summary>The refusal of a token that leads nowhere.</summary>
    public static Refusal Wrong(string reason) =>
        Refusal.BadRequest("The value of $skiptoken is not valid. Use the @odata.nextLink of the page before as it is.", reason);

    private static SnapshotMark? MarkOf(string timePath) =>
        timePath.EndsWith('/') && SnapshotMark.TryParse(timePath.AsSpan()[..^1], out var mark) ? mark : null;

    private static Content? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SkipTokenJson.Default.Content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Content(
        Definition ExportDefinition,
        int ExportFileIndex,
        int LineStoppedAt,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RowsBefore = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Overlay = null);

    internal sealed record Definition(string TimePath, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SinceTimePath = null);
}

[JsonSourceGenerationOptions(UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SkipToken.Content))]
internal sealed partial class SkipTokenJson : JsonSerializerContext;
