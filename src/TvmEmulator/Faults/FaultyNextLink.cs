using TvmEmulator.Api;
using TvmEmulator.Faults.Actions;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Faults;

/// <summary>The nextLink of a page, from the path on, when it leads astray.</summary>
internal static class FaultyNextLink
{
    /// <summary>Builds the link; null when there is none.</summary>
    /// <param name="mode">Where it leads to.</param>
    /// <param name="request">The request for the page.</param>
    /// <param name="path">Path of the route in its canonical casing.</param>
    /// <param name="mark">The snapshot of the page.</param>
    /// <param name="files">How many part files the snapshot has.</param>
    public static string? Of(NextLinkMode mode, HttpRequest request, string path, SnapshotMark mark, int files) => mode switch
    {
        // As it was asked for; a raw '#' would begin the fragment.
        NextLinkMode.Repeat => path + request.QueryString.Value?.Replace("#", "%23", StringComparison.Ordinal),
        // A file that the snapshot does not have.
        NextLinkMode.Dangling => NextLink.Of(path, QueryParameters.Parse(request.QueryString), new SkipToken(mark, files, 0)),
        _ => null,
    };
}
