using System.Text.Json;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults;

/// <summary>Which requests something goes wrong with, and what.</summary>
/// <param name="Id">Its name within a world; stands in hints and in the journal.</param>
/// <param name="Match">The requests.</param>
/// <param name="Action">What goes wrong.</param>
internal sealed record FaultRule(string Id, FaultMatch Match, FaultAction Action)
{
    /// <summary>Whether nothing but the download of a part file can ever fit it.</summary>
    public bool IsOnlyAboutFiles => Match.File is not null || KnownRoutes.All.GetValueOrDefault(Match.Route) is RouteKind.Blob;

    /// <summary>Writes it as an object, in the form that rules are read in.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        Match.WriteTo(json);
        Action.WriteTo(json);
        json.WriteEndObject();
    }
}
