namespace TvmEmulator.Identity;

/// <summary>An application that a world knows.</summary>
/// <param name="Id">Its client id, in any letter case.</param>
/// <param name="Secret">Its secret; null takes any.</param>
/// <param name="Roles">What its tokens say that it may do.</param>
/// <param name="TokenLifetime">How long its tokens work, a second to a day; null is the usual hour.</param>
internal sealed record KnownClient(string Id, string? Secret, IReadOnlyList<string> Roles, TimeSpan? TokenLifetime)
{
    /// <summary>The shortest lifetime of a token.</summary>
    public static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(1);

    /// <summary>The longest lifetime of a token.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(1);

    /// <summary>How long its tokens work; null is the usual hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is given less than a second or more than a day.</exception>
    public TimeSpan? TokenLifetime { get; init; } = TokenLifetime is null || (TokenLifetime >= ShortestLifetime && TokenLifetime <= LongestLifetime)
        ? TokenLifetime
        : throw new ArgumentOutOfRangeException(nameof(TokenLifetime), TokenLifetime, "a second to a day is needed");
}
