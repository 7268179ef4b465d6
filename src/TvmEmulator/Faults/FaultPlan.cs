using TvmEmulator.Assessments;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Faults.Rows;

namespace TvmEmulator.Faults;

/// <summary>What goes wrong with one request: the rules that act on it, in their order. Routes ask it for what changes their content.</summary>
internal sealed class FaultPlan
{
    private readonly IReadOnlyList<ColumnFault> _columns;

    /// <param name="rules">The rules.</param>
    public FaultPlan(IReadOnlyCollection<FaultRule> rules)
    {
        var actions = rules.Select(rule => rule.Action).ToList();
        Ids = [.. rules.Select(rule => rule.Id)];
        Hint = string.Join("; ", rules.Select(rule => $"fault '{rule.Id}': {rule.Action.Done}"));
        Bodies = [.. actions.OfType<BodyFault>()];
        NextLink = actions.OfType<NextLinkFault>().LastOrDefault()?.Mode;
        HasEmptyPage = actions.OfType<EmptyPageFault>().Any();
        HasExpiredLinks = actions.OfType<ExpiredLinksFault>().Any();
        HasTwoMembers = actions.OfType<TwoMembersFault>().Any();
        OnlyDelays = actions.TrueForAll(action => action.OnlyDelays);
        LosesRows = actions.Exists(action => action.LosesRows);
        CutsConnection = actions.OfType<ResetFault>().Any();
        DelayPerRow = new TimeSpan(actions.OfType<DelayFault>().Sum(delay => delay.PerRow.Ticks));
        _columns = [.. actions.OfType<ColumnFault>()];
    }

    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new([]);

    /// <summary>Ids of the rules.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>What the rules do, for the header beside the answer.</summary>
    public string Hint { get; }

    /// <summary>What is done to the bytes of the body.</summary>
    public IReadOnlyList<BodyFault> Bodies { get; }

    /// <summary>Where the nextLink leads to in place of the next page; the last rule wins.</summary>
    public NextLinkMode? NextLink { get; }

    /// <summary>Whether the page has no rows.</summary>
    public bool HasEmptyPage { get; }

    /// <summary>Whether the links of the export have expired.</summary>
    public bool HasExpiredLinks { get; }

    /// <summary>Whether a gzip answer has two members.</summary>
    public bool HasTwoMembers { get; }

    /// <summary>Whether the answer is as it would be, only later.</summary>
    public bool OnlyDelays { get; }

    /// <summary>Whether rows are lost on the way, so that a caller must ask again.</summary>
    public bool LosesRows { get; }

    /// <summary>Whether it is the emulator that ends the connection.</summary>
    public bool CutsConnection { get; }

    /// <summary>How long the answer waits for each of its rows.</summary>
    public TimeSpan DelayPerRow { get; }

    /// <summary>Whether rows must be rendered for this request alone.</summary>
    public bool ChangesRows => HasTwoMembers || _columns.Count > 0;

    /// <summary>Whether rows get this column.</summary>
    public bool Adds(string column) => _columns.Any(fault => fault.Adds && fault.Name.Equals(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>A reader of the rows as they are after the columns were changed.</summary>
    public RowReader Change(RowReader rows, RowDress dress) => _columns.Count > 0 ? new ChangedRowReader(rows, dress, _columns) : rows;

    /// <summary>Waits as long as so many rows take.</summary>
    public Task WaitForRowsAsync(int rows, TimeProvider wall, CancellationToken cancellation) => DelayPerRow == TimeSpan.Zero
        ? Task.CompletedTask
        : Task.Delay(new TimeSpan((long)Math.Min((decimal)DelayPerRow.Ticks * rows, FaultAction.MostDelay.Ticks)), wall, cancellation);
}
