using System.Threading.RateLimiting;

namespace TvmEmulator.Quotas;

/// <summary>Whether a call is within its limits; if not, which window is full and how long that lasts.</summary>
internal sealed class QuotaLease : RateLimitLease
{
    private readonly QuotaWindow? _full;
    private readonly TimeSpan _wait;

    private QuotaLease(QuotaWindow? full, TimeSpan wait)
    {
        _full = full;
        _wait = wait;
    }

    /// <summary>The window that is full; when both are, the one that is full for longer.</summary>
    public static MetadataName<QuotaWindow> FullWindow { get; } = new("FULL_WINDOW");

    /// <summary>A call within its limits.</summary>
    public static QuotaLease Granted { get; } = new(full: null, TimeSpan.Zero);

    /// <inheritdoc/>
    public override bool IsAcquired => _full is null;

    /// <inheritdoc/>
    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name, FullWindow.Name];

    /// <summary>A call too many.</summary>
    /// <param name="full">The window that is full.</param>
    /// <param name="wait">How long it is.</param>
    public static QuotaLease Refused(QuotaWindow full, TimeSpan wait) => new(full, wait);

    /// <inheritdoc/>
    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = IsAcquired ? null
            : metadataName == MetadataName.RetryAfter.Name ? _wait
            : metadataName == FullWindow.Name ? _full
            : null;
        return metadata is not null;
    }
}
