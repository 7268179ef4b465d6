namespace TvmEmulator.Worlds;

/// <summary>What of a world can be returned to its baseline by itself.</summary>
[Flags]
internal enum WorldParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Limits, and what callers have used of them.</summary>
    Quotas = 1,

    /// <summary>Fault rules and their counters.</summary>
    Faults = 2,

    /// <summary>The journal and what was found in it.</summary>
    Journal = 4,

    /// <summary>Service time.</summary>
    Clock = 8,

    /// <summary>Data time.</summary>
    DataTime = 16,

    /// <summary>Changes on top of the generated organization.</summary>
    Overlay = 32,

    /// <summary>Applications that are known to the token endpoints.</summary>
    Clients = 64,

    /// <summary>All of it.</summary>
    All = Quotas | Faults | Journal | Clock | DataTime | Overlay | Clients,
}
