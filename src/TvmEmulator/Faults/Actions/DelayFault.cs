using System.Text.Json;
using System.Xml;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>The answer comes late.</summary>
/// <param name="By">How late, whatever it is.</param>
/// <param name="PerRow">How late for each row of a page or file, as a service that works through them.</param>
internal sealed record DelayFault(TimeSpan By, TimeSpan PerRow) : FaultAction
{
    public override string Kind => "delay";

    public override bool OnlyDelays => true;

    public override string Done => (By, PerRow) switch
    {
        (var by, { Ticks: 0 }) => $"delayed by {by:c}",
        ({ Ticks: 0 }, var perRow) => $"delayed by {perRow:c} a row",
        var (by, perRow) => $"delayed by {by:c} and {perRow:c} a row",
    };

    // Only pages and files have rows.
    public override bool ActsOn(RouteKind kind) => By > TimeSpan.Zero || kind is RouteKind.Page or RouteKind.Blob;

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        if (By > TimeSpan.Zero)
            json.WriteString("by", XmlConvert.ToString(By));
        if (PerRow > TimeSpan.Zero)
            json.WriteString("perRow", XmlConvert.ToString(PerRow));
    }
}
