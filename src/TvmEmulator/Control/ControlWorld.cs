using TvmEmulator.OData;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary>Finds the world of a control call: the one that <c>?tenant=</c> names by id or name, else the default one.</summary>
internal sealed class ControlWorld(WorldRegistry worlds)
{
    /// <summary>The query parameter that names a tenant.</summary>
    public const string Parameter = "tenant";

    /// <summary>A call that only looks: a tenant without a world is not found.</summary>
    /// <param name="answer">Answers.</param>
    /// <param name="parameters">Query parameters that it has beside the tenant.</param>
    public RequestDelegate Reads(Func<HttpContext, World, Task> answer, params string[] parameters) => context =>
    {
        if (RefuseParameters(context.Request.Query, parameters) is { } refusal)
            return ControlAnswer.RefuseAsync(context, refusal);
        return Of(context) is { } world ? answer(context, world) : ControlAnswer.RefuseAsync(context, NotFound(context.Request.Query[Parameter].ToString()));
    };

    /// <summary>A call that changes something: a tenant without a world gets one, with the start-up options.</summary>
    public RequestDelegate Writes(Func<HttpContext, World, Task> answer) => context =>
    {
        if (RefuseParameters(context.Request.Query, []) is { } unknown)
            return ControlAnswer.RefuseAsync(context, unknown);

        var tenant = context.Request.Query[Parameter].ToString();
        if (tenant.Length == 0)
            return answer(context, worlds.Default);
        return RefuseName(tenant) is { } refusal ? ControlAnswer.RefuseAsync(context, refusal) : answer(context, Establish(tenant));
    };

    /// <summary>A misspelt tenant would be the default one, and a misspelt filter would let everything through.</summary>
    private static Refusal? RefuseParameters(IQueryCollection query, string[] known)
    {
        string[] all = [Parameter, .. known];
        foreach (var (name, values) in query)
        {
            if (!all.Contains(name, StringComparer.OrdinalIgnoreCase))
                return Refusal.BadRequest($"Parameter {(name.Length <= 40 ? name : name[..40] + "...")} is not known, {EditDistance.Advice(name, all)}.");
            if (values.Count > 1)
                return Refusal.BadRequest($"Parameter {name} is given more than once.");
        }

        return null;
    }

    private World Establish(string tenant)
    {
        var world = worlds.Open(tenant);
        world.IsEstablished = true;
        return world;
    }

    /// <summary>The world of a call; null when its tenant has none.</summary>
    public World? Of(HttpContext context)
    {
        var tenant = context.Request.Query[Parameter].ToString();
        return tenant.Length == 0 ? worlds.Default : worlds.Find(worlds.IdOf(tenant));
    }

    /// <summary>Refuses what cannot be the name of a tenant.</summary>
    public static Refusal? RefuseName(string tenant) => WorldRegistry.IsName(tenant)
        ? null
        : Refusal.BadRequest($"A tenant is a GUID, or a name of letters, digits, dots and dashes with at most {WorldRegistry.MostCharacters} characters.");

    /// <summary>404: a tenant has no world.</summary>
    public static Refusal NotFound(string tenant) => Refusal.ResourceNotFound(
        $"No world has the tenant '{(tenant.Length <= 40 ? tenant : tenant[..40] + "...")}'; GET {ControlAnswer.Path}/worlds lists them, PUT {ControlAnswer.Path}/worlds/{{id}} makes one.");
}
