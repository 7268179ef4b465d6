using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Time;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.Overlays;

public sealed class InstallationChangeTests
{
    private const string Edge = "microsoft-_-edge", DotNet = "microsoft-_-.net_framework", Anvil = "acme-_-anvil";

    [Fact]
    public void With_VersionOfAProduct_StandsInPlaceOfTheGeneratedOne()
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, "Microsoft-_-Edge", "120.0.2210.61"));

        Overlaid.VersionsOf(Overlaid.Tenant, Edge).ShouldHaveSingleItem();
        Overlaid.VersionsOf(tenant, Edge).ShouldBe(["120.0.2210.61"]);
    }

    [Fact]
    public void With_VersionOfASideBySideProduct_StandsBesideTheOthers()
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, DotNet, "1.0.3705.0"));

        Overlaid.VersionsOf(tenant, DotNet).ShouldBe(["1.0.3705.0", .. Overlaid.VersionsOf(Overlaid.Tenant, DotNet)]);
    }

    [Fact]
    public void With_LaterVersion_WinsOverTheEarlier()
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, Edge, "1.0"), new InstallationChange(Overlaid.Id, Edge, "2.0"));

        Overlaid.VersionsOf(tenant, Edge).ShouldBe(["2.0"]);
    }

    [Fact]
    public void With_VersionsOfDifferentTimes_FollowEachOther()
    {
        var tenant = Overlaid.With(
            new InstallationChange(Overlaid.Name, Edge, "1.0", FirstSeen: Samples.Utc("2026-07-03T08:00:00Z")),
            new InstallationChange(Overlaid.Name, Edge, "2.0", FirstSeen: Samples.Utc("2026-07-03T14:00:00Z")));

        Overlaid.VersionsOf(tenant, Edge).ShouldBe(Overlaid.VersionsOf(Overlaid.Tenant, Edge));
        Overlaid.VersionsOf(tenant, Edge, "2026-07-03/0800").ShouldBe(["1.0"]);
        Overlaid.VersionsOf(tenant, Edge, "2026-07-03/1400").ShouldBe(["2.0"]);
    }

    [Fact]
    public void With_VersionWithoutATime_ReplacesThoseOfOtherTimes()
    {
        var tenant = Overlaid.With(
            new InstallationChange(Overlaid.Name, Edge, "1.0", FirstSeen: Samples.Utc("2026-07-03T08:00:00Z")),
            new InstallationChange(Overlaid.Name, Edge, "2.0"));

        Overlaid.VersionsOf(tenant, Edge, "2026-07-03/0800").ShouldBe(["2.0"]);
        tenant.Overlay.Changes.Installations!.Count.ShouldBe(1);
    }

    [Fact]
    public void With_ProductRemoved_IsGoneWithAllVersions()
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, DotNet, Remove: true));

        Overlaid.VersionsOf(tenant, DotNet).ShouldBeEmpty();
        Overlaid.RowsOf(tenant, Overlaid.Id).ShouldBe(Overlaid.Rows.Where(row => row.DeviceId == Overlaid.Id && row.Software != DotNet));
    }

    [Fact]
    public void With_VersionRemoved_LeavesTheOthers()
    {
        var versions = Overlaid.VersionsOf(Overlaid.Tenant, DotNet).ToList();
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, DotNet, versions[0], Remove: true));

        Overlaid.VersionsOf(tenant, DotNet).ShouldBe(versions.Skip(1));
    }

    [Theory]
    [InlineData(Anvil, null)]
    [InlineData(Anvil, "1.0")]
    [InlineData(Edge, "1.0")]
    [InlineData(DotNet, "1.0")]
    public void With_AddedVersionRemoved_GivesTheGeneratedRows(string software, string? removed)
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, software, "1.0"), new InstallationChange(Overlaid.Name, software, removed, Remove: true));

        OverlaidRow.AllOf(tenant.At(Overlaid.Mark)).ShouldBe(Overlaid.Rows);
    }

    [Theory]
    [InlineData("Windows11", @"C:\Program Files\Acme\Big Anvil\big_anvil.exe")]
    [InlineData("macOS", "/Applications/Big Anvil.app")]
    [InlineData("Linux", "/opt/acme/big_anvil/bin/big_anvil")]
    public void With_NewProduct_LiesWhereItsPlatformHasPrograms(string platform, string path)
    {
        var changes = new OverlayChanges([new DeviceChange("lab-1", OsPlatform: platform)], [new InstallationChange("lab-1", "Acme-_-Big_Anvil", "1.0")]);

        var row = Overlaid.RowsOf(Overlaid.Tenant.With(changes, Overlaid.Mark), "lab-1").Single(row => row.Software == "acme-_-big_anvil");

        row.ShouldBe(row with { Version = "1.0", Weaknesses = 0, DiskPaths = path, FirstSeen = "2020-01-01 00:00:00" });
    }

    [Fact]
    public void With_OwnPaths_AreFilledIn()
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, Anvil, "12.5", DiskPaths: [@"C:\Users\{user}\{version}", "{major}"], RegistryPaths: [@"HKEY_USERS\{track}"]));

        var row = Overlaid.RowsOf(tenant, Overlaid.Id).Single(row => row.Software == Anvil);

        row.DiskPaths.ShouldBe($@"C:\Users\{tenant.Fleet.Names.UserOf(Overlaid.Device)}\12.5|12");
        row.RegistryPaths.ShouldBe(@"HKEY_USERS\12.5");
    }

    /// <summary>Many devices with paths of their own must not multiply all releases of a product.</summary>
    [Fact]
    public void With_ManyOwnPaths_TakesOneLookEach()
    {
        InstallationChange[] changes = [.. Overlaid.Devices.Select((_, i) => new InstallationChange(Overlaid.NameOf(Overlaid.Generated.DeviceAt(i)), Edge, "1.0", DiskPaths: [$"path {i}"]))];

        var looks = Overlaid.With(changes).At(Overlaid.Mark).Releases.Looks - Overlaid.With(changes[..1]).At(Overlaid.Mark).Releases.Looks;

        looks.ShouldBe(changes.Length - 1);
    }

    [Fact]
    public void With_FirstSeenInTheFuture_IsThereFromThenOn()
    {
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, Edge, "1.0", FirstSeen: Samples.Utc("2026-07-03T08:00:00Z")));

        Overlaid.VersionsOf(tenant, Edge).ShouldBe(Overlaid.VersionsOf(Overlaid.Tenant, Edge));
        Overlaid.VersionsOf(tenant, Edge, "2026-07-03/0200").ShouldNotBe(["1.0"]);
        Overlaid.VersionsOf(tenant, Edge, "2026-07-03/0800").ShouldBe(["1.0"]);
        Overlaid.RowsOf(tenant, Overlaid.Id, "2026-07-03/0800").Single(row => row.Software == Edge).FirstSeen.ShouldBe("2026-07-03 08:00:00");
    }

    [Fact]
    public void With_VersionThatComesOutLater_BecomesThatRelease()
    {
        var line = Overlaid.Tenant.Catalog.Find(Edge)!.Tracks[0];
        var release = line.ReleaseAt(Overlaid.Mark.At) + 1;
        var version = line.VersionOf(release);
        var tenant = Overlaid.With(new InstallationChange(Overlaid.Name, Edge, version));
        var later = SnapshotMark.AtOrBefore(line.DateOf(release).Utc.AddDays(60));

        tenant.At(Overlaid.Mark).Distribution(tenant.Catalog.Find(Edge)!).ShouldContain((version, 1, 0));
        tenant.At(later).Distribution(tenant.Catalog.Find(Edge)!).Count(entry => entry.Version == version).ShouldBe(1);
        tenant.At(later).Distribution(tenant.Catalog.Find(Edge)!).Single(entry => entry.Version == version).Installations.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void With_AddedOperatingSystem_IsTheOnlyOne()
    {
        var changes = new OverlayChanges([new DeviceChange("lab-1", OsPlatform: "Windows10")], [new InstallationChange("lab-1", "microsoft-_-windows_11", "10.0.22631.1")]);

        Overlaid.RowsOf(Overlaid.Tenant.With(changes, Overlaid.Mark), "lab-1").ShouldHaveSingleItem().Version.ShouldBe("10.0.22631.1");
    }

    [Fact]
    public void With_AsMuchAsMayBeAdded_FitsTheBuffer()
    {
        InstallationChange[] changes = [.. Enumerable.Range(0, OverlayLimits.MostAddedPerDevice).Select(i => new InstallationChange(Overlaid.Name, $"acme-_-part_{i}", "1"))];

        Overlaid.RowsOf(Overlaid.With(changes), Overlaid.Id).Count.ShouldBe(Overlaid.Rows.Count(row => row.DeviceId == Overlaid.Id) + changes.Length);
    }

    /// <summary>Rows are rendered into spans of 32 KiB at least; letters for private use are escaped, to six bytes each.</summary>
    [Fact]
    public void With_LongestTexts_FitsARow()
    {
        string Long(int length, string end = "") => new string('\uE000', length - end.Length) + end;
        var version = Long(OverlayLimits.MostCharacters);
        var longPath = Long(OverlayLimits.MostCharacters - 50);
        var devices = new[] { new DeviceChange(Overlaid.Name, NewName: Long(OverlayLimits.MostCharacters), Group: Long(OverlayLimits.MostCharacters)) };
        InstallationChange[] installations =
        [
            new InstallationChange(Overlaid.Id, Long(OverlayLimits.MostCharacters, "-_-x"), version),
            new InstallationChange(Overlaid.Id, "x-_-" + Long(OverlayLimits.MostCharacters - 4), version),
            new InstallationChange(Overlaid.Id, "acme-_-paths", version, DiskPaths: [longPath, longPath], RegistryPaths: [longPath, longPath]),
            new InstallationChange(Overlaid.Id, "acme-_-users", "1", DiskPaths: [.. Enumerable.Repeat("{user}{user}{user}", 14)]),
            .. Overlaid.Tenant.Catalog.Listed.OrderByDescending(Placeholders).Take(70).Select(product => new InstallationChange(Overlaid.Id, product.Id, version)),
        ];

        var snapshot = Overlaid.Tenant.With(new OverlayChanges(devices, installations), Overlaid.Mark).At(Overlaid.Mark);

        foreach (var dress in Enum.GetValues<RowDress>())
            InventoryText.Of(InventoryText.Edition2026, snapshot, dress, 0, int.MaxValue, RowReader.MostRowBytes).Length.ShouldBeGreaterThan(installations.Length * 6 * OverlayLimits.MostCharacters);

        static int Placeholders(Product product) => product.Variants.Max(variant => variant.Disk.Concat(variant.Registry).Sum(path => path.Count(letter => letter == '{')));
    }
}
