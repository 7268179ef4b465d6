using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds pages with $top that end before the rows do, without a window with $skip that goes on there.</summary>
internal sealed class TopWindows(FindingLog found) : ConductRule(found)
{
    private readonly BoundedMap<(CallerRoute Source, int Row), Edge> _edges = new();

    public override void End(Call call, CallAnswer answer)
    {
        if (!call.HasSucceeded || answer.Facts is not PageFacts { HasTop: true } window)
            return;

        // Windows may be fetched in any order, so the one that goes on can come first.
        if (window.First > 0)
            EdgeAt(call, window.First).IsFollowed = true;
        var end = window.First + window.Count;
        if (window.Count == window.Size && end < window.Total)
            EdgeAt(call, end).Cut(call);
    }

    public override void Conclude(DateTimeOffset now, FindingLog found)
    {
        foreach (var ((source, _), edge) in _edges.Entries)
        {
            if (edge is { IsFollowed: false, FirstCall: { } first })
                found.Note(FindingKind.TopTruncates, source, edge.Cuts, [first]);
        }
    }

    private Edge EdgeAt(Call call, int row) => _edges.GetOrAdd((call.Source, row), static () => new Edge());

    /// <summary>A row at which windows end or begin.</summary>
    private sealed class Edge
    {
        public bool IsFollowed { get; set; }

        public int Cuts { get; private set; }

        public Call? FirstCall { get; private set; }

        public void Cut(Call call)
        {
            Cuts++;
            FirstCall ??= call;
        }
    }
}
