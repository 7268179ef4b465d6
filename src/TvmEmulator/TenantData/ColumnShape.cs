namespace TvmEmulator.TenantData;

/// <summary>What a column holds.</summary>
internal enum ColumnShape
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number, or the digits of one as text.</summary>
    WholeNumber,

    /// <summary>A number with at most one decimal, kept times ten.</summary>
    Tenths,

    /// <summary>True or false, kept as 1 or 0.</summary>
    Truth,

    /// <summary>A time, kept in seconds since 2000.</summary>
    Time,

    /// <summary>A list of texts.</summary>
    Paths,
}
