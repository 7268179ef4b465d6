using System.Globalization;

namespace TvmEmulator.Blobs;

/// <summary>The bytes of a blob that a request asks for.</summary>
/// <param name="First">Offset of the first byte.</param>
/// <param name="Count">Number of bytes.</param>
/// <param name="IsPart">Whether a range was asked for, even one that happens to be everything.</param>
internal readonly record struct BlobRange(long First, long Count, bool IsPart)
{
    private const string Unit = "bytes=";

    /// <summary>
    /// Reads <c>x-ms-range</c>, or else <c>Range</c>. <c>bytes=a-b</c> and <c>bytes=a-</c> are what Azure knows; several ranges give the whole blob;
    /// a suffix <c>bytes=-n</c> is refused, because a client that gets something else than its last n bytes would not notice.
    /// </summary>
    /// <returns>Null when <paramref name="range"/> can be served.</returns>
    public static BlobRefusal? Read(IHeaderDictionary headers, long length, out BlobRange range)
    {
        range = new BlobRange(0, length, IsPart: false);
        var text = headers["x-ms-range"].ToString();
        if (text.Length == 0)
            text = headers.Range.ToString();
        if (text.Length == 0)
            return null;
        if (!text.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
            return Malformed();
        if (text.Contains(',', StringComparison.Ordinal))
            return null;

        var bounds = text.AsSpan(Unit.Length).Trim();
        var dash = bounds.IndexOf('-');
        if (dash == 0 && IsNumber(bounds[1..], out _))
            return BlobRefusal.InvalidRange("Azure Storage knows no suffix range bytes=-n; ask for bytes=first-");
        if (dash < 1 || !IsNumber(bounds[..dash], out var first))
            return Malformed();

        var last = length - 1;
        if (dash + 1 < bounds.Length)
        {
            if (!IsNumber(bounds[(dash + 1)..], out var asked))
                return Malformed();
            last = Math.Min(last, asked);
        }

        if (first > last)
            return BlobRefusal.InvalidRange($"the range begins after its end or after the end of the blob, which has {length} bytes");

        range = new BlobRange(first, last - first + 1, IsPart: true);
        return null;
    }

    private static BlobRefusal Malformed() => BlobRefusal.InvalidHeader("a range is written bytes=first-last or bytes=first-");

    /// <summary>Reads digits; numbers beyond 64 bits are as good as the largest.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
            return false;

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            number = long.MaxValue;
        return true;
    }
}
