using TvmEmulator.Faults;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Pipeline;
using TvmEmulator.Scenarios.Documents;

namespace TvmEmulator.Scenarios;

/// <summary>Reads fault rules.</summary>
internal static class FaultListReader
{
    private const string Key = "faults";
    private const int MostOfId = 64;
    private const int MostOfTenant = 255;
    private const int MostOccurrences = 1_000_000_000;
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    private static readonly string[] Occurrences = ["nth", "first", "every", "once", "probability"];
    private static readonly string[] Routes = [.. KnownRoutes.All.Keys, FaultMatch.AnyRoute];

    /// <summary>Reads rules alone.</summary>
    /// <param name="text">YAML or JSON: one rule, or a list of them.</param>
    /// <returns>The rules; null when something is wrong, and then the errors say what.</returns>
    public static (IReadOnlyList<FaultRule>? Rules, IReadOnlyList<string> Errors) Read(string text)
    {
        var errors = new DocumentErrors(source: null);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<FaultRule>? rules = DocumentParser.Parse(text, errors) switch
        {
            null => null,
            ObjectNode rule => [ReadRule(new ObjectReader(rule, "", errors), ids)],
            var list => ObjectReader.ObjectsOf(list, Key, FaultRules.MostRules, errors, rule => ReadRule(rule, ids)),
        };
        return errors.IsEmpty ? (rules, []) : (null, errors.Lines);
    }

    /// <summary>Reads the rules of a scenario; null when it does not mention any.</summary>
    public static IReadOnlyList<FaultRule>? Read(ObjectReader scenario)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return scenario.Objects(Key, FaultRules.MostRules, rule => ReadRule(rule, ids));
    }

    private static FaultRule ReadRule(ObjectReader rule, HashSet<string> ids)
    {
        rule.Need("id", "action");
        var id = rule.Text("id", MostOfId) ?? "";
        if (!FaultActionReader.IsPlain(id))
            rule.Wrong("id", $"{DocumentErrors.Quoted(id)} may hold letters, digits, dots, dashes and underscores only");
        else if (id.Length > 0 && !ids.Add(id))
            rule.Wrong("id", $"{DocumentErrors.Quoted(id)} is the id of a rule before it");

        var action = rule.Object("action") is { } read ? FaultActionReader.Read(read) : null;
        var match = rule.Object("match") is { } requests ? ReadMatch(requests, action) : new FaultMatch();
        rule.End();
        // Where there is no action, something was wrong, and the rule is not used.
        return new FaultRule(id, match, action ?? new EmptyFault());
    }

    private static FaultMatch ReadMatch(ObjectReader match, FaultAction? action)
    {
        var route = match.OneOf("route", Routes, StringComparison.OrdinalIgnoreCase);
        if (route is not null && action is not null && Kinds(route).All(kind => !action.ActsOn(kind)))
            match.Wrong("route", $"{action.Kind} acts on {string.Join(", ", KnownRoutes.All.Where(known => action.ActsOn(known.Value)).Select(known => known.Key))}, not on {route}");

        match.NotBeside("page", "file");
        if (match.Has("page") && route is not null && !Kinds(route).Contains(RouteKind.Page))
            match.Wrong("page", $"{route} has no pages");
        if (match.Has("file") && route is not null && !Kinds(route).Contains(RouteKind.Blob))
            match.Wrong("file", $"{route} has no files");
        if (action is ExpireTokenFault && Array.Find(Occurrences, match.Has) is { } counted)
            match.Wrong(counted, $"cannot stand beside {action.Kind}, which counts the calls of each token itself");

        var read = new FaultMatch
        {
            Route = route ?? FaultMatch.AnyRoute,
            Method = match.OneOf("method", Methods, StringComparison.OrdinalIgnoreCase),
            Tenant = match.Text("tenant", MostOfTenant),
            Page = (int?)match.WholeNumber("page", 1, int.MaxValue),
            File = (int?)match.WholeNumber("file", 0, int.MaxValue),
            Caller = match.Text("caller"),
            Occurrence = ReadOccurrence(match),
        };
        match.End();
        return read;
    }

    private static Occurrence ReadOccurrence(ObjectReader match)
    {
        match.AtMostOneOf(Occurrences);
        var (nth, first, every) = (Number("nth"), Number("first"), Number("every"));
        var probability = match.Number("probability", 0, 1);
        if (match.Value<bool>("once", "true", once => once is { Kind: ScalarKind.Boolean, Text: "true" or "True" or "TRUE" } ? true : null) is not null)
            first = 1;

        return nth is { } number ? new Occurrence.Nth(number)
            : first is { } beginning ? new Occurrence.First(beginning)
            : every is { } distance ? new Occurrence.Every(distance)
            : probability is { } share ? new Occurrence.WithProbability(share)
            : Occurrence.Always;

        long? Number(string key) => match.WholeNumber(key, 1, MostOccurrences);
    }

    private static RouteKind[] Kinds(string route) => route == FaultMatch.AnyRoute ? Enum.GetValues<RouteKind>() : [KnownRoutes.All[route]];
}
