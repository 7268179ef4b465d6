using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct;

/// <summary>A request from its beginning to its end.</summary>
/// <param name="entry">Its entry.</param>
/// <param name="route">The route that it asks for, if there is one.</param>
/// <param name="clearings">How often the journal had been cleared when it began.</param>
internal sealed class Call(JournalEntry entry, ApiRoute? route, int clearings = 0)
{
    /// <summary>Its entry; another one once it has ended.</summary>
    public JournalEntry Entry { get; set; } = entry;

    /// <summary>The route that it asks for, if there is one.</summary>
    public ApiRoute? Route { get; } = route;

    /// <summary>How often the journal had been cleared when it began.</summary>
    public int Clearings { get; } = clearings;

    /// <summary>Who asked for which route.</summary>
    public CallerRoute Source => new(Entry.Application, Route?.Name ?? "");

    /// <summary>Whether the caller has got what it asked for.</summary>
    public bool HasSucceeded => Entry.Status is >= 200 and < 300 && !HasLostRows;

    /// <summary>Whether it was refused or failed; not when the caller has left.</summary>
    public bool HasFailed => HasLostRows || (Entry.Status >= 400 && !HasLeft);

    /// <summary>Whether the caller has left before the end. Its answer may have arrived all the same.</summary>
    public bool HasLeft => Entry.Status == CallEnd.CallerLeft;

    /// <summary>Whether a fault may have spoilt the answer, whatever its status says.</summary>
    public bool IsFaulty => Entry.FaultIds.Count > 0 && !OnlyDelayed;

    /// <summary>Whether faults only made the answer late.</summary>
    public bool OnlyDelayed { get; set; }

    /// <summary>Whether faults lost rows of the answer on the way.</summary>
    public bool HasLostRows { get; set; }
}

/// <summary>What many findings are counted by.</summary>
/// <param name="Application">The caller.</param>
/// <param name="Route">Name of the route; empty when there is none.</param>
internal readonly record struct CallerRoute(string Application, string Route);
