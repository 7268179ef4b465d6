using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>A page without rows in the middle of a chain; its nextLink is the one that it has with them.</summary>
internal sealed record EmptyPageFault : FaultAction
{
    public override string Kind => "empty-page";

    public override string Done => "left out the rows of the page";

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page;
}
