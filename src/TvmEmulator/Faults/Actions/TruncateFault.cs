using System.Text.Json;
using TvmEmulator.Faults.Bodies;

namespace TvmEmulator.Faults.Actions;

/// <summary>The body ends early, and HTTP says that it was all.</summary>
/// <param name="AfterBytes">Bytes that are left; null when it is a share.</param>
/// <param name="Fraction">Share that is left, from 0 to 1; null when it is a number.</param>
internal sealed record TruncateFault(long? AfterBytes, decimal? Fraction) : BodyFault
{
    public override string Kind => "truncate";

    public override bool LosesRows => true;

    public override string Done => AfterBytes is { } bytes ? $"ended the body after {bytes} bytes" : $"ended the body at {Fraction} of its length";

    public override FaultyBody Before(Stream body, HttpContext context, TimeProvider wall) =>
        new TruncatedBody(body, context.Response, AfterBytes, Fraction ?? 0);

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        if (AfterBytes is { } bytes)
            json.WriteNumber("afterBytes", bytes);
        if (Fraction is { } fraction)
            json.WriteNumber("fraction", fraction);
    }
}
