using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults.Actions;

/// <summary>A column has another value in every row of a page and every line of a file.</summary>
/// <param name="Name">The column, in any letter case.</param>
internal abstract record ColumnFault(string Name) : FaultAction
{
    /// <summary>The value as JSON.</summary>
    public abstract string Json { get; }

    /// <summary>Whether a row that lacks the column gets it.</summary>
    public abstract bool Adds { get; }

    public override bool ActsOn(RouteKind kind) => kind is RouteKind.Page or RouteKind.Blob;
}
