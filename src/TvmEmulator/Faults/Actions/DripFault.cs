using System.Text.Json;
using TvmEmulator.Faults.Bodies;

namespace TvmEmulator.Faults.Actions;

/// <summary>The body comes slowly.</summary>
/// <param name="BytesPerSecond">How slowly.</param>
internal sealed record DripFault(int BytesPerSecond) : BodyFault
{
    public override string Kind => "drip";

    public override bool OnlyDelays => true;

    public override string Done => $"sent {BytesPerSecond} bytes a second";

    public override FaultyBody Before(Stream body, HttpContext context, TimeProvider wall) => new DrippingBody(body, wall, BytesPerSecond, context.RequestAborted);

    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteNumber("bytesPerSecond", BytesPerSecond);
}
