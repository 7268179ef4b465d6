using Microsoft.OData;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>An answer that <see cref="StrictReader"/> has read.</summary>
/// <param name="Kind">What it was.</param>
internal sealed record StrictAnswer(ODataPayloadKind Kind)
{
    /// <summary>The rows of a set, or the one row of an answer that is an object.</summary>
    public IReadOnlyList<ODataResource> Rows { get; init; } = [];

    /// <summary>Where a page says that it goes on.</summary>
    public Uri? NextLink { get; init; }

    /// <summary>The sets of a service document.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>What a refusal says.</summary>
    public ODataError? Error { get; init; }
}
