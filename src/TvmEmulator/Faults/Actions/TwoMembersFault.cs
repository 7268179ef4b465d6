using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>A gzip answer has two members with half of the rows each: readers that stop after the first lose the rest.</summary>
internal sealed record TwoMembersFault : FaultAction
{
    public override string Kind => "two-members";

    public override string Done => "sent two gzip members";

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page or RouteKind.Blob;
}
