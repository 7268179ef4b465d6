using System.Text.RegularExpressions;
using TvmEmulator.Blobs;

namespace TvmEmulator.UnitTests.Blobs;

public sealed class ExportLinksTests
{
    [Fact]
    public void For_AllFiles_LooksLikeTheDocumentedUrl()
    {
        var (links, _) = new ExportLinks(Organization.World, Organization.Options2021)
            .For(new NumberedLines(3, 4), Organization.Snapshot, "http://127.0.0.1:8080/tvmexportstrstgeus", TimeSpan.FromHours(3));

        links.Count.ShouldBe(2);
        foreach (var link in links)
        {
            Regex.IsMatch(
                link,
                @"^http://127\.0\.0\.1:8080/tvmexportstrstgeus/tvm-export/2026-06-30/0200/NumberedLines/json/OrgId=[0-9a-f-]{36}/part-0000\d-[0-9a-f-]{36}\.c00\d\.json\.gz"
                + @"\?sv=2023-01-03&st=2026-07-01T11%3A55%3A51Z&se=2026-07-01T14%3A55%3A51Z&sr=b&sp=r&sig=[A-Za-z0-9%]+%3D$",
                RegexOptions.NonBacktracking).ShouldBeTrue(link);
        }
    }

    [Fact]
    public void For_OtherSeed_HasOtherSignature()
    {
        var world = Organization.WorldOf(Organization.Options2021 with { Seed = 8 }, new FakeTime());
        var signature = new StorageAccount(world).Sign("text");

        (signature == new StorageAccount(Organization.World).Sign("text")).ShouldBeFalse();
    }
}
