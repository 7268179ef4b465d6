using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct;

/// <summary>What the conduct rules see of an answer, besides the entry. It is not kept.</summary>
/// <param name="query">The request's query as it was sent.</param>
/// <param name="facts">What was answered, as in <see cref="Exchange.Facts"/>.</param>
internal sealed class CallAnswer(string query, object? facts)
{
    private PageAddress? _page;

    /// <summary>What was answered, as in <see cref="Exchange.Facts"/>.</summary>
    public object? Facts { get; } = facts;

    /// <summary>The request's query, read as that of a page.</summary>
    public PageAddress Page => _page ??= PageAddress.Of(query);
}
