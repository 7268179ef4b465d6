using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TvmEmulator.Configuration;

namespace TvmEmulator.Blobs;

/// <summary>Decides whether a SAS opens a blob now. Error texts are those of Azure Storage.</summary>
internal sealed class SasCheck(StorageAccount account, TimeProvider time, ContractEdition edition)
{
    // From this version on the encryption scope is among the signed values; our links are always newer.
    private const string OldestVersion = "2020-12-06";

    /// <summary>Null when the SAS is genuine and has not expired.</summary>
    /// <param name="sas">What the client sent.</param>
    /// <param name="resource"><c>/blob/account/container/name</c>, decoded.</param>
    public BlobRefusal? Refuse(SasToken sas, string resource)
    {
        if (sas.IsAbsent)
        {
            // Azure answers 404 ResourceNotFound or 409 PublicAccessNotPermitted, by the account's settings. 403 is what Azurite says, and what no
            // client mistakes for "the file is gone, go on with the next".
            return BlobRefusal.AuthenticationFailed(null, "the link has lost its SAS: use the URL from exportFiles with everything behind the question mark");
        }

        if (sas.Doubled is { } doubled)
            return NotWellFormed($"SAS parameter {doubled} is there twice");
        if (sas.Missing is { } missing)
            return BlobRefusal.AuthenticationFailed($"{missing} is mandatory. Cannot be empty", $"SAS parameter {missing} is missing");
        if (!IsDate(sas["sv"]) || string.CompareOrdinal(sas["sv"], OldestVersion) < 0)
            return NotWellFormed($"SAS version sv must be a date from {OldestVersion} on");
        if (sas["sr"] != "b")
            return NotWellFormed("SAS parameter sr must be b: every link opens one blob");
        if (!SasTime.TryParse(sas["se"], out var expiry))
            return NotWellFormed("SAS parameter se is not a time");
        if (!SasTime.TryParse(sas["st"], out var start) && sas["st"].Length > 0)
            return NotWellFormed("SAS parameter st is not a time");

        return RefuseSignature(sas, resource) ?? RefuseTime(start, expiry);
    }

    /// <summary>Whether a text is <c>yyyy-MM-dd</c>, the form of versions.</summary>
    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private BlobRefusal? RefuseSignature(SasToken sas, string resource)
    {
        var text = sas.StringToSign(resource);
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(account.Sign(text)), Encoding.UTF8.GetBytes(sas["sig"])))
            return null;

        return BlobRefusal.AuthenticationFailed(
            $"Signature did not match. String to sign used was {text}",
            sas["sig"].Contains(' ', StringComparison.Ordinal)
                ? "sig holds a blank: a plus sign must be sent as %2B"
                : "the signature fits neither path nor parameters: use the URL from exportFiles as it is");
    }

    /// <summary>
    /// A SAS is invalid from <c>se</c> on. <c>st</c> is not judged: only this emulator signs, with st = now, so a genuine link from the future
    /// was made before its clock was set back by a reset, and such links go on working.
    /// </summary>
    private BlobRefusal? RefuseTime(DateTimeOffset start, DateTimeOffset expiry)
    {
        var now = time.GetUtcNow();
        if (now < expiry)
            return null;

        var detail = edition == ContractEdition.Edition2021
            ? $"Signature not valid in the specified time frame: Start [{start:R}] - Expiry [{expiry:R}] - Current [{now:R}]"
            : $"Signature not valid in the specified key time frame: Key start [{start:R}] - Key expiry [{expiry:R}] - Current [{now:R}]";
        var ago = TimeSpan.FromSeconds(Math.Floor((now - expiry).TotalSeconds));
        return BlobRefusal.AuthenticationFailed(detail, $"SAS expired {ago:c} ago by the emulator's clock") with { IsExpired = true };
    }

    private static BlobRefusal NotWellFormed(string hint) => BlobRefusal.AuthenticationFailed("Signature fields not well formed.", hint);
}
