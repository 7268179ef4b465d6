using TvmEmulator.Configuration;

namespace TvmEmulator.Faults.Actions;

/// <summary>A fault that is the whole answer; the request goes no further.</summary>
internal abstract record AnsweringFault : FaultAction
{
    /// <summary>Answers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="edition">The edition that is spoken.</param>
    /// <param name="hint">What has been done to the request by all rules.</param>
    public abstract Task AnswerAsync(HttpContext context, ContractEdition edition, string hint);
}
