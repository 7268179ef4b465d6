using System.Text.Json;
using TvmEmulator.Faults.Bodies;

namespace TvmEmulator.Faults.Actions;

/// <summary>The connection breaks in the middle of the body; a shorter body arrives whole.</summary>
/// <param name="AfterBytes">Bytes of the body that arrive.</param>
internal sealed record ResetFault(long AfterBytes) : BodyFault
{
    public override string Kind => "reset";

    public override bool LosesRows => true;

    public override string Done => $"cut the connection after {AfterBytes} bytes";

    public override FaultyBody Before(Stream body, HttpContext context, TimeProvider wall) => new ResetBody(body, context, wall, AfterBytes);

    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteNumber("afterBytes", AfterBytes);
}
