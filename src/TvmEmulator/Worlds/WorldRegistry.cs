using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Configuration;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Overlays;

namespace TvmEmulator.Worlds;

/// <summary>
/// The worlds by tenant id. Only the emulator's own tokens and its control API make worlds; beyond <see cref="MostWorlds"/> the one that was
/// used least recently goes. The default world always stays.
/// </summary>
internal sealed partial class WorldRegistry
{
    /// <summary>The most worlds at a time, the default one included.</summary>
    public const int MostWorlds = 64;

    /// <summary>The longest name of a tenant.</summary>
    public const int MostCharacters = 255;

    private const int MostViolations = 1000;

    /// <summary>Name of the world of callers that name none.</summary>
    public const string DefaultName = "default";

    private readonly EmulatorOptions _options;
    private readonly TimeProvider _wall;
    private readonly ILogger<WorldRegistry> _logger;
    private readonly TenantPool _tenants = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Kept> _worlds = [];
    private readonly List<string> _violations = [];
    private long _uses;

    /// <param name="options">What holds for all worlds.</param>
    /// <param name="wall">The wall clock.</param>
    /// <param name="logger">Is told which worlds were dropped.</param>
    /// <param name="scenario">What worlds begin with.</param>
    /// <param name="given">The organization that worlds have, when they are not made with a seed or a size; null generates one.</param>
    /// <exception cref="ScenarioException">The organization cannot take the changes of the scenario.</exception>
    public WorldRegistry(EmulatorOptions options, TimeProvider wall, ILogger<WorldRegistry> logger, Scenario scenario, GivenOrganization? given = null)
    {
        _options = options;
        _wall = wall;
        _logger = logger;
        Start = WorldSettings.Of(options, scenario, given);
        try
        {
            Default = new World(DefaultName, Start, options, wall, _tenants);
        }
        catch (OverlayException wrong)
        {
            throw ScenarioFile.Wrong(options.ScenarioFile!, wrong.Problems);
        }
    }

    /// <summary>What worlds are made from when nothing else is said: the start-up options and scenario.</summary>
    public WorldSettings Start { get; }

    /// <summary>The world of callers that name none.</summary>
    public World Default { get; }

    /// <summary>All worlds, the default one first.</summary>
    public IReadOnlyList<World> All
    {
        get
        {
            lock (_gate)
                return [Default, .. _worlds.Values.Select(kept => kept.World).OrderBy(world => world.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>The violations in the conduct of the clients of all worlds, one line each; also of worlds that have been dropped.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate)
                return [.. _violations, .. All.SelectMany(world => world.Journal.Violations(world.Name))];
        }
    }

    /// <summary>Whether a text can be the name of a tenant: a GUID or a name like a domain's, letters, digits, dots and dashes.</summary>
    public static bool IsName(string text) =>
        text.Length is >= 1 and <= MostCharacters && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');

    /// <summary>The tenant id that a name stands for: itself when it is a GUID, else a hash of it.</summary>
    public Guid IdOf(string tenant) => tenant.Equals(DefaultName, StringComparison.OrdinalIgnoreCase) ? Default.TenantId : HashOf(tenant);

    /// <summary>The tenant id of any name but <see cref="DefaultName"/>.</summary>
    public static Guid HashOf(string tenant) =>
        Guid.TryParse(tenant, out var id) ? id : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(tenant.ToLowerInvariant())).AsSpan(0, 16));

    /// <summary>The world of a tenant, if there is one.</summary>
    public World? Find(Guid tenantId)
    {
        if (tenantId == Default.TenantId)
            return Default;

        lock (_gate)
        {
            if (!_worlds.TryGetValue(tenantId, out var kept))
                return null;
            kept.LastUse = ++_uses;
            return kept.World;
        }
    }

    /// <summary>The world of a tenant; made with the start-up options when there is none.</summary>
    /// <param name="tenant">A GUID or any other name.</param>
    public World Open(string tenant) => Find(IdOf(tenant)) ?? Keep(tenant, Start, replaces: false);

    /// <summary>Makes a world anew, in place of the one with this name if there is one. The default one cannot be replaced.</summary>
    public World Put(string tenant, WorldSettings settings) => Keep(tenant, settings, replaces: true);

    /// <summary>Drops a world; answers false when there is none. The default one cannot be dropped.</summary>
    public bool Drop(Guid tenantId)
    {
        lock (_gate)
            return Remove(tenantId);
    }

    private World Keep(string tenant, WorldSettings settings, bool replaces)
    {
        var id = IdOf(tenant);
        ArgumentOutOfRangeException.ThrowIfEqual(id, Default.TenantId, nameof(tenant));

        // Outside the lock: reading the catalog takes a while.
        var world = new World(tenant, settings, _options, _wall, _tenants, id);
        lock (_gate)
        {
            // Another caller may have been faster, and may have changed its world already.
            if (!replaces && _worlds.TryGetValue(id, out var first))
                return first.World;

            _worlds[id] = new Kept(world) { LastUse = ++_uses };
            if (_worlds.Count >= MostWorlds)
                DropLeastRecentlyUsed();
        }

        return world;
    }

    private bool Remove(Guid tenantId)
    {
        if (!_worlds.Remove(tenantId, out var kept))
            return false;

        // What its clients did wrong is not forgotten with it.
        _violations.AddRange(kept.World.Journal.Violations(kept.World.Name).Take(MostViolations - _violations.Count));
        return true;
    }

    private void DropLeastRecentlyUsed()
    {
        // Those that only refused requests have named go first: nobody has set anything up there.
        var (id, kept) = _worlds.OrderBy(entry => entry.Value.World.IsEstablished).ThenBy(entry => entry.Value.LastUse).First();
        Remove(id);
        LogDropped(_logger, kept.World.Name, MostWorlds);
    }

    [LoggerMessage(LogLevel.Warning, "There are more than {Limit} worlds: the one of tenant {Tenant}, used least recently, was dropped with its clocks, quotas and journal")]
    private static partial void LogDropped(ILogger logger, string tenant, int limit);

    private sealed class Kept(World world)
    {
        public World World { get; } = world;

        public long LastUse { get; set; }
    }
}
