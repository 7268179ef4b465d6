namespace TvmEmulator.Assessments;

/// <summary>
/// Renders consecutive rows by copying fragments of UTF-8 that were made once. It goes forward only, belongs to one caller, and keeps
/// nothing but the current device.
/// </summary>
internal abstract class RowReader
{
    /// <summary>Large enough for any row; a destination of at least this size never gets 0 bytes before the end.</summary>
    public const int MostRowBytes = 32 * 1024;

    /// <summary>Whether all rows have been rendered.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>Renders as many whole rows as fit, or as are left.</summary>
    /// <param name="destination">At least <see cref="MostRowBytes"/> long.</param>
    /// <returns>Number of bytes written; 0 only at the end.</returns>
    public abstract int Fill(Span<byte> destination);
}
