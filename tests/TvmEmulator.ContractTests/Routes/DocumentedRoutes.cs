namespace TvmEmulator.ContractTests.Routes;

/// <summary>Every route of the published pages, and what they say about it. A new route is a new entry; <see cref="RouteTableTests"/> sees to it.</summary>
internal static class DocumentedRoutes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DocumentedRoute> All { get; } = [.. DocumentedAssessments.All, .. DocumentedResources.All, .. DocumentedFindings.All];

    /// <summary>The route with a path.</summary>
    public static DocumentedRoute Of(string path) => All.Single(route => route.Path == path);

    /// <summary>The paths of some, for a theory.</summary>
    public static TheoryData<string> Paths(Func<DocumentedRoute, bool> where) => [.. All.Where(where).Select(route => route.Path)];

    /// <summary>The paths of some, each with both editions.</summary>
    public static TheoryData<string, string> InBothEditions(Func<DocumentedRoute, bool> where)
    {
        var cases = new TheoryData<string, string>();
        foreach (var route in All.Where(where))
        {
            cases.Add("2021", route.Path);
            cases.Add("2026", route.Path);
        }

        return cases;
    }
}
