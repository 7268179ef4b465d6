namespace TvmEmulator.UnitTests.Assessments.Rows;

/// <summary>The forms of a row, as anonymous objects with the names of the contract in camelCase.</summary>
internal sealed record PlainForms(object Page2021, object Page2026, object Line)
{
    public object In(PlainDress dress) => dress switch
    {
        PlainDress.Page2021 => Page2021,
        PlainDress.Page2026 => Page2026,
        _ => Line,
    };
}
