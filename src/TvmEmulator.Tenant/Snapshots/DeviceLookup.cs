using TvmEmulator.Tenants.Hashing;

namespace TvmEmulator.Tenants.Snapshots;

/// <summary>Finds the places of devices by hashes of their ids and names: two sorted arrays, as texts of a million devices would take much memory.</summary>
internal sealed class DeviceLookup
{
    private readonly ulong[] _hashes;
    private readonly int[] _places;

    /// <summary>Takes the hashes of id and name of the device at each place.</summary>
    public DeviceLookup(ReadOnlySpan<(ulong OfId, ulong OfName)> devices)
    {
        _hashes = new ulong[2 * devices.Length];
        _places = new int[2 * devices.Length];
        for (var place = 0; place < devices.Length; place++)
        {
            (_hashes[2 * place], _hashes[2 * place + 1]) = devices[place];
            _places[2 * place] = _places[2 * place + 1] = place;
        }

        Array.Sort(_hashes, _places);
    }

    /// <summary>The hash of an id or a name, the same in any letter case.</summary>
    public static ulong HashOf(string text) => StableHash.Of(text.ToLowerInvariant());

    /// <summary>The places of the devices whose id or name has a hash: one or none, as good as always.</summary>
    public IEnumerable<int> PlacesOf(ulong hash)
    {
        var found = Array.BinarySearch(_hashes, hash);
        while (found > 0 && _hashes[found - 1] == hash)
            found--;
        for (var i = found; i >= 0 && i < _hashes.Length && _hashes[i] == hash; i++)
            yield return _places[i];
    }
}
