namespace TvmEmulator.Journal.Conduct;

/// <summary>A kind of conduct that is reported.</summary>
/// <param name="Id">Its fixed name.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Summary">What it means, in one sentence for a person.</param>
internal sealed record FindingKind(string Id, Severity Severity, string Summary)
{
    public static FindingKind BearerToStorage { get; } = new("bearer-to-storage", Severity.Violation,
        "An Authorization header was sent to the storage account, which refuses a link that comes with one.");

    public static FindingKind NextLinkRebuilt { get; } = new("nextlink-rebuilt", Severity.Violation,
        "A skip token was sent with other parameters than its @odata.nextLink has; the link must be followed as it is.");

    public static FindingKind PageFetchedTwice { get; } = new("page-fetched-twice", Severity.Violation,
        "A page was fetched more often than its @odata.nextLink was given, so its rows arrived twice.");

    public static FindingKind PageSkippedAfterError { get; } = new("page-skipped-after-error", Severity.Violation,
        "A page or file that had failed was never fetched again, while later ones were; its rows are missing.");

    public static FindingKind RetryTooEarly { get; } = new("retry-too-early", Severity.Violation,
        "The route was called again before the Retry-After of a 429 had passed.");

    public static FindingKind ChainAbandoned { get; } = new("chain-abandoned", Severity.Note,
        "An @odata.nextLink was not followed within five minutes; the rows behind it were never read.");

    /// <summary>The same as <see cref="ChainAbandoned"/>, of a chain that may still go on.</summary>
    public static FindingKind ChainOpen { get; } = ChainAbandoned with
    {
        Summary = "An @odata.nextLink had not been followed when the report was made, less than five minutes after it was given.",
    };

    public static FindingKind ExportWhileValid { get; } = new("export-while-valid", Severity.Note,
        "An export was asked for again while all links of the last one were valid and the snapshot was the same.");

    public static FindingKind LinkAfterExpiry { get; } = new("link-after-expiry", Severity.Note,
        "A link to an export file was used after it had expired.");

    public static FindingKind OverParallel { get; } = new("over-parallel", Severity.Note,
        "More calls were in flight at a time than a minute allows.");

    public static FindingKind PageTooSmall { get; } = new("page-too-small", Severity.Note,
        "The page size is so small that a full walk needs more calls than a minute allows.");

    public static FindingKind TokenPerCall { get; } = new("token-per-call", Severity.Note,
        "There were more tokens than half the calls; a token is good for many calls.");

    public static FindingKind TopTruncates { get; } = new("top-truncates", Severity.Note,
        "A page with $top was full, more rows exist, and no window with $skip followed; $top has no @odata.nextLink.");

    /// <summary>One kind of each id, in the order of reports.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        BearerToStorage, NextLinkRebuilt, PageFetchedTwice, PageSkippedAfterError, RetryTooEarly,
        ChainAbandoned, ExportWhileValid, LinkAfterExpiry, OverParallel, PageTooSmall, TokenPerCall, TopTruncates,
    ];
}
