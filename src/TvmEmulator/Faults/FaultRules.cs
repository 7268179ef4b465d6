using System.Buffers.Binary;
using System.Collections.Immutable;
using TvmEmulator.Worlds;

namespace TvmEmulator.Faults;

/// <summary>The fault rules of a world. They begin as a scenario file says, can be added to and removed, and a reset returns to the beginning.</summary>
internal sealed class FaultRules
{
    /// <summary>The most rules of a world.</summary>
    public const int MostRules = 1000;

    private readonly World _world;
    private readonly ImmutableArray<FaultRule> _baseline;
    private readonly Lock _gate = new();
    private Work _work;

    /// <param name="world">The world.</param>
    /// <param name="baseline">The rules that it begins with.</param>
    public FaultRules(World world, IEnumerable<FaultRule> baseline)
    {
        _world = world;
        _baseline = [.. baseline];
        _work = Begin();
    }

    /// <summary>Whether no rule acts here, so that a request need not be looked at.</summary>
    public bool IsEmpty => Volatile.Read(ref _work).Acting.IsEmpty;

    /// <summary>The rules in their order, with how often they matched; also those that are about other worlds.</summary>
    public IReadOnlyList<ArmedFault> All => Volatile.Read(ref _work).All;

    /// <summary>The rules that act in this world and the calls of its tokens, as they are at one moment.</summary>
    public (ImmutableArray<ArmedFault> Rules, TokenCalls Tokens) Acting
    {
        get
        {
            var work = Volatile.Read(ref _work);
            return (work.Acting, work.Tokens);
        }
    }

    /// <summary>Adds rules behind those that are there, all or none.</summary>
    /// <returns>Null, or why they were not added.</returns>
    public string? Add(IReadOnlyCollection<FaultRule> rules)
    {
        lock (_gate)
        {
            if (_work.All.Length + rules.Count > MostRules)
                return $"there are {_work.All.Length} rules already, and at most {MostRules} are kept";
            var ids = _work.All.Select(armed => armed.Rule.Id).ToHashSet(StringComparer.Ordinal);
            if (rules.FirstOrDefault(rule => rule.Match.Tenant is { } tenant && !_world.IsCalled(tenant)) is { } foreign)
                return $"the rule '{foreign.Id}' is about the tenant '{foreign.Match.Tenant}': send it with ?tenant={foreign.Match.Tenant}, or leave match.tenant out";
            if (rules.FirstOrDefault(rule => !ids.Add(rule.Id)) is { } known)
                return $"a rule with the id '{known.Id}' is there already; remove it first";

            Volatile.Write(ref _work, Arrange(_work.All.AddRange(rules.Select(Arm)), _work.Tokens));
            return null;
        }
    }

    /// <summary>Removes a rule; answers false when there is none with this id.</summary>
    public bool Remove(string id)
    {
        lock (_gate)
        {
            var rest = _work.All.RemoveAll(armed => armed.Rule.Id == id);
            if (rest.Length == _work.All.Length)
                return false;
            _work.Tokens.Forget(id);
            Volatile.Write(ref _work, Arrange(rest, _work.Tokens));
            return true;
        }
    }

    /// <summary>Puts rules in the place of all that are there, with nothing counted.</summary>
    public void Set(IReadOnlyCollection<FaultRule> rules)
    {
        lock (_gate)
            Volatile.Write(ref _work, Arrange([.. rules.Select(Arm)], new TokenCalls()));
    }

    /// <summary>Removes all rules.</summary>
    public void Clear() => Set([]);

    /// <summary>Returns to the rules of the beginning, with nothing counted.</summary>
    public void Reset()
    {
        lock (_gate)
            Volatile.Write(ref _work, Begin());
    }

    private Work Begin() => Arrange([.. _baseline.Select(Arm)], new TokenCalls());

    private Work Arrange(ImmutableArray<ArmedFault> all, TokenCalls tokens) =>
        new(all, [.. all.Where(armed => armed.Rule.Match.Tenant is not { } tenant || _world.IsCalled(tenant))], tokens);

    private ArmedFault Arm(FaultRule rule) => new(rule, Draw);

    // 32 bits of a keyed hash: the same number for the same seed, rule and ordinal on every machine.
    private double Draw(string purpose) => BinaryPrimitives.ReadUInt32LittleEndian(_world.Derive(purpose)) / 4_294_967_296.0;

    private sealed record Work(ImmutableArray<ArmedFault> All, ImmutableArray<ArmedFault> Acting, TokenCalls Tokens);
}
