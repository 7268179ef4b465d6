using System.Globalization;
using System.Text;

namespace TvmEmulator.OData;

/// <summary>
/// Why a request was refused, for the person who debugs a client. The answer itself stays exactly the service's; the hint stands in a header beside it.
/// </summary>
internal static class Hint
{
    /// <summary>Name of the header.</summary>
    public const string Header = "x-tvm-emulator-hint";

    /// <summary>The most characters of a hint.</summary>
    public const int MostCharacters = 200;

    /// <summary>Sets the hint of an answer that has not started.</summary>
    public static void Set(HttpContext context, string sentence)
    {
        // A fault has said what it did before the route says what it thinks.
        var before = context.Response.Headers[Header].ToString();
        var hint = Escape(sentence);
        context.Response.Headers[Header] = before.Length == 0 || before == hint ? hint : Shortened($"{before}; {hint}");
    }

    private static string Shortened(string hint) => hint.Length <= MostCharacters ? hint : hint[..MostCharacters];

    /// <summary>Printable ASCII stays, everything else is percent-escaped UTF-8; what goes beyond the limit is cut off.</summary>
    internal static string Escape(string sentence)
    {
        var text = new StringBuilder(sentence.Length);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in sentence.EnumerateRunes())
        {
            var start = text.Length;
            if (rune.Value is >= ' ' and <= '~' and not '%')
            {
                text.Append((char)rune.Value);
            }
            else
            {
                foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)])
                    text.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
            }

            if (text.Length > MostCharacters)
            {
                text.Length = start;
                break;
            }
        }

        return text.ToString();
    }
}
