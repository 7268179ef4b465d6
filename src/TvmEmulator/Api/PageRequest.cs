using TvmEmulator.OData;

namespace TvmEmulator.Api;

/// <summary>What a caller asks of a paged route.</summary>
/// <param name="Size">Rows of the page.</param>
/// <param name="Skip">Rows to leave out; only together with $top.</param>
/// <param name="HasTop">Whether $top was given: then no nextLink follows (contract: get-assessment-software-inventory).</param>
/// <param name="SkipToken">Where a chain goes on; null for the first page.</param>
internal sealed record PageRequest(int Size, int Skip, bool HasTop, string? SkipToken)
{
    /// <summary>Rows of a page when nothing is said (contract: get-assessment-software-inventory).</summary>
    public const int DefaultSize = 50_000;

    /// <summary>The most rows of a page (contract: get-assessment-software-inventory).</summary>
    public const int MostRows = 200_000;

    /// <summary>Reads the query. Where the contract is silent, what makes a wrong client fail early is refused; see docs/fidelity.md.</summary>
    public static (PageRequest? Request, Refusal? Refusal) Read(QueryParameters query)
    {
        if (query.RefuseOptionsExcept("$top", "$skip", "$skiptoken") is { } unsupported)
            return Refuse(unsupported);

        var (size, wrongSize) = query.WholeNumber("pageSize", 1, MostRows);
        var (top, wrongTop) = query.WholeNumber("$top", 1, MostRows);
        var (skip, wrongSkip) = query.WholeNumber("$skip", 0, int.MaxValue);
        var (token, wrongToken) = query.Single("$skiptoken");
        if ((wrongSize ?? wrongTop ?? wrongSkip ?? wrongToken) is { } wrong)
            return Refuse(wrong);

        if (token is not null && (top is not null || skip is not null))
            return Refuse(Refusal.BadRequest("Filter parameter is invalid", "$top and $skip cannot stand beside $skiptoken: follow @odata.nextLink as it is"));
        if (skip is not null && top is null)
            return Refuse(Refusal.BadRequest("The query option $skip is supported only together with $top.", "to page, follow @odata.nextLink instead of counting rows"));

        return (new PageRequest(top ?? size ?? DefaultSize, skip ?? 0, top is not null, token), null);
    }

    private static (PageRequest? Request, Refusal? Refusal) Refuse(Refusal refusal) => (null, refusal);
}
