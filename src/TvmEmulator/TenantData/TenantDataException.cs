namespace TvmEmulator.TenantData;

/// <summary>The files of an organization are wrong or cannot be read.</summary>
public sealed class TenantDataException : Exception
{
    internal TenantDataException(IReadOnlyList<string> errors, Exception? inner = null)
        : base(string.Join(Environment.NewLine, errors), inner) => Errors = errors;

    /// <summary>What is wrong, one line each, with file, line and column.</summary>
    public IReadOnlyList<string> Errors { get; }
}
