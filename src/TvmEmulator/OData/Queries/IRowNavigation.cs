namespace TvmEmulator.OData.Queries;

/// <summary>A navigation, for code that does not know the rows' type.</summary>
internal interface IRowNavigation
{
    /// <summary>Name of the EDM property.</summary>
    string Name { get; }

    /// <summary>Shape of the rows that it leads to.</summary>
    IRowShape Inner { get; }

    /// <summary>Whether it leads to any number of rows, and not to one or none.</summary>
    bool IsCollection { get; }
}
