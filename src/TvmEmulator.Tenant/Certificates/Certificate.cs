using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Certificates;

/// <summary>
/// A certificate that devices have: a shared one, which is the same everywhere, or one that is issued to each device. Those that are renewed get
/// another thumbprint each time.
/// </summary>
public sealed class Certificate
{
    private const string Organization = "{organization}";

    private readonly CertificateFile _file;
    private readonly Dictionary<PlatformFamily, string> _stores;
    private readonly Dictionary<string, Share> _shares;
    private readonly Moment? _issued;
    private readonly ulong _key;

    private Certificate(CertificateFile file)
    {
        _file = file;
        _stores = file.Store.ToDictionary(store => ProductReader.Family(store.Key), store => store.Value);
        _shares = file.Share.ToDictionary(role => role.Key, role => Share.OfPercent(role.Value), StringComparer.Ordinal);
        _issued = ProductReader.Date(file.Issued);
        _key = StableHash.Of("certificate " + file.Name);
    }

    /// <summary>All of them, in the order of the catalog.</summary>
    public static IReadOnlyList<Certificate> All { get; } =
        [.. CatalogFiles.File("certificates.json", CatalogJson.Default.CertificateFileArray).Select(file => new Certificate(file))];

    /// <summary>Such as <c>sha256RSA</c>.</summary>
    public string Algorithm => _file.Algorithm;

    /// <summary>Bits of the key.</summary>
    public int KeySize => _file.KeySize;

    /// <summary>CA or EndEntity.</summary>
    public string SubjectType => _file.SubjectType;

    /// <summary>What the key is for.</summary>
    public IReadOnlyList<string> KeyUsage => _file.KeyUsage;

    /// <summary>What the certificate is for; null when it does not say.</summary>
    public IReadOnlyList<string>? ExtendedKeyUsage => _file.ExtendedKeyUsage;

    /// <summary>Whether subject and issuer are the same.</summary>
    public bool IsSelfSigned => _file.Issuer is null;

    /// <summary>Whether each device has one of its own.</summary>
    public bool IsIssuedToDevices => _issued is null;

    /// <summary>Days from its first to its last day.</summary>
    internal int ValidDays => _file.ValidDays;

    internal string Name => _file.Name;

    internal string Subject => _file.Subject;

    internal string Issuer => _file.Issuer ?? _file.Subject;

    internal string StoreOn(OsPlatform platform) => _stores[platform.Family()];

    /// <summary>
    /// Adds the certificate as a device has it. One of its own is replaced when it is renewed; a shared one stays beside its successor until it expires,
    /// because what it has issued stays too.
    /// </summary>
    internal void Find(in Device device, ulong discipline, long seed, Moment moment, ICollection<CertificateRow> rows)
    {
        var hash = StableHash.Mix(device.Key ^ _key);
        if (!_stores.ContainsKey(device.Platform.Family()) || !ShareOf(device.Role).Takes(hash))
            return;

        var first = _issued ?? device.Joined.Plus(StableHash.Below(StableHash.Mix(hash, 1), 3 * Moment.Day));
        if (first > moment)
            return;

        var period = _file.RenewDaysBefore is { } before ? RenewedAfter(before, hash, discipline) : int.MaxValue;
        var newest = (moment.Seconds - first.Seconds) / period;
        var oldest = IsIssuedToDevices ? newest : 0;
        for (var renewals = newest; renewals >= oldest; renewals--)
        {
            var row = new CertificateRow(this, first.Plus(renewals * period), StableHash.Mix(Owner(hash, seed), (ulong)renewals));
            if (renewals < newest && row.NotAfter <= moment)
                return;

            rows.Add(row);
        }
    }

    private Share ShareOf(Role role) => _shares.TryGetValue("*", out var everywhere) ? everywhere : _shares.GetValueOrDefault(role.Name);

    /// <summary>Seconds from one to the next. Some careless devices renew late, and have an expired one for a while.</summary>
    private int RenewedAfter(int daysBefore, ulong hash, ulong discipline)
    {
        var isLate = IsIssuedToDevices && discipline % 5 == 1 && (hash >> 32) % 3 == 0;
        return isLate
            ? (_file.ValidDays + 1) * Moment.Day + StableHash.Below(StableHash.Mix(hash, 2), 60 * Moment.Day)
            : (_file.ValidDays - daysBefore) * Moment.Day;
    }

    /// <summary>Shared certificates are the same on every device; the organization's own differ between organizations.</summary>
    private ulong Owner(ulong hash, long seed) =>
        IsIssuedToDevices ? hash : _file.Subject.Contains(Organization, StringComparison.Ordinal) ? StableHash.Mix(_key, (ulong)seed) : _key;
}
