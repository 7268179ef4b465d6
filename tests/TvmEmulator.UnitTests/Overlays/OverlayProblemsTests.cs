using TvmEmulator.Tenants.Overlays;

namespace TvmEmulator.UnitTests.Overlays;

/// <summary>What is said about wrong changes.</summary>
public sealed class OverlayProblemsTests
{
    private const string Platforms = "Windows10, Windows11, WindowsServer2016, WindowsServer2019, WindowsServer2022, WindowsServer2025, macOS, Linux";

    private const string Vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";

    private static readonly string Long = new('x', 513);
    private static readonly CveChange Anvil = new("CVE-2026-1", Affects: [new AffectedSoftware("acme-_-anvil")]);

    public static TheoryData<DeviceChange?, string> WrongDevices => new()
    {
        { null, ": a change is needed" },
        { new DeviceChange(""), ".device: a text is needed" },
        { new DeviceChange(Long), ".device: has 513 characters, at most 512 are allowed" },
        { new DeviceChange("a\nb"), ".device: has a control character or half of a character, neither is allowed" },
        { new DeviceChange("a\ud800"), ".device: has a control character or half of a character, neither is allowed" },
        { new DeviceChange("lab-9", Remove: true), $".device: no device 'lab-9' in snapshot {Samples.DefaultMark}" },
        { new DeviceChange("lab-9"), $".osPlatform: no device 'lab-9' in snapshot {Samples.DefaultMark}; to add it, an operating system is needed: {Platforms}" },
        { new DeviceChange("lab-9", OsPlatform: "Win10"), $".osPlatform: 'Win10' is not known, allowed are {Platforms}" },
        { new DeviceChange(Overlaid.Id, OsPlatform: "Linux"), ".osPlatform: 'Linux' does not fit a workstation, allowed are Windows10, Windows11" },
        { new DeviceChange(Overlaid.Id, Group: ""), ".group: a text is needed" },
        { new DeviceChange(Overlaid.Id, NewName: Overlaid.NameOf(Overlaid.Generated.DeviceAt(Overlaid.Generated.Devices - 1)).ToUpperInvariant()), $".newName: another device is '{Overlaid.NameOf(Overlaid.Generated.DeviceAt(Overlaid.Generated.Devices - 1)).ToUpperInvariant()}'" },
        { new DeviceChange("lab-9", OsPlatform: "Linux", Id: "abc"), ".id: 'abc' is no id, it needs 40 hexadecimal digits" },
        { new DeviceChange("lab-9", OsPlatform: "Linux", Id: Overlaid.Id), $".id: another device has the id '{Overlaid.Id}'" },
        { new DeviceChange(Overlaid.Name, Id: new string('f', 40)), $".id: the device has the id '{Overlaid.Id}', only a device that is added can be given one" },
    };

    public static TheoryData<InstallationChange?, string> WrongInstallations => new()
    {
        { null, ": a change is needed" },
        { new InstallationChange("lab-9", "acme-_-anvil", "1"), $".device: no device 'lab-9' in snapshot {Samples.DefaultMark}" },
        { new InstallationChange(Overlaid.Id, "anvil", "1"), ".software: 'anvil' is no software id, it needs the form vendor-_-name without any of / { }" },
        { new InstallationChange(Overlaid.Id, "acme-_-", "1"), ".software: 'acme-_-' is no software id, it needs the form vendor-_-name without any of / { }" },
        { new InstallationChange(Overlaid.Id, "acme-_-a/b", "1"), ".software: 'acme-_-a/b' is no software id, it needs the form vendor-_-name without any of / { }" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil"), ".version: a version is needed, only a removal can be of all versions" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil", Long), ".version: has 513 characters, at most 512 are allowed" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil", Remove: true), $".software: device '{Overlaid.Id}' does not have 'acme-_-anvil', and the catalog does not know it" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil", "1", FirstSeen: Samples.Utc("2001-02-03")), $".firstSeen: 2001-02-03 00:00:00 is too early: device '{Overlaid.Name}' joined on {Overlaid.Device.Joined}" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil", "1", DiskPaths: [.. Enumerable.Repeat("x", 17)]), ".diskPaths: has 17 paths, at most 16 are allowed" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil", "1", RegistryPaths: ["x", ""]), ".registryPaths[1]: a text is needed" },
        { new InstallationChange(Overlaid.Id, "acme-_-anvil", "1", DiskPaths: [.. Enumerable.Repeat("{user}{user}{user}", 15)]), ": has paths of 2070 characters with their placeholders filled in, at most 2000 are allowed" },
    };

    public static TheoryData<CveChange?, string> WrongCves => new()
    {
        { null, ": a change is needed" },
        { new CveChange("CVE 1", Remove: true), ".id: 'CVE 1' is no CVE id, allowed are letters, digits and dashes" },
        { new CveChange(new string('C', 41), Remove: true), ".id: has 41 characters, at most 40 are allowed" },
        { new CveChange("CVE-2026-1"), ".affects: at least one software is needed, only a removal can be without" },
        { new CveChange("CVE-2026-1", Affects: []), ".affects: at least one software is needed, only a removal can be without" },
        { new CveChange("CVE-2026-1", Affects: [null!]), ".affects[0].software: a text is needed" },
        { new CveChange("CVE-2026-1", Affects: [new AffectedSoftware("x")]), ".affects[0].software: 'x' is no software id, it needs the form vendor-_-name without any of / { }" },
        { new CveChange("CVE-2026-1", Affects: [new AffectedSoftware("acme-_-anvil", ["1", Long])]), ".affects[0].versions[1]: has 513 characters, at most 512 are allowed" },
        { Anvil with { CvssScore = 10.1m }, ".cvssScore: 10.1 is no CVSS score, allowed are 0 to 10 with one decimal" },
        { Anvil with { CvssScore = 7.55m }, ".cvssScore: 7.55 is no CVSS score, allowed are 0 to 10 with one decimal" },
        { Anvil with { CvssScore = 9.8m, CvssVector = Vector }, ".cvssScore: 9.8 is not the score of the vector, which is 7.5" },
        { Anvil with { CvssVector = "AV:N" }, ".cvssVector: 'AV:N' is no CVSS 3.1 base vector that does harm, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" },
        { Anvil with { CvssVector = Long }, ".cvssVector: has 513 characters, at most 512 are allowed" },
    };

    [Theory]
    [MemberData(nameof(WrongDevices))]
    public void With_WrongDevice_SaysSoOnce(DeviceChange? change, string problem) =>
        ProblemsOf(new OverlayChanges(Devices: [new DeviceChange(Overlaid.Id), change!])).ShouldBe([$"devices[1]{problem}"]);

    [Theory]
    [MemberData(nameof(WrongInstallations))]
    public void With_WrongInstallation_SaysSoOnce(InstallationChange? change, string problem) =>
        ProblemsOf(new OverlayChanges(Installations: [new InstallationChange(Overlaid.Id, "acme-_-hammer", "1"), change!])).ShouldBe([$"installations[1]{problem}"]);

    [Theory]
    [MemberData(nameof(WrongCves))]
    public void With_WrongCve_SaysSoOnce(CveChange? change, string problem) =>
        ProblemsOf(new OverlayChanges(Cves: [new CveChange("CVE-2026-2", Remove: true), change!])).ShouldBe([$"cves[1]{problem}"]);

    [Fact]
    public void With_InstallationBeforeItsRelease_NamesTheRelease()
    {
        var line = Overlaid.Tenant.Catalog.Find("microsoft-_-edge")!.Tracks[0];
        var release = line.ReleaseAt(Overlaid.Mark.At);
        var change = new InstallationChange(Overlaid.Id, "microsoft-_-edge", line.VersionOf(release), FirstSeen: line.DateOf(release).Utc.AddSeconds(-1));

        ProblemsOf(new OverlayChanges(Installations: [change])).ShouldHaveSingleItem().ShouldEndWith($", version '{line.VersionOf(release)}' came out on {line.DateOf(release)}");
    }

    [Fact]
    public void With_InstallationOnARemovedDevice_SaysThatItIsRemoved() =>
        ProblemsOf(new OverlayChanges([new DeviceChange(Overlaid.Id, Remove: true)], [new InstallationChange(Overlaid.Name, "acme-_-anvil", "1")]))
            .ShouldBe([$"installations[0].device: device '{Overlaid.Name}' is removed by the overlay"]);

    [Fact]
    public void With_ManyMistakes_NamesThemAll() =>
        ProblemsOf(new OverlayChanges(
            [new DeviceChange("lab-9", OsPlatform: "CP/M", Group: Long)],
            [new InstallationChange("lab-8", "anvil", Long)],
            [new CveChange("", Affects: [])])).Select(problem => problem.Split(':')[0])
            .ShouldBe(["devices[0].osPlatform", "devices[0].group", "installations[0].device", "installations[0].software", "installations[0].version", "cves[0].id", "cves[0].affects"]);

    [Fact]
    public void With_OneInstallationTooMany_NamesTheFirstBeyondTheLimit()
    {
        InstallationChange[] changes = [.. Enumerable.Range(0, 81).Select(i => new InstallationChange(Overlaid.Id, $"acme-_-part_{i}", "1"))];

        ProblemsOf(new OverlayChanges(Installations: changes)).ShouldBe([$"installations[80]: device '{Overlaid.Name}' has 80 added installations already, more are not allowed"]);
    }

    [Fact]
    public void With_TooManyEntriesAtOnce_SaysHowMany() =>
        ProblemsOf(new OverlayChanges(Cves: [.. Enumerable.Repeat(new CveChange("CVE-2026-1", Remove: true), 10_001)])).ShouldBe(["overlay: 10001 entries in all, at most 10000 are allowed"]);

    [Fact]
    public void With_TooManyEntriesOverTime_SaysHowMany()
    {
        CveChange Cve(string id) => new(id, Affects: [new AffectedSoftware("acme-_-anvil", [.. Enumerable.Range(0, 6000).Select(i => $"1.{i}")])]);
        var tenant = Overlaid.With(Cve("CVE-2026-1"));

        Should.Throw<OverlayException>(() => tenant.With(new OverlayChanges(Cves: [Cve("CVE-2026-2")]), Overlaid.Mark)).Problems
            .ShouldBe(["overlay: 12000 entries in all, at most 10000 are allowed"]);
    }

    [Fact]
    public void With_GroupsThatNobodyIsInAnyMore_AreEntriesStill()
    {
        var devices = Enumerable.Range(0, 10_000).Select(i => new DeviceChange(Overlaid.Id, Group: $"group {i}"));

        ProblemsOf(new OverlayChanges([.. devices])).ShouldBe(["overlay: 10001 entries in all, at most 10000 are allowed"]);
    }

    private static IReadOnlyList<string> ProblemsOf(OverlayChanges changes) =>
        Should.Throw<OverlayException>(() => Overlaid.Tenant.With(changes, Overlaid.Mark)).Problems;
}
