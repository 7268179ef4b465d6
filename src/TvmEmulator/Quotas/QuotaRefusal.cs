using TvmEmulator.Configuration;
using TvmEmulator.OData;

namespace TvmEmulator.Quotas;

/// <summary>How the service words a 429 (contract: common-errors; the texts of both editions were seen in life).</summary>
internal static class QuotaRefusal
{
    /// <summary>The refusal of a call too many, without its Retry-After header.</summary>
    /// <param name="edition">The edition that is spoken.</param>
    /// <param name="limit">Calls that are allowed.</param>
    /// <param name="window">The time within which they are.</param>
    /// <param name="retryAfter">Seconds until the next call is allowed.</param>
    /// <param name="reason">The hint; the message when null.</param>
    public static Refusal Of(ContractEdition edition, int limit, TimeSpan window, int retryAfter, string? reason = null) => edition == ContractEdition.Edition2021
        ? new(StatusCodes.Status429TooManyRequests, "429", $"API calls quota exceeded! maximum allowed {limit} per {window:c}", reason)
        : new(
            StatusCodes.Status429TooManyRequests,
            "TooManyRequests",
            $"API calls quota exceeded! Maximum allowed {limit} per {window:c} for the key Destination+TenantID+AppID. You can send requests again in {retryAfter} seconds.",
            reason);
}
