namespace TvmEmulator.Tenants.Overlays;

/// <summary>Changes that cannot be made. None of them has been.</summary>
public sealed class OverlayException : Exception
{
    internal OverlayException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>One line for each mistake; it names the place, the value and what is allowed.</summary>
    public IReadOnlyList<string> Problems { get; }
}
