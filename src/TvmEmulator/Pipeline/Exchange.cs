using TvmEmulator.Faults;
using TvmEmulator.Identity;
using TvmEmulator.Worlds;

namespace TvmEmulator.Pipeline;

/// <summary>One request on its way through the emulator: whose it is, and what its answer turned out to be.</summary>
/// <param name="world">The world that it belongs to.</param>
/// <param name="caller">Who sent it.</param>
/// <param name="route">The route that it asks for; null when there is none, or when it is one of the emulator's own.</param>
internal sealed class Exchange(World world, Caller caller, ApiRoute? route)
{
    /// <summary>The world that it belongs to.</summary>
    public World World { get; } = world;

    /// <summary>Who sent it.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The route that it asks for; null when there is none, or when it is one of the emulator's own.</summary>
    public ApiRoute? Route { get; } = route;

    /// <summary>What was answered, for the journal: <see cref="PageFacts"/>, <see cref="ExportFacts"/>, <see cref="BlobFacts"/> or <see cref="TokenFacts"/>; null for other answers and for refusals.</summary>
    public object? Facts { get; set; }

    /// <summary>What goes wrong with it.</summary>
    public FaultPlan Faults { get; set; } = FaultPlan.None;

    /// <summary>Ids of the fault rules that act on it.</summary>
    public IReadOnlyList<string> FaultIds => Faults.Ids;
}

/// <summary>Finds the exchange of a request.</summary>
internal static class ExchangeExtensions
{
    /// <summary>The exchange; every request has one from <see cref="ExchangeStart"/> on.</summary>
    public static Exchange Exchange(this HttpContext context) => context.Features.Get<Exchange>() ?? throw new InvalidOperationException("The request has not come through ExchangeStart.");
}
