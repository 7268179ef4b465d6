namespace TvmEmulator.OData.Queries;

/// <summary>The columns of a kind of rows, for code that does not know the rows' type.</summary>
internal interface IRowShape
{
    /// <summary>Name of the EDM type, without its namespace.</summary>
    string TypeName { get; }

    /// <summary>The columns in the order in which they are written.</summary>
    IReadOnlyList<IRowColumn> Columns { get; }

    /// <summary>What <c>$expand</c> can ask for.</summary>
    IReadOnlyList<IRowNavigation> Navigations { get; }
}
