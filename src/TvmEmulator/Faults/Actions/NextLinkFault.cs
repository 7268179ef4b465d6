using System.Text.Json;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>A page's nextLink leads astray.</summary>
/// <param name="Mode">Where to.</param>
internal sealed record NextLinkFault(NextLinkMode Mode) : FaultAction
{
    public override string Kind => "next-link";

    public override string Done => Mode switch
    {
        NextLinkMode.Repeat => "gave the link to this page as the nextLink",
        NextLinkMode.Dangling => "gave a nextLink that leads nowhere",
        _ => "left out the nextLink",
    };

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page;

    protected override void WriteMembers(Utf8JsonWriter json) => json.WriteString("mode", JsonNamingPolicy.CamelCase.ConvertName(Mode.ToString()));
}

/// <summary>Where a faulty nextLink leads to.</summary>
internal enum NextLinkMode
{
    /// <summary>To the page that it stands in, also on the last page.</summary>
    Repeat,

    /// <summary>To a 400, also on the last page.</summary>
    Dangling,

    /// <summary>It is left out although more rows exist.</summary>
    Drop,
}
