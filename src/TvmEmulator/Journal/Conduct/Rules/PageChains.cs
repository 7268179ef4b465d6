using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds nextLinks that are rebuilt, followed too often, or not followed at all.</summary>
internal sealed class PageChains(FindingLog found) : ConductRule(found)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly BoundedMap<(CallerRoute Source, string Token), GivenToken> _given = new();

    public override void End(Call call, CallAnswer answer)
    {
        if (call.Route is not { Kind: RouteKind.Page })
            return;

        // A token that was never given says nothing: it may be from before a reset.
        if (answer.Page.Token is { } token && _given.TryGet((call.Source, token), out var given))
            Follow(call, given, answer.Page.Rest);
        if (call.HasSucceeded && answer.Facts is PageFacts { NextLink: { } link })
            Give(call, PageAddress.OfLink(link));
    }

    public override void Conclude(DateTimeOffset now, FindingLog found)
    {
        foreach (var ((source, _), given) in _given.Entries)
        {
            foreach (var giver in given.Links.Where(link => link.IsOpen).Select(link => link.Giver!))
                found.Note(now - giver.Entry.Time >= Patience ? FindingKind.ChainAbandoned : FindingKind.ChainOpen, source, 1, [giver]);
        }
    }

    private void Follow(Call call, GivenToken given, string rest)
    {
        var link = given.Find(rest);
        if (link is null && !given.HasForgotten)
            Found.Note(FindingKind.NextLinkRebuilt, call, cause: given.Links[^1].Giver);
        if (!call.HasSucceeded)
            return;

        // A rebuilt link leads on as well.
        foreach (var any in given.Links.Where(any => any.IsOpen))
        {
            any.IsOpen = false;
            if (call.Entry.Time - any.Giver!.Entry.Time >= Patience)
                Found.Note(FindingKind.ChainAbandoned, call, any.Giver);
        }

        // Who could not use a faulty answer may ask again.
        if (link is null || call.IsFaulty)
            return;
        if (++link.Followed > link.Given)
            Found.Note(FindingKind.PageFetchedTwice, call, cause: link.Follower);
        link.Follower = call;
    }

    private void Give(Call call, PageAddress address)
    {
        var link = _given.GetOrAdd((call.Source, address.Token ?? ""), static () => new GivenToken()).FindOrAdd(address.Rest);
        link.Given++;
        link.Giver = call;
        link.IsOpen |= !call.IsFaulty;
    }
}
