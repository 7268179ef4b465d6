using System.Text.Json;

namespace TvmEmulator.Faults;

/// <summary>The requests that a fault rule is about: those that fit everything that is set here.</summary>
internal sealed record FaultMatch
{
    /// <summary>The route of a rule that is about all routes.</summary>
    public const string AnyRoute = "*";

    /// <summary>Name of the route, or <see cref="AnyRoute"/>.</summary>
    public string Route { get; init; } = AnyRoute;

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The only world in which the rule acts, by name or GUID.</summary>
    public string? Tenant { get; init; }

    /// <summary>Number of the page within its chain, from 1 on.</summary>
    public int? Page { get; init; }

    /// <summary>Index of the part file among those of its snapshot, from 0 on.</summary>
    public int? File { get; init; }

    /// <summary>Id of the calling application.</summary>
    public string? Caller { get; init; }

    /// <summary>Which of the requests that fit the rest.</summary>
    public Occurrence Occurrence { get; init; } = Occurrence.Always;

    /// <summary>Writes it in the form that rules are read in.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("match");
        json.WriteString("route", Route);
        foreach (var (key, text) in new[] { ("method", Method), ("tenant", Tenant), ("caller", Caller) })
        {
            if (text is not null)
                json.WriteString(key, text);
        }

        if (Page is { } page)
            json.WriteNumber("page", page);
        if (File is { } file)
            json.WriteNumber("file", file);
        Occurrence.WriteTo(json);
        json.WriteEndObject();
    }
}
