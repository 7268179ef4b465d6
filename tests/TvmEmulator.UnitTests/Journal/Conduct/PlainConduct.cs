using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal.Conduct;

/// <summary>A call of a random sequence, in the terms of the rules: which link it follows, which one its answer gives.</summary>
/// <param name="Application">Who calls.</param>
/// <param name="Asked">The link that is followed; null for a first page.</param>
/// <param name="Given">The link that the answer gives; null for none.</param>
/// <param name="Status">What is answered.</param>
/// <param name="RetryAfter">Seconds to wait after a 429.</param>
/// <param name="IsFaulty">Whether a fault touches the answer.</param>
/// <param name="Time">When it begins.</param>
internal sealed record PlainCall(string Application, PlainLink? Asked, PlainLink? Given, int Status, int RetryAfter, bool IsFaulty, DateTimeOffset Time)
{
    public bool HasSucceeded => Status == 200;

    public PlainLink? Answered => HasSucceeded ? Given : null;
}

/// <summary>A nextLink.</summary>
internal sealed record PlainLink(int Token, int Rest);

/// <summary>The slow twin of the observer: it has all events, and answers every question by looking at all of them.</summary>
/// <param name="events">Beginnings and ends in their order.</param>
/// <param name="now">When the report is made.</param>
internal sealed class PlainConduct(IReadOnlyList<(PlainCall Call, bool IsEnd)> events, DateTimeOffset now)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>How often each kind is found for a caller.</summary>
    public IEnumerable<(FindingKind Kind, string Application, int Count)> Findings =>
        from application in events.Select(one => one.Call.Application).Distinct(StringComparer.Ordinal)
        from kind in new (FindingKind Kind, int Count)[]
        {
            (FindingKind.RetryTooEarly, Places(application, isEnd: false).Count(IsEarly)),
            (FindingKind.NextLinkRebuilt, Places(application, isEnd: true).Count(IsRebuilt)),
            (FindingKind.PageFetchedTwice, Places(application, isEnd: true).Count(IsFetchedTwice)),
            (FindingKind.ChainAbandoned, OpenSince(application).Count(since => now - since >= Patience) + Places(application, isEnd: true).Sum(LinksFollowedLate)),
            (FindingKind.ChainOpen, OpenSince(application).Count(since => now - since < Patience)),
        }
        where kind.Count > 0
        select (kind.Kind, application, kind.Count);

    private IEnumerable<int> Places(string application, bool isEnd) =>
        Enumerable.Range(0, events.Count).Where(place => events[place].IsEnd == isEnd && events[place].Call.Application == application);

    private IEnumerable<PlainCall> EndedBefore(int place) => Places(events[place].Call.Application, isEnd: true).TakeWhile(earlier => earlier < place).Select(end => events[end].Call);

    private bool IsEarly(int begin)
    {
        var call = events[begin].Call;
        return EndedBefore(begin).Any(earlier => earlier.Status == 429 && call.Time < earlier.Time.AddSeconds(earlier.RetryAfter));
    }

    private bool IsRebuilt(int end)
    {
        var call = events[end].Call;
        var given = EndedBefore(end).Select(earlier => earlier.Answered).OfType<PlainLink>().Where(link => link.Token == call.Asked?.Token).ToList();
        return given.Count > 0 && !given.Contains(call.Asked!);
    }

    private bool IsFetchedTwice(int end) => IsFetch(end) && Places(events[end].Call.Application, isEnd: true)
        .Count(other => other <= end && events[other].Call.Asked == events[end].Call.Asked && IsFetch(other)) > TimesGiven(end);

    /// <summary>Whether a link that had been given was followed, and the page certainly arrived.</summary>
    private bool IsFetch(int end) => events[end].Call is { HasSucceeded: true, IsFaulty: false, Asked: not null } && TimesGiven(end) > 0;

    private int TimesGiven(int end) => EndedBefore(end).Count(earlier => earlier.Answered == events[end].Call.Asked);

    /// <summary>How many links a page closes that have been open for too long.</summary>
    private int LinksFollowedLate(int end)
    {
        var call = events[end].Call;
        return call is { HasSucceeded: true, Asked: { } asked } && TimesTokenGiven(end, asked.Token) > 0
            ? Open(call.Application, end).Count(open => open.Link.Token == asked.Token && call.Time - open.Since >= Patience)
            : 0;
    }

    private IEnumerable<DateTimeOffset> OpenSince(string application) => Open(application, events.Count).Select(open => open.Since);

    /// <summary>The links that are open before a place, and when they were given for the last time.</summary>
    private IEnumerable<(PlainLink Link, DateTimeOffset Since)> Open(string application, int before)
    {
        var ends = Places(application, isEnd: true).TakeWhile(end => end < before).ToList();
        foreach (var link in ends.Select(end => events[end].Call.Answered).OfType<PlainLink>().Distinct())
        {
            var lastFollowed = ends.LastOrDefault(end => events[end].Call is { HasSucceeded: true, Asked: { } asked } && asked.Token == link.Token && TimesTokenGiven(end, link.Token) > 0, -1);
            var gives = ends.Where(end => events[end].Call.Answered == link).ToList();
            // An answer is read after the link that it was asked by was followed.
            if (gives.Exists(give => give >= lastFollowed && !events[give].Call.IsFaulty))
                yield return (link, events[gives[^1]].Call.Time);
        }
    }

    private int TimesTokenGiven(int end, int token) => EndedBefore(end).Count(earlier => earlier.Answered?.Token == token);
}
