using System.Text;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Collects what is wrong with changes, so that a user learns everything at once.</summary>
internal sealed class OverlayProblems
{
    private readonly List<string> _problems = [];

    /// <summary>How many there are so far.</summary>
    public int Count => _problems.Count;

    /// <summary>Notes a mistake.</summary>
    /// <param name="place">Such as <c>devices[0].osPlatform</c>.</param>
    /// <param name="text">What is wrong, and what is allowed.</param>
    public void Add(string place, string text) => _problems.Add($"{place}: {text}");

    /// <summary>Whether a text can stand in an answer; notes it when not.</summary>
    public bool Check(string place, string? text, int most = OverlayLimits.MostCharacters)
    {
        if (string.IsNullOrEmpty(text))
            Add(place, "a text is needed");
        else
            return CheckOptional(place, text, most);

        return false;
    }

    /// <summary>The same for a text that may be missing or empty.</summary>
    public bool CheckOptional(string place, string? text, int most = OverlayLimits.MostCharacters)
    {
        if (text is null)
            return true;

        if (text.Length > most)
            Add(place, $"has {text.Length} characters, at most {most} are allowed");
        else if (!IsPlain(text))
            Add(place, "has a control character or half of a character, neither is allowed");
        else
            return true;

        return false;
    }

    /// <summary>Refuses the changes if anything is wrong with them.</summary>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new OverlayException(_problems);
    }

    /// <summary>Lone surrogates cannot be written as UTF-8, and control characters are escaped to six times their length.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (char.IsControl(text[0]) || Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            text = text[length..];
        }

        return true;
    }
}
