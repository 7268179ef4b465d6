using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds exports that are asked for while the last one is still good.</summary>
internal sealed class RepeatedExports(FindingLog found) : ConductRule(found)
{
    private readonly BoundedMap<CallerRoute, (Call Call, ExportFacts Export)> _last = new();

    public override void End(Call call, CallAnswer answer)
    {
        if (!call.HasSucceeded || answer.Facts is not ExportFacts export)
            return;

        if (_last.TryGet(call.Source, out var last)
            && last.Export.Snapshot == export.Snapshot
            && call.Entry.Time >= last.Call.Entry.Time && call.Entry.Time < last.Export.Expires)
        {
            Found.Note(FindingKind.ExportWhileValid, call, cause: last.Call);
        }

        // Links of an answer that a fault has changed may not work.
        if (call.IsFaulty)
            _last.Remove(call.Source);
        else
            _last.Set(call.Source, (call, export));
    }
}
