using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace TvmEmulator.Redaction;

/// <summary>
/// Gives every name another one, always the same under one key. They follow from the name by an HMAC, so that nobody without the key finds a name by
/// trying guesses.
/// </summary>
internal sealed class Pseudonyms(byte[] key)
{
    // 48 bits: a million names share one with a chance of 1 in 500.
    private const int Digits = 12;

    private readonly Dictionary<(NameKind Kind, string Name), string> _known = [];

    /// <summary>How many names of each kind have been replaced.</summary>
    public IEnumerable<(NameKind Kind, int Count)> Counts => _known.Keys.GroupBy(name => name.Kind).Select(same => (same.Key, same.Count())).OrderBy(count => count.Key);

    /// <summary>The pseudonym of a name, whatever its letter case.</summary>
    public string Of(NameKind kind, string name)
    {
        var lower = name.ToLowerInvariant();
        if (!_known.TryGetValue((kind, lower), out var pseudonym))
            _known[(kind, lower)] = pseudonym = Make(kind, lower);
        return pseudonym;
    }

    private string Make(NameKind kind, string name)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{name}"));
        var hex = Convert.ToHexStringLower(hash);
        return kind switch
        {
            NameKind.DeviceId => hex[..Math.Min(name.Length, hex.Length)],
            NameKind.Host => "device-" + hex[..Digits],
            NameKind.Domain => $"domain-{hex[..Digits]}.example",
            NameKind.Group => "group-" + hex[..Digits],
            NameKind.User => "user-" + hex[..Digits],
            NameKind.Mail => $"user-{hex[..Digits]}@mail.example",
            NameKind.SecurityId => SecurityId(name, hash),
            NameKind.Address => Address(name, hash),
            NameKind.Hardware => $"02-{hex[..2]}-{hex[2..4]}-{hex[4..6]}-{hex[6..8]}-{hex[8..10]}",
            NameKind.Organization => new Guid(hash.AsSpan(0, 16)).ToString(),
            _ => "name-" + hex[..Digits],
        };
    }

    /// <summary>A SID of the same form. Its last number says which account it is; those below 1000 are the same everywhere and stay.</summary>
    private string SecurityId(string name, byte[] hash)
    {
        var parts = name.Split('-');
        var last = parts.Length - 1;
        if (parts.Length > 7 && int.TryParse(parts[last], out var account))
            return $"{Of(NameKind.SecurityId, string.Join('-', parts[..last]))}-{(account < 1000 ? account : 1000 + BinaryPrimitives.ReadUInt32LittleEndian(hash) % 1_000_000_000)}";

        for (var i = 4; i < parts.Length; i++)
            parts[i] = BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4 * (i - 4) % 28)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return string.Join('-', parts).ToUpperInvariant();
    }

    /// <summary>An address of a private network, or of the documentation's IPv6 range.</summary>
    private static string Address(string name, byte[] hash) => name.Contains(':')
        ? new IPAddress([0x20, 0x01, 0x0D, 0xB8, .. hash.AsSpan(0, 12)]).ToString()
        : new IPAddress([10, hash[0], hash[1], hash[2]]).ToString();
}
