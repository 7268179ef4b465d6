using TvmEmulator.Blobs;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class ExportNamesTests
{
    private readonly NumberedLines _lines = new(3, 4, 5);

    [Fact]
    public void Of_Edition2021_NumbersPartsByGroup()
    {
        var names = new ExportNames(Organization.World, Organization.Options2021).Of(_lines, Organization.Snapshot).Names;

        var job = Organization.World.DeriveGuid("export job 2026-06-30/0200 Edition2021 NumberedLines");
        var folder = $"2026-06-30/0200/NumberedLines/json/OrgId={Organization.World.TenantId}/";
        names.ShouldBe([$"{folder}part-00000-{job}.c000.json.gz", $"{folder}part-00003-{job}.c001.json.gz", $"{folder}part-00006-{job}.c000.json.gz"]);
    }

    [Fact]
    public void Of_Edition2026_HasAFolderForEachGroup()
    {
        var names = new ExportNames(Organization.World, Organization.Options2026).Of(_lines, Organization.Snapshot).Names;

        var job = Organization.World.DeriveGuid("export job 2026-06-30/0200 Edition2026 NumberedLines");
        var folder = $"2026-06-30/0200/NumberedLines/json/OrgId={Organization.World.TenantId}/";
        names.ShouldBe(
        [
            $"{folder}_RbacGroupId=0/part-00000-{job}.c000.json.gz",
            $"{folder}_RbacGroupId=3/part-00001-{job}.c001.json.gz",
            $"{folder}_RbacGroupId=6/part-00002-{job}.c000.json.gz",
        ]);
    }

    [Fact]
    public void Of_Twice_IsMadeOnce()
    {
        var names = new ExportNames(Organization.World, Organization.Options2021);

        names.Of(_lines, Organization.Snapshot).ShouldBeSameAs(names.Of(_lines, Organization.Snapshot));
    }

    [Fact]
    public void Find_ExactName_IsTheFile()
    {
        var named = new ExportNames(Organization.World, Organization.Options2021).Of(_lines, Organization.Snapshot);

        named.Find(named.Names[1])!.Index.ShouldBe(1);
        named.Find(named.Names[1].ToUpperInvariant()).ShouldBeNull();
        named.Find(named.Names[1] + "/").ShouldBeNull();
        named.Find("../../etc/passwd").ShouldBeNull();
    }
}
