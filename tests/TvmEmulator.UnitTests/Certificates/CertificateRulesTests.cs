using TvmEmulator.Tenants.Certificates;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Certificates;

public sealed class CertificateRulesTests
{
    public static TheoryData<long, string> Fleets => new()
    {
        { 1, Samples.DefaultMark },
        { 2, "2025-01-01/0200" },
        { 3, "2033-09-01/2000" },
        { 4, "2039-12-31/2000" },
    };

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_EveryRow_HasBeenIssuedAndNamesItself(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 60, mark);

        foreach (var (device, row) in RowsOf(snapshot))
        {
            row.NotBefore.ShouldBeLessThanOrEqualTo(snapshot.Mark.At);
            row.NotAfter.ShouldBeGreaterThan(row.NotBefore);
            row.Thumbprint.ShouldMatch("^[0-9A-F]{40}$");
            row.SerialNumber.ShouldMatch("^[0-7][0-9A-F]{31}$");
            row.SubjectOn(device, snapshot.Tenant.Fleet.Names).ShouldNotContain('{');
            row.PathOn(device, snapshot.Tenant.Fleet.Names).ShouldNotContain('{');
            (row.IssuerOn(device, snapshot.Tenant.Fleet.Names) == row.SubjectOn(device, snapshot.Tenant.Fleet.Names)).ShouldBe(row.Certificate.IsSelfSigned);
        }
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void Find_EveryDevice_HasEachCertificateOnce(long seed, string mark) =>
        RowsOf(Samples.SnapshotOf(seed, 60, mark)).Select(row => (row.Device.Key, row.Row.Thumbprint)).ShouldBeUnique();

    /// <summary>Whoever looks for the issuer of a certificate on the same device finds one that was valid from before its first to after its last second.</summary>
    [Theory]
    [MemberData(nameof(Fleets))]
    [InlineData(1, "2026-07-15/0800")]
    [InlineData(5, "2029-01-20/0200")]
    [InlineData(6, "2031-05-05/1400")]
    [InlineData(7, "2036-08-08/0800")]
    public void Find_EveryIssuedCertificate_LiesWithinTheTimeOfItsIssuer(long seed, string mark)
    {
        var snapshot = Samples.SnapshotOf(seed, 60, mark);
        var names = snapshot.Tenant.Fleet.Names;
        foreach (var device in RowsOf(snapshot).GroupBy(row => row.Device))
        {
            var bySubject = device.Select(row => row.Row).Where(row => row.Certificate.SubjectType == "CA").ToLookup(row => row.SubjectOn(device.Key, names), StringComparer.Ordinal);
            foreach (var row in device.Select(row => row.Row).Where(row => bySubject.Contains(row.IssuerOn(device.Key, names))))
            {
                bySubject[row.IssuerOn(device.Key, names)].ShouldContain(
                    issuer => issuer.NotBefore <= row.NotBefore && issuer.NotAfter >= row.NotAfter,
                    $"{row.Certificate.Name} since {row.NotBefore}");
            }
        }
    }

    [Fact]
    public void Find_Fleet_SharesRootsAndNothingElse()
    {
        foreach (var certificate in RowsOf(Samples.SnapshotOf(1, 150)).GroupBy(row => (row.Row.Certificate, Generation: row.Row.Certificate.IsIssuedToDevices ? default : row.Row.NotBefore)))
        {
            var thumbprints = certificate.Select(row => row.Row.Thumbprint).Distinct(StringComparer.Ordinal).Count();
            thumbprints.ShouldBe(certificate.Key.Certificate.IsIssuedToDevices ? certificate.Count() : 1);
        }
    }

    [Fact]
    public void Find_Fleet_HasSomeExpiredOnesOfDevices()
    {
        var snapshot = Samples.SnapshotOf(1, 1000);
        var own = RowsOf(snapshot).Where(row => row.Row.Certificate.IsIssuedToDevices).ToList();

        own.Count(row => row.Row.NotAfter <= snapshot.Mark.At).ShouldBeInRange(10, own.Count / 20);
    }

    [Fact]
    public void Find_AtEveryMarkOfAYear_RenewsBeforeOrAfterTheEndWithAnotherThumbprint()
    {
        var device = RowsOf(Samples.SnapshotOf(1, 60)).First(row => row.Row.Certificate.IsIssuedToDevices).Device;
        var seen = new List<CertificateRow>();
        for (var mark = Samples.Mark("2026-01-01/0200"); mark < Samples.Mark("2028-01-01/0200"); mark = mark.Next)
        {
            var rows = new List<CertificateRow>();
            foreach (var certificate in Certificate.All)
                certificate.Find(device, discipline: 1, seed: 1, mark.At, rows);

            seen.AddRange(rows);
        }

        foreach (var certificate in seen.Where(row => row.Certificate.IsIssuedToDevices && row.Certificate.ValidDays < 400).GroupBy(row => row.Certificate))
        {
            var generations = certificate.Distinct().ToList();
            generations.Count.ShouldBeGreaterThan(1);
            generations.Select(row => row.Thumbprint).ShouldBeUnique(StringComparer.Ordinal);
            generations.Select(row => row.NotBefore.Seconds).ShouldBeInOrder();
        }
    }

    private static List<(Device Device, CertificateRow Row)> RowsOf(Snapshot snapshot)
    {
        var all = new List<(Device, CertificateRow)>();
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var rows = new List<CertificateRow>();
            var device = snapshot.DeviceAt(place);
            CertificateRules.Find(snapshot, device, rows);
            all.AddRange(rows.Select(row => (device, row)));
        }

        return all;
    }
}
