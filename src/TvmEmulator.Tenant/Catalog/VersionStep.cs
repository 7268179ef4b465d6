using System.Globalization;
using System.Text;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>How a version text goes on from release to release: one operation for each of its runs of digits.</summary>
internal sealed class VersionStep
{
    private readonly Operation[] _operations;

    private VersionStep(Operation[] operations) => _operations = operations;

    /// <summary>
    /// Reads operations written <c>+n</c> (add n), <c>=</c> (keep), <c>n</c> (set to n) or with <c>yy</c>, <c>MM</c> and <c>DDD</c> for year, month and
    /// day of the year of the release, such as <c>yyMM0</c>.
    /// </summary>
    /// <exception cref="FormatException">An operation is none of these, or their number differs from the version's runs of digits.</exception>
    public static VersionStep Parse(IReadOnlyList<string> operations, string version)
    {
        var runs = 0;
        for (var i = 0; i < version.Length; i++)
        {
            if (char.IsAsciiDigit(version[i]) && (i == 0 || !char.IsAsciiDigit(version[i - 1])))
                runs++;
        }

        if (operations.Count != runs)
            throw new FormatException($"version '{version}' has {runs} runs of digits, but 'then' has {operations.Count} operations");

        return new VersionStep([.. operations.Select(ParseOperation)]);
    }

    /// <summary>The version <paramref name="times"/> releases after <paramref name="version"/>, which comes out on <paramref name="date"/>.</summary>
    public string Apply(string version, int times, DateTimeOffset date)
    {
        var text = new StringBuilder(version.Length + 4);
        var run = 0;
        for (var i = 0; i < version.Length;)
        {
            if (!char.IsAsciiDigit(version[i]))
            {
                text.Append(version[i++]);
                continue;
            }

            var start = i;
            while (i < version.Length && char.IsAsciiDigit(version[i]))
                i++;
            AppendRun(text, version.AsSpan(start, i - start), _operations[run++], times, date);
        }

        return text.ToString();
    }

    private static void AppendRun(StringBuilder text, ReadOnlySpan<char> digits, Operation operation, int times, DateTimeOffset date)
    {
        if (operation is { Add: true, Amount: 0 })
        {
            text.Append(digits);
            return;
        }

        if (operation.Date is { } pattern)
        {
            text.Append(pattern
                .Replace("yy", date.ToString("yy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("MM", date.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("DDD", date.DayOfYear.ToString("D3", CultureInfo.InvariantCulture), StringComparison.Ordinal));
            return;
        }

        var value = operation.Add
            ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) + operation.Amount * times
            : operation.Amount;
        text.Append(value.ToString("D" + digits.Length.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    private static Operation ParseOperation(string operation)
    {
        if (operation == "=")
            return new Operation(Add: true, 0);
        if (operation.AsSpan().ContainsAny("yMD"))
        {
            return operation.Replace("yy", "", StringComparison.Ordinal).Replace("MM", "", StringComparison.Ordinal).Replace("DDD", "", StringComparison.Ordinal).All(char.IsAsciiDigit)
                ? new Operation(Add: false, 0, operation)
                : throw new FormatException($"operation '{operation}' may hold yy, MM, DDD and digits, and nothing else");
        }

        var add = operation.StartsWith('+');
        return long.TryParse(operation.AsSpan(add ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? new Operation(add, amount)
            : throw new FormatException($"operation '{operation}' is none of '+n', '=', 'n' and a pattern of yy, MM, DDD");
    }

    private readonly record struct Operation(bool Add, long Amount, string? Date = null);
}
