using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.Identity;
using TvmEmulator.Journal;
using TvmEmulator.Quotas;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Overlays;

namespace TvmEmulator.Worlds;

/// <summary>
/// An organization with its own clocks, quotas, faults and journal, as callers with one tenant id see it. A reset returns it to its
/// baseline, never to emptiness.
/// </summary>
internal sealed class World
{
    private readonly TenantSnapshots _generated;
    private readonly TenantSnapshots _baseline;
    private readonly (WorldParts Part, Action Reset)[] _parts;
    private readonly Lock _gate = new();
    private SnapshotStore _snapshots;
    private ImmutableList<KnownClient> _clients;

    /// <param name="name">What callers call it.</param>
    /// <param name="settings">What it is made from.</param>
    /// <param name="options">What holds for all worlds.</param>
    /// <param name="wall">The wall clock.</param>
    /// <param name="tenants">Where it finds its organization.</param>
    /// <param name="tenantId">Its tenant id; null derives one from the seed.</param>
    /// <exception cref="OverlayException">The changes on top of its organization cannot be made.</exception>
    public World(string name, WorldSettings settings, EmulatorOptions options, TimeProvider wall, TenantPool tenants, Guid? tenantId = null)
    {
        Name = name;
        Settings = settings;
        TenantId = tenantId ?? DeriveGuid("tenant");
        Time = new ServiceClock(wall, settings.Clock);
        DataTime = new DataClock(settings.DataTime, Time);
        _generated = settings.Given is { } given ? tenants.Get(given) : tenants.Get(settings.Seed, settings.Devices);
        _baseline = settings.Overlay is { } overlay ? tenants.Get(_generated.Tenant, overlay, DataTime.NewestMark) : _generated;
        _snapshots = new SnapshotStore(_baseline, DataTime);
        _clients = [.. settings.Clients];
        Exports = new ExportLinks(this, options);
        Quotas = new QuotaLedger(settings.Quotas, Time);
        Faults = new FaultRules(this, settings.Faults);
        Journal = new RequestJournal(name, Time, options.Journal) { AllowedPerMinute = route => Quotas.Settings.LimitsOf(route)?.PerMinute };
        _parts =
        [
            (WorldParts.Clock, Time.Reset),
            (WorldParts.DataTime, DataTime.Reset),
            (WorldParts.Overlay, () => Show(_baseline)),
            (WorldParts.Clients, () => Clients = [.. settings.Clients]),
            (WorldParts.Quotas, Quotas.Reset),
            (WorldParts.Faults, Faults.Reset),
            (WorldParts.Journal, Journal.Clear),
        ];
    }

    /// <summary>The tenant as callers write it: a GUID, a domain, or <see cref="WorldRegistry.DefaultName"/>.</summary>
    public string Name { get; }

    /// <summary>The id of the tenant: <c>tid</c> of tokens, <c>OrgId</c> of blob paths.</summary>
    public Guid TenantId { get; }

    /// <summary>What it was made from.</summary>
    public WorldSettings Settings { get; }

    /// <summary>Its snapshots. Read it once for an answer: an overlay puts another store in its place.</summary>
    public SnapshotStore Snapshots => Volatile.Read(ref _snapshots);

    /// <summary>The organization.</summary>
    public Tenant Tenant => Snapshots.Tenant;

    /// <summary>Service time: what quotas, tokens and links are judged by.</summary>
    public ServiceClock Time { get; }

    /// <summary>Data time: which snapshot is the newest.</summary>
    public DataClock DataTime { get; }

    /// <summary>Links to its export files.</summary>
    public ExportLinks Exports { get; }

    /// <summary>The applications that get tokens. While it is empty everybody does, with all roles.</summary>
    public ImmutableList<KnownClient> Clients
    {
        get => Volatile.Read(ref _clients);
        set => Volatile.Write(ref _clients, value);
    }

    /// <summary>How often its callers may call, and what they have used.</summary>
    public QuotaLedger Quotas { get; }

    /// <summary>What goes wrong in it.</summary>
    public FaultRules Faults { get; }

    /// <summary>Whether somebody has got a token for it, or has made it by the control API: such a world is not dropped while there are others.</summary>
    public bool IsEstablished { get; set; }

    /// <summary>The requests that were sent to it, and what they say about its clients.</summary>
    public RequestJournal Journal { get; }

    /// <summary>Whether a name or GUID of a tenant means this world.</summary>
    public bool IsCalled(string tenant) => tenant.Equals(Name, StringComparison.OrdinalIgnoreCase) || WorldRegistry.HashOf(tenant) == TenantId;

    /// <summary>Puts changes on top of the organization as it is now.</summary>
    /// <exception cref="OverlayException">They cannot be made, and none of them was.</exception>
    public void Change(OverlayChanges changes)
    {
        lock (_gate)
            Show(new TenantSnapshots(Tenant.With(changes, DataTime.NewestMark)));
    }

    /// <summary>Puts what a scenario mentions in the place of what there is; what can fail comes first, so that it is all or nothing.</summary>
    /// <returns>Whether it was done; false when its service time is in the past or too far ahead.</returns>
    /// <exception cref="OverlayException">Its changes of the organization cannot be made.</exception>
    public bool TryApply(Scenario scenario)
    {
        lock (_gate)
        {
            var mark = scenario.Clocks is { DataTime.Mark: { } given } ? given : DataTime.NewestMark;
            var changed = scenario.Overlay is { } overlay ? new TenantSnapshots(_generated.Tenant.With(overlay, mark)) : null;
            if (scenario.Clocks is { } clocks && !TryMove(clocks))
                return false;

            if (changed is not null)
                Show(changed);
            if (scenario.Clients is { } clients)
                Clients = [.. clients];
            if (scenario.Quotas is { } quotas)
                Quotas.Set(quotas.ChangeOf(Quotas.Settings));
            if (scenario.Faults is { } faults)
                Faults.Set(faults);
            return true;
        }
    }

    /// <summary>Shows the organization as it was generated, without any changes.</summary>
    public void RemoveChanges()
    {
        lock (_gate)
            Show(_generated);
    }

    /// <summary>Returns parts of it, or all, to what it was made from.</summary>
    public void Reset(WorldParts parts)
    {
        lock (_gate)
        {
            foreach (var (_, reset) in _parts.Where(part => parts.HasFlag(part.Part)))
                reset();
        }
    }

    /// <summary>A GUID that follows from the seed and some text.</summary>
    public Guid DeriveGuid(string purpose) => new(Derive(purpose).AsSpan(0, 16));

    /// <summary>32 bytes that follow from the seed and some text.</summary>
    public byte[] Derive(string purpose)
    {
        Span<byte> key = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(key, Settings.Seed);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose));
    }

    private bool TryMove(ScenarioClocks clocks)
    {
        var isMoved = clocks.ServiceTime is { } time ? Time.TryMoveTo(time, clocks.Freeze) : Time.TryAdvance(clocks.Advance ?? TimeSpan.Zero, clocks.Freeze);
        if (isMoved && clocks.DataTime is { } data)
            DataTime.Set(data.Mark);
        return isMoved;
    }

    private void Show(TenantSnapshots organization) => Volatile.Write(ref _snapshots, new SnapshotStore(organization, DataTime));
}
