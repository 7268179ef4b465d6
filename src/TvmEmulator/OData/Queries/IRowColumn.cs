using System.Linq.Expressions;

namespace TvmEmulator.OData.Queries;

/// <summary>A column, for code that does not know the rows' type.</summary>
internal interface IRowColumn
{
    /// <summary>Its name in answers.</summary>
    string Name { get; }

    /// <summary>Name of the EDM property, which an edition may show by another name.</summary>
    string Property { get; }

    /// <summary>
    /// Type of its values in expressions: <c>string</c>, <c>long?</c>, <c>double?</c>, <c>bool?</c>, <c>DateTimeOffset?</c>, <c>Guid?</c>, a row of
    /// the inner shape, or a list of some of these.
    /// </summary>
    Type ValueType { get; }

    /// <summary>Shape of the rows inside a complex column; null of all others.</summary>
    IRowShape? Inner { get; }

    /// <summary>The column's value of a row.</summary>
    Expression Of(Expression row);
}
