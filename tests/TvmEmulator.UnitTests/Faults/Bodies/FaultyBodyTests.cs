using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Faults.Bodies;
using TvmEmulator.UnitTests.CommandLine;

namespace TvmEmulator.UnitTests.Faults.Bodies;

/// <summary>However a body is cut into pieces on its way, what arrives is what the fault makes of the whole.</summary>
public sealed class FaultyBodyTests
{
    private static readonly Gen<byte[][]> Pieces = Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)).ListOf().Select(list => list.ToArray());

    [Fact]
    public void Truncate_AfterBytes_IsTheBeginning() =>
        Holds(limit => new TruncateFault(limit, null), (whole, limit) => whole.Take(limit));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Truncate_Fraction_IsTheBeginningWhetherOrNotTheLengthIsKnown(bool isKnown) =>
        Holds(limit => new TruncateFault(null, limit % 101 / 100m), (whole, limit) => whole.Take((int)(whole.Length * (limit % 101 / 100m))), isKnown);

    [Fact]
    public void Corrupt_AtByte_FlipsItsBits() =>
        Holds(limit => new CorruptFault(limit), (whole, limit) => whole.Select((value, place) => place == limit ? (byte)~value : value));

    [Fact]
    public void Several_InARow_ActInTheirOrder()
    {
        var (sent, _) = Send([new CorruptFault(2), new TruncateFault(3, null), new CorruptFault(0)], [[1, 2], [3, 4]], isKnown: true);

        sent.ShouldBe([254, 2, 252]);
    }

    [Fact]
    public void Truncate_KnownLength_ChangesTheHeadersToFit()
    {
        var (_, response) = Send([new TruncateFault(3, null), new TruncateFault(null, 0.5m)], [[1, 2], [3, 4]], isKnown: true);

        response.ContentLength.ShouldBe(1);
        response.Headers.ContentMD5.ShouldBeEmpty();
    }

    [Fact]
    public void Truncate_FractionOfALongBodyOfUnknownLength_HoldsBackNoMoreThanItSays()
    {
        var piece = new byte[1 << 20];
        var (sent, _) = Send([new TruncateFault(null, 0)], [.. Enumerable.Repeat(piece, 40)], isKnown: false);

        sent.Length.ShouldBe((int)((40L << 20) - HeldTail.MostHeld));
    }

    private static void Holds(Func<int, BodyFault> fault, Func<byte[], int, IEnumerable<byte>> slowTwin, bool isKnown = false) =>
        Prop.ForAll(Pieces.ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (pieces, limit) =>
            Send([fault(limit)], pieces, isKnown).Sent.SequenceEqual(slowTwin([.. pieces.SelectMany(piece => piece)], limit)))
        .Hold();

    private static (byte[] Sent, HttpResponse Response) Send(BodyFault[] faults, byte[][] pieces, bool isKnown)
    {
        var arrived = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Response.Headers.ContentMD5 = "genuine";
        if (isKnown)
            context.Response.ContentLength = pieces.Sum(piece => piece.Length);

        var last = faults[^1].Before(arrived, context, new ManualTime());
        var body = faults.Reverse().Skip(1).Aggregate(last, (behind, fault) => fault.Before(behind, context, new ManualTime()));
        foreach (var piece in pieces)
            body.WriteAsync(piece).AsTask().GetAwaiter().GetResult();
        body.EndAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (arrived.ToArray(), context.Response);
    }
}
