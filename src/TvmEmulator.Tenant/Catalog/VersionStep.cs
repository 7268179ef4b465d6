using System.Globalization;
using System.Text;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>How a version text goes on from release to release: one operation for each of its runs of digits.</summary>
internal sealed class VersionStep
{
    private readonly (bool Add, long Amount)[] _operations;

    private VersionStep((bool Add, long Amount)[] operations) => _operations = operations;

    /// <summary>Reads operations written <c>+n</c> (add n), <c>=</c> (keep) or <c>n</c> (set to n).</summary>
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

    /// <summary>The version <paramref name="times"/> releases after <paramref name="version"/>.</summary>
    public string Apply(string version, int times)
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
            AppendRun(text, version.AsSpan(start, i - start), _operations[run++], times);
        }

        return text.ToString();
    }

    private static void AppendRun(StringBuilder text, ReadOnlySpan<char> digits, (bool Add, long Amount) operation, int times)
    {
        if (operation is { Add: true, Amount: 0 })
        {
            text.Append(digits);
            return;
        }

        var value = operation.Add
            ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) + operation.Amount * times
            : operation.Amount;
        text.Append(value.ToString("D" + digits.Length.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    private static (bool Add, long Amount) ParseOperation(string operation)
    {
        if (operation == "=")
            return (true, 0);
        var add = operation.StartsWith('+');
        return long.TryParse(operation.AsSpan(add ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? (add, amount)
            : throw new FormatException($"operation '{operation}' is none of '+n', '=' and 'n'");
    }
}
