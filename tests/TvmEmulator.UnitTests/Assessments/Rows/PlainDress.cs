namespace TvmEmulator.UnitTests.Assessments.Rows;

/// <summary>What rows can look like.</summary>
public enum PlainDress
{
    /// <summary>A row of a page of the older edition.</summary>
    Page2021,

    /// <summary>A row of a page of the newer edition.</summary>
    Page2026,

    /// <summary>A line of a file, with capitals.</summary>
    PascalLine,

    /// <summary>A line of a file, without capitals.</summary>
    CamelLine,
}
