using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>The links of an export are genuine and have expired.</summary>
internal sealed record ExpiredLinksFault : FaultAction
{
    public override string Kind => "expired-links";

    public override string Done => "gave links that have expired";

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Export;
}
