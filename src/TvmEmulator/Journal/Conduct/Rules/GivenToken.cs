namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>A skip token that was given to a caller, with the nextLinks that it stood in.</summary>
internal sealed class GivenToken
{
    // One is usual; walks with other page sizes pass the same places.
    private const int MostLinks = 16;

    private readonly List<GivenLink> _links = [];

    /// <summary>The links, the oldest first.</summary>
    public IReadOnlyList<GivenLink> Links => _links;

    /// <summary>Whether there were more links than are kept.</summary>
    public bool HasForgotten { get; private set; }

    /// <summary>The link with these other parameters.</summary>
    public GivenLink? Find(string rest) => _links.Find(link => link.Rest == rest);

    /// <summary>The link with these other parameters, which is a new one if there was none.</summary>
    public GivenLink FindOrAdd(string rest)
    {
        if (Find(rest) is { } known)
            return known;

        if (_links.Count == MostLinks)
        {
            _links.RemoveAt(0);
            HasForgotten = true;
        }

        var added = new GivenLink(rest);
        _links.Add(added);
        return added;
    }
}

/// <summary>A nextLink.</summary>
/// <param name="rest">Its parameters besides the skip token.</param>
internal sealed class GivenLink(string rest)
{
    /// <summary>Its parameters besides the skip token.</summary>
    public string Rest { get; } = rest;

    /// <summary>How often it was given.</summary>
    public int Given { get; set; }

    /// <summary>How often it was followed with success.</summary>
    public int Followed { get; set; }

    /// <summary>The last call that has given it.</summary>
    public Call? Giver { get; set; }

    /// <summary>The last call that has followed it with success.</summary>
    public Call? Follower { get; set; }

    /// <summary>Whether it has not been followed since it was given.</summary>
    public bool IsOpen { get; set; }
}
