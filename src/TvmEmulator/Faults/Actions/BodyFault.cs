using TvmEmulator.Faults.Bodies;

namespace TvmEmulator.Faults.Actions;

/// <summary>A fault of the bytes on their way, whatever they mean.</summary>
internal abstract record BodyFault : FaultAction
{
    /// <summary>Puts the fault in front of a body.</summary>
    /// <param name="body">Where the bytes go next.</param>
    /// <param name="context">The request.</param>
    /// <param name="wall">What delays are waited by.</param>
    public abstract FaultyBody Before(Stream body, HttpContext context, TimeProvider wall);
}
