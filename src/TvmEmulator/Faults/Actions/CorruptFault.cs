using System.Text.Json;
using TvmEmulator.Faults.Bodies;

namespace TvmEmulator.Faults.Actions;

/// <summary>One byte of the body arrives with all its bits flipped.</summary>
/// <param name="AtByte">Which one, from 0 on.</param>
internal sealed record CorruptFault(long AtByte) : BodyFault
{
    public override string Kind => "corrupt";

    public override bool LosesRows => true;

    public override string Done => $"flipped the bits of byte {AtByte}";

    public override FaultyBody Before(Stream body, HttpContext context, TimeProvider wall) => new CorruptedBody(body, AtByte);

    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteNumber("atByte", AtByte);
}
