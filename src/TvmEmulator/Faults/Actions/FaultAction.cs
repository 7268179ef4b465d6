using System.Text.Json;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>What goes wrong.</summary>
internal abstract record FaultAction
{
    /// <summary>The most that one request is held up.</summary>
    public static readonly TimeSpan MostDelay = TimeSpan.FromMinutes(10);

    /// <summary>Its name in a rule, such as <c>next-link</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What was done, for the hint beside the answer.</summary>
    public abstract string Done { get; }

    /// <summary>Whether the answer is as it would be, only later.</summary>
    public virtual bool OnlyDelays => false;

    /// <summary>Whether rows are lost on the way, so that a caller must ask again.</summary>
    public virtual bool LosesRows => false;

    /// <summary>Whether it can happen to answers of this kind.</summary>
    public virtual bool ActsOn(RouteKind kind) => true;

    /// <summary>Writes it in the form that rules are read in.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("action");
        json.WriteString("kind", Kind);
        WriteMembers(json);
        json.WriteEndObject();
    }

    /// <summary>Writes what it has beside its kind.</summary>
    protected virtual void WriteMembers(Utf8JsonWriter json)
    {
    }
}
