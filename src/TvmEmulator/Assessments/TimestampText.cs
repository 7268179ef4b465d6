using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Assessments;

/// <summary>Times inside rows: <c>yyyy-MM-dd HH:mm:ss</c>, UTC, with a blank and without a zone (contract: get-assessment-software-inventory).</summary>
internal static class TimestampText
{
    /// <summary>Number of bytes.</summary>
    public const int Length = 19;

    private const int DaysFromMarchOfYear0To2000 = 730_425;

    /// <summary>Writes a moment from 2000-01-01 on into the first <see cref="Length"/> bytes.</summary>
    public static void Write(Moment moment, Span<byte> destination)
    {
        var days = Math.DivRem(moment.Seconds, Moment.Day, out var second);

        // Civil date from days, with years that begin in March (Howard Hinnant's algorithm).
        var z = days + DaysFromMarchOfYear0To2000;
        var era = z / 146_097;
        var dayOfEra = z - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var month = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * month + 2) / 5 + 1;
        month = month < 10 ? month + 3 : month - 9;
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);

        destination = destination[..Length];
        Two(destination, 0, year / 100);
        Two(destination, 2, year % 100);
        destination[4] = (byte)'-';
        Two(destination, 5, month);
        destination[7] = (byte)'-';
        Two(destination, 8, day);
        destination[10] = (byte)' ';
        Two(destination, 11, second / 3600);
        destination[13] = (byte)':';
        Two(destination, 14, second / 60 % 60);
        destination[16] = (byte)':';
        Two(destination, 17, second % 60);
    }

    private static void Two(Span<byte> destination, int at, int value)
    {
        var tens = (int)((uint)value / 10);
        destination[at] = (byte)('0' + tens);
        destination[at + 1] = (byte)('0' + value - tens * 10);
    }
}
