namespace TvmEmulator.ContractTests.Routes;

/// <summary>What the published pages say about a route, and how it is asked in tests.</summary>
/// <param name="Path">The route as it is mapped; <c>{id}</c> stands for what it tells of.</param>
/// <param name="Name">What quotas are counted by, and what fault rules name.</param>
/// <param name="Kind">What it answers with.</param>
/// <param name="Permission">What a caller needs.</param>
internal sealed record DocumentedRoute(string Path, string Name, AnswerKind Kind, DocumentedPermission Permission)
{
    // Of the tenant with three devices and seed 1.
    private static readonly Dictionary<string, string> SampleIds = new(StringComparer.Ordinal)
    {
        ["Software"] = "microsoft-_-windows_11",
        ["machines"] = "de666236e748ec0759f9c53d19df20adb30709e9",
        ["vulnerabilities"] = "CVE-2026-8296112",
        ["recommendations"] = "va-_-microsoft-_-edge",
        ["remediationTasks"] = "116c244a-89e8-4530-969e-63501c08af5b",
    };

    /// <summary>The context behind <c>$metadata#</c>, as it resolves in the metadata.</summary>
    public required string Context { get; init; }

    /// <summary>The context of the documented example, where it is another one.</summary>
    public string? Context2021 { get; init; }

    /// <summary>The columns of the documented example: names in their order with kinds of values, <c>?</c> where one may be null.</summary>
    public required string Columns2021 { get; init; }

    /// <summary>The approved answers: a file of <c>fixtures/responses</c> where <c>*</c> stands for the edition.</summary>
    public required string Approved { get; init; }

    /// <summary>Parameters without which there is no answer, or a very long one.</summary>
    public string Query { get; init; } = "";

    /// <summary>How many calls an application has in a minute and in an hour.</summary>
    public (int PerMinute, int PerHour) Limits { get; init; } = Kind switch
    {
        AnswerKind.Page => (30, 1000),
        AnswerKind.Export => (5, 20),
        _ => (100, 1500),
    };

    /// <summary>The columns that the page lists for <c>$filter</c>.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The largest <c>$top</c> of a list.</summary>
    public int MostRows { get; init; } = 10_000;

    /// <summary>Whether the path has an id.</summary>
    public bool HasId => Path.Contains("{id}", StringComparison.Ordinal);

    /// <summary>A request that is answered.</summary>
    public string Example => (HasId ? WithId(SampleIds[Path.Split('/')[2]]) : Path) + Query;

    /// <summary>The context of an edition.</summary>
    public string ContextOf(string edition) => edition == "2021" ? Context2021 ?? Context : Context;

    /// <summary>The path with an id.</summary>
    public string WithId(string id) => Path.Replace("{id}", id, StringComparison.Ordinal);

    /// <summary>The example with one parameter more.</summary>
    public string With(string parameter) => $"{Example}{(Query.Length > 0 ? '&' : '?')}{parameter}";
}
