using TvmEmulator.Api;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds chains that begin with a page so small that they cannot be walked within a minute.</summary>
internal sealed class SmallPages(FindingLog found, Func<ApiRoute, int?> allowedPerMinute) : ConductRule(found)
{
    public override void End(Call call, CallAnswer answer)
    {
        if (call is { HasSucceeded: true, Route: { } route }
            && answer is { Facts: PageFacts { HasTop: false, Size: < PageRequest.DefaultSize } page, Page.Token: null }
            && (page.Total + page.Size - 1L) / page.Size > allowedPerMinute(route))
        {
            Found.Note(FindingKind.PageTooSmall, call);
        }
    }
}
