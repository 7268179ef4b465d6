namespace TvmEmulator.Tenants.Catalog;

/// <summary>
/// The order of version texts: runs of digits by value, everything else by character, <c>~</c> before the end of the text
/// (as Debian has it), a shorter text before its continuation. Texts that tie are ordered as plain text, so the order is total.
/// </summary>
public sealed class VersionOrder : IComparer<string>
{
    private VersionOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static VersionOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (a.Length > 0 || b.Length > 0)
        {
            var order = StartsWithDigit(a) && StartsWithDigit(b)
                ? CompareNumbers(TakeDigits(ref a), TakeDigits(ref b))
                : TakeWeight(ref a) - TakeWeight(ref b);
            if (order != 0)
                return order;
        }

        return string.CompareOrdinal(x, y);
    }

    private static bool StartsWithDigit(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiDigit(text[0]);

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length != b.Length ? a.Length - b.Length : a.SequenceCompareTo(b);

    private static int TakeWeight(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        var weight = text[0] == '~' ? -1 : text[0];
        text = text[1..];
        return weight;
    }
}
