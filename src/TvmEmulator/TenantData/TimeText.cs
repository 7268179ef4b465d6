using TvmEmulator.Tenants.Time;

namespace TvmEmulator.TenantData;

/// <summary>
/// Reads the times of rows: <c>2026-06-30 02:00:00</c>, with or without a fraction, a <c>T</c> and a zone, or a date alone. There are millions of
/// them, so it looks at the digits itself.
/// </summary>
internal static class TimeText
{
    /// <summary>The moment of a text, cut to a second and to the years that a moment can be of.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Moment moment)
    {
        moment = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var time = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        if (text.Length > 10)
        {
            if (text.Length < 19 || text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':' || text[16] != ':'
                || !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second)
                || hour > 23 || minute > 59 || second > 59 || !Zone(Fraction(text[19..]), out var offset))
            {
                return false;
            }

            time = time.AddSeconds(hour * 3600 + minute * 60 + second);
            if (year > 1)
                time = time.AddMinutes(-offset);
        }

        moment = Moment.Of(time);
        return true;
    }

    /// <summary>What stands behind a fraction of a second.</summary>
    private static ReadOnlySpan<byte> Fraction(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] != '.')
            return text;
        var end = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? [] : text[(end + 1)..];
    }

    private static bool Zone(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || text is [(byte)'Z'])
            return true;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':' || !Digits(text[1..3], out var hours) || !Digits(text[4..], out minutes) || hours > 14 || minutes > 59)
            return false;
        minutes = (hours * 60 + minutes) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = value * 10 + digit - '0';
        }

        return true;
    }
}
