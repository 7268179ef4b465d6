using System.Globalization;
using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Assessments;

/// <summary>Columns of a row as UTF-8, each with a comma in front of it.</summary>
internal sealed class ColumnText(RowStyle style)
{
    /// <summary>Stands in a path where the name of the device's user goes; no JSON text holds this byte.</summary>
    public const byte User = 0;

    private readonly JsonText _text = new();

    /// <summary>Number of bytes so far.</summary>
    public int Length => _text.Length;

    /// <summary>Appends text as it is.</summary>
    public ColumnText Raw(string text)
    {
        _text.Raw(text);
        return this;
    }

    /// <summary>Appends the inside of a quoted string.</summary>
    public ColumnText Inside(string text)
    {
        _text.Inside(text);
        return this;
    }

    /// <summary>Appends a column up to the opening quote of its value.</summary>
    public ColumnText Open(string name) => Key(name).Raw("\"");

    /// <summary>Appends a text, or what stands for none.</summary>
    public ColumnText Column(string name, string? value)
    {
        if (value is null)
            return style.WritesNulls ? Key(name).Raw("null") : this;
        Key(name)._text.String(value);
        return this;
    }

    /// <summary>Appends a number.</summary>
    public ColumnText Column(string name, int value) => Key(name).Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Appends a truth value.</summary>
    public ColumnText Column(string name, bool value) => Key(name).Raw(value ? "true" : "false");

    /// <summary>Appends a number of tenths, without a fraction where it has none.</summary>
    public ColumnText Tenths(string name, int value)
    {
        var (whole, tenths) = Math.DivRem(value, 10);
        return Key(name).Raw(tenths == 0 ? string.Create(CultureInfo.InvariantCulture, $"{whole}") : string.Create(CultureInfo.InvariantCulture, $"{whole}.{tenths}"));
    }

    /// <summary>Appends a list of paths, with <see cref="User"/> for the account name.</summary>
    public ColumnText Paths(string name, IEnumerable<string> paths, bool areLiteral)
    {
        Key(name).Raw("[");
        var separator = "";
        foreach (var path in paths)
        {
            Raw(separator).Raw("\"");
            var pieces = areLiteral ? [path] : path.Split(EvidenceVariant.User);
            Inside(pieces[0]);
            foreach (var piece in pieces.AsSpan(1))
                Raw("\0").Inside(piece);
            Raw("\"");
            separator = ",";
        }

        return Raw("]");
    }

    /// <summary>Everything so far.</summary>
    public byte[] ToArray() => _text.ToArray();

    /// <summary>Copies text with a user's name in the places for it.</summary>
    /// <returns>How many bytes that is.</returns>
    public static int CopyWithUser(ReadOnlySpan<byte> text, ReadOnlySpan<byte> user, Span<byte> destination)
    {
        var at = 0;
        for (int place; (place = text.IndexOf(User)) >= 0; text = text[(place + 1)..])
        {
            text[..place].CopyTo(destination[at..]);
            user.CopyTo(destination[(at + place)..]);
            at += place + user.Length;
        }

        text.CopyTo(destination[at..]);
        return at + text.Length;
    }

    private ColumnText Key(string name) => Raw(",").Raw(style.Key(name));
}
