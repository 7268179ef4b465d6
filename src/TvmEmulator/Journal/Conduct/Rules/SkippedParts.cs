using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>
/// Finds pages and files that failed and were never got, while the client went on with later ones. Only calls that begin after the failure count
/// as going on: what was in flight could not know of it.
/// </summary>
internal sealed class SkippedParts(FindingLog found) : ConductRule(found)
{
    private const int MostWalks = 256;
    private const int MostFailures = 64;

    private readonly BoundedMap<Walk, List<Failure>> _walks = new(MostWalks);
    private readonly ExportedFiles _files = new();
    private long _lastBegun;

    public override void Begin(Call call) => _lastBegun = call.Entry.Id;

    public override void End(Call call, CallAnswer answer)
    {
        if (answer.Facts is ExportFacts export)
            _files.Add(export.Names);

        // The usual case, and the only one that has to be fast.
        if (!call.HasFailed && _walks.IsEmpty)
            return;

        if (Part.Of(call, answer, _files) is { } part)
            Note(call, part);
        else if (call is { HasSucceeded: true, Route.Kind: RouteKind.Page })
            BeginWalk(call.Source);
    }

    public override void Conclude(DateTimeOffset now, FindingLog found)
    {
        foreach (var failure in _walks.Entries.SelectMany(walk => walk.Value).Where(failure => failure.IsPassed))
            found.Note(FindingKind.PageSkippedAfterError, failure.Call);
    }

    private void Note(Call call, Part part)
    {
        if (call.HasFailed)
        {
            Fail(call, part);
        }
        else if (_walks.TryGet(part.Walk, out var failures))
        {
            // A caller that left may have got everything before.
            failures.RemoveAll(failure => failure.Place >= part.First && failure.Place < part.End);
            foreach (var failure in failures.Where(failure => call.HasSucceeded && failure.Place < part.First && call.Entry.Id > failure.LastBegun))
                failure.IsPassed = true;
            if (failures.Count == 0)
                _walks.Remove(part.Walk);
        }
    }

    private void Fail(Call call, Part part)
    {
        var failures = _walks.GetOrAdd(part.Walk, static () => []);
        if (failures.Find(failure => failure.Place == part.First) is not { } failure)
        {
            if (failures.Count == MostFailures)
                failures.RemoveAt(0);
            failure = new Failure(call, part.First);
            failures.Add(failure);
        }

        failure.LastBegun = _lastBegun;
    }

    /// <summary>Who begins anew has given up the walk before, and has not passed over its failures.</summary>
    private void BeginWalk(CallerRoute source)
    {
        foreach (var (walk, failures) in _walks.Entries.Where(walk => walk.Key.Source == source).ToList())
        {
            failures.RemoveAll(failure => !failure.IsPassed);
            if (failures.Count == 0)
                _walks.Remove(walk);
        }
    }

    /// <summary>A part that has failed and was not got since.</summary>
    private sealed class Failure(Call call, long place)
    {
        public Call Call { get; } = call;

        public long Place { get; } = place;

        /// <summary>The newest call when it failed.</summary>
        public long LastBegun { get; set; }

        /// <summary>Whether later parts were got since.</summary>
        public bool IsPassed { get; set; }
    }
}
