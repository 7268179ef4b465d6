namespace TvmEmulator.Journal.Conduct;

/// <summary>
/// Watches for some kinds of conduct while requests come and go. Rules are called one at a time, for every beginning and every end in the order
/// in which they happen, and keep no more than a bounded amount of what they see.
/// </summary>
/// <param name="found">Where it notes what has certainly happened.</param>
internal abstract class ConductRule(FindingLog found)
{
    /// <summary>Where it notes what has certainly happened.</summary>
    protected FindingLog Found { get; } = found;

    /// <summary>A call begins.</summary>
    public virtual void Begin(Call call)
    {
    }

    /// <summary>A call has ended; its entry is complete.</summary>
    public virtual void End(Call call, CallAnswer answer)
    {
    }

    /// <summary>A report is made: notes what would be found if nothing more came. More may come, and change it.</summary>
    /// <param name="now">Service time.</param>
    /// <param name="found">Where it is noted, for this report only.</param>
    public virtual void Conclude(DateTimeOffset now, FindingLog found)
    {
    }
}
