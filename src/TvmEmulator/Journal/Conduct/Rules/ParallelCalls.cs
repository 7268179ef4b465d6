using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds more calls in flight than a minute allows: most of them can only be refused.</summary>
internal sealed class ParallelCalls(FindingLog found, Func<ApiRoute, int?> allowedPerMinute) : ConductRule(found)
{
    private readonly BoundedMap<CallerRoute, Flight> _flights = new();

    public override void Begin(Call call)
    {
        if (call.Route is { } route && allowedPerMinute(route) is { } allowed && ++FlightOf(call).Calls > allowed)
            Found.Note(FindingKind.OverParallel, call);
    }

    public override void End(Call call, CallAnswer answer)
    {
        if (_flights.TryGet(call.Source, out var flight) && --flight.Calls <= 0)
            _flights.Remove(call.Source);
    }

    private Flight FlightOf(Call call) => _flights.GetOrAdd(call.Source, static () => new Flight());

    private sealed class Flight
    {
        public int Calls { get; set; }
    }
}
