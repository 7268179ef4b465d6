using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Overlays;

namespace TvmEmulator.UnitTests.Overlays;

public sealed class DeviceChangeTests
{
    public static TheoryData<OsPlatform> Platforms => [.. Enum.GetValues<OsPlatform>()];

    [Theory]
    [MemberData(nameof(Platforms))]
    public void With_NewDevice_HasItsOperatingSystemAndNothingElse(OsPlatform platform)
    {
        var tenant = Overlaid.With(new DeviceChange("Lab-1.test", OsPlatform: platform.Text().ToUpperInvariant()));

        var row = Overlaid.RowsOf(tenant, "Lab-1.test").ShouldHaveSingleItem();

        row.Platform.ShouldBe(platform.Text());
        row.GroupName.ShouldBe("Unassigned");
        row.DeviceId.ShouldMatch("^[0-9a-f]{40}$");
        tenant.Catalog.Find(row.Software)!.IsOperatingSystem.ShouldBeTrue();
        tenant.At(Overlaid.Mark).Devices.ShouldBe(Overlaid.Tenant.Devices + 1);
    }

    [Fact]
    public void With_NewDeviceOfANameInAnyTenant_HasTheSameId()
    {
        var change = new OverlayChanges(Devices: [new DeviceChange("lab-1", OsPlatform: "Linux")]);

        string IdIn(Tenant tenant) => Overlaid.RowsOf(tenant.With(change, Overlaid.Mark), "lab-1")[0].DeviceId;

        IdIn(Samples.TenantOf(2, 7)).ShouldBe(IdIn(Overlaid.Tenant));
    }

    [Theory]
    [InlineData("lab-1", "0123456789ABCDEF0123456789abcdef01234567", null, "lab-1")]
    [InlineData("0123456789ABCDEF0123456789abcdef01234567", null, null, "device-01234567")]
    [InlineData("0123456789ABCDEF0123456789abcdef01234567", null, "lab-2", "lab-2")]
    public void With_NewDeviceWithAnId_HasIt(string device, string? id, string? newName, string name)
    {
        var tenant = Overlaid.With(new DeviceChange(device, OsPlatform: "Windows11", Id: id, NewName: newName));

        Overlaid.RowsOf(tenant, "0123456789abcdef0123456789abcdef01234567").ShouldHaveSingleItem().DeviceName.ShouldBe(name);
    }

    [Fact]
    public void With_NewNameOfANewDevice_KeepsItsId()
    {
        var added = Overlaid.With(new DeviceChange("lab-1", OsPlatform: "Windows11"));

        var renamed = added.With(new OverlayChanges(Devices: [new DeviceChange("LAB-1", NewName: "lab-2"), new DeviceChange("lab-1", OsPlatform: "Linux")]), Overlaid.Mark);

        Overlaid.RowsOf(renamed, "lab-2")[0].DeviceId.ShouldBe(Overlaid.RowsOf(added, "lab-1")[0].DeviceId);
        Overlaid.RowsOf(renamed, "lab-1")[0].DeviceId.ShouldNotBe(Overlaid.RowsOf(added, "lab-1")[0].DeviceId, StringComparer.Ordinal);
    }

    [Fact]
    public void With_AnyLetterCase_FindsDeviceAndGroup()
    {
        var tenant = Overlaid.With(new DeviceChange(Overlaid.Name.ToUpperInvariant(), Group: "DEVELOPERS"));

        Overlaid.RowsOf(tenant, Overlaid.Id).Count(row => row.GroupName == "Developers").ShouldBe(Overlaid.Rows.Count(row => row.DeviceId == Overlaid.Id));
    }

    [Fact]
    public void With_NewGroups_AreNumberedAfterTheLastAndKeepTheirNumbers()
    {
        var other = Overlaid.NameOf(Overlaid.Devices.Last());
        var last = Overlaid.Tenant.Fleet.Groups.All[^1].Id;
        var first = Overlaid.With(new DeviceChange(Overlaid.Name, Group: "Red"), new DeviceChange(other, Group: "Blue"));

        var moved = first.With(new OverlayChanges(Devices: [new DeviceChange(Overlaid.Name, Group: "blue")]), Overlaid.Mark);

        Overlaid.RowsOf(first, Overlaid.Name)[0].GroupId.ShouldBe(last + 1);
        Overlaid.RowsOf(first, other)[0].GroupId.ShouldBe(last + 2);
        Overlaid.RowsOf(moved, Overlaid.Name)[0].GroupId.ShouldBe(last + 2);
    }

    [Fact]
    public void With_OtherPlatform_HasTheOperatingSystemOfIt()
    {
        var device = Overlaid.Devices.First(device => device.Platform == OsPlatform.Windows10);
        var tenant = Overlaid.With(new DeviceChange(DeviceNames.IdOf(device), OsPlatform: "windows11"));

        var rows = Overlaid.RowsOf(tenant, DeviceNames.IdOf(device));

        rows.ShouldAllBe(row => row.Platform == "Windows11");
        rows.ShouldContain(row => row.Software == "microsoft-_-windows_11");
        rows.ShouldNotContain(row => row.Software == "microsoft-_-windows_10");
    }

    [Fact]
    public void With_RemovedDevice_HasNoRowsAtAnyMarkUntilItIsBack()
    {
        var removed = Overlaid.With(new DeviceChange(Overlaid.Id, Remove: true));
        var back = removed.With(new OverlayChanges(Devices: [new DeviceChange(Overlaid.Name)]), Overlaid.Mark);

        Overlaid.RowsOf(removed, Overlaid.Id).ShouldBeEmpty();
        Overlaid.RowsOf(removed, Overlaid.Id, "2026-07-15/0800").ShouldBeEmpty();
        removed.At(Overlaid.Mark).Devices.ShouldBe(Overlaid.Tenant.Devices - 1);
        back.ShouldBeSameAs(Overlaid.Tenant);
    }

    [Fact]
    public void With_ChangedDeviceRemovedAndBack_IsAsItWasGenerated()
    {
        var changed = Overlaid.Tenant.With(
            new OverlayChanges([new DeviceChange(Overlaid.Name, Group: "Lab", NewName: "lab-1")], [new InstallationChange("lab-1", "acme-_-anvil", "1.0")]),
            Overlaid.Mark);

        var back = changed.With(new OverlayChanges([new DeviceChange("lab-1", Remove: true), new DeviceChange(Overlaid.Name)]), Overlaid.Mark);

        Overlaid.RowsOf(back, Overlaid.Id).ShouldBe(Overlaid.Rows.Where(row => row.DeviceId == Overlaid.Id));
    }

    [Fact]
    public void With_AddedDeviceRemoved_IsTheGeneratedTenant() =>
        Overlaid.With(new DeviceChange("lab-1", OsPlatform: "Linux"), new DeviceChange("lab-1", Remove: true)).ShouldBeSameAs(Overlaid.Tenant);

    [Fact]
    public void With_EveryDeviceRemoved_IsEmpty()
    {
        var snapshot = Overlaid.With([.. Overlaid.Devices.Select(device => new DeviceChange(DeviceNames.IdOf(device), Remove: true))]).At(Overlaid.Mark);

        snapshot.Devices.ShouldBe(0);
        snapshot.InventoryFiles.ShouldBeEmpty();
        snapshot.Groups.ShouldBeEmpty();
        OverlaidRow.AllOf(snapshot).ShouldBeEmpty();
    }
}
