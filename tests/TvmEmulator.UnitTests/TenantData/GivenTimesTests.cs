using System.Text;
using System.Text.Json.Nodes;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Vulnerabilities;
using TvmEmulator.Configuration;
using TvmEmulator.TenantData;
using TvmEmulator.UnitTests.Assessments.Inventory;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>Times of given rows that a snapshot of their age would not have.</summary>
public sealed class GivenTimesTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-06-30 02:00:01", "use --data-time 2026-06-30T08:00Z")]
    [InlineData("2026-11-20 10:00:00", "use --data-time 2026-11-20T14:00Z")]
    [InlineData("2026-11-20 14:00:00", "use --data-time 2026-11-20T14:00Z")]
    [InlineData("2026-12-31 20:00:01", "use --data-time 2027-01-01T02:00Z")]
    [InlineData("2039-12-31 20:00:01", "--data-time can be 2039-12-31T20:00Z at the latest")]
    [InlineData("9999-12-31 23:59:59", "--data-time can be 2039-12-31T20:00Z at the latest")]
    public void Notes_RowsNewerThanTheNewestSnapshot_NameATimeThatIsNot(string seen, string remedy)
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory().With("softwareLastSeenTimestamp", seen)));

        GivenNotes.Of(TenantDataFolder.Read(_folder.Name), Samples.Mark(Samples.DefaultMark)).ShouldHaveSingleItem().ShouldEndWith($", after the newest snapshot, 2026-06-30T02:00Z; {remedy}");
    }

    [Theory]
    [InlineData("softwareFirstSeenTimestamp")]
    [InlineData("softwareLastSeenTimestamp")]
    public void Notes_AnyRow_TheNewestTimeIsNamed(string column)
    {
        _folder.With("a.json", Rows.Lines(
            Rows.Inventory("a").With(column, "2026-11-19 10:00:00"), Rows.Inventory("b").With(column, "2026-11-20 10:00:00"), Rows.Inventory("c").With(column, null)));

        GivenNotes.Of(TenantDataFolder.Read(_folder.Name), Samples.Mark(Samples.DefaultMark)).ShouldHaveSingleItem().ShouldStartWith("the newest time in the files is 2026-11-20 10:00:00, ");
    }

    [Theory]
    [InlineData("firstSeenTimestamp")]
    [InlineData("lastSeenTimestamp")]
    public void Notes_VulnerabilityRow_CountsAsWell(string column)
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory())).With("b.json", Rows.Lines(Rows.Vulnerability(null).With(column, "2026-11-20 10:00:00")));

        GivenNotes.Of(TenantDataFolder.Read(_folder.Name), Samples.Mark(Samples.DefaultMark)).ShouldHaveSingleItem().ShouldStartWith("the newest time in the files is 2026-11-20 10:00:00, ");
    }

    [Theory]
    [InlineData("2026-11-20/1400")]
    [InlineData("2027-01-01/0200")]
    [InlineData(null)]
    public void Notes_SnapshotsAsNewOrLive_NothingIsSaid(string? mark)
    {
        _folder.With("a.json", Rows.Lines(Rows.Inventory().With("softwareLastSeenTimestamp", "2026-11-20 14:00:00").With("endOfSupportDate", "2029-01-01")));

        GivenNotes.Of(TenantDataFolder.Read(_folder.Name), mark is null ? null : Samples.Mark(mark)).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_FirstSeenAfterLastSeen_HaveTheLastSeenTimeThatWasGiven()
    {
        const string given = "2026-06-29 10:00:00";
        _folder
            .With("a.json", Rows.Lines(Rows.Inventory(weaknesses: 1).With("softwareFirstSeenTimestamp", "2026-06-29 12:00:00").With("softwareLastSeenTimestamp", given)))
            .With("b.json", Rows.Lines(Rows.Vulnerability("CVE-2022-29072").With("firstSeenTimestamp", "2026-06-29 11:00:00").With("lastSeenTimestamp", given)));
        var snapshot = _folder.Tenant.At(Samples.Mark(Samples.DefaultMark));

        var inventory = Row(InventoryText.Of(InventoryText.Edition2026, snapshot, RowDress.FileLine));
        var vulnerability = Row(InventoryText.Of(new SoftwareVulnerabilities(ContractEdition.Edition2026, FileCasing.Camel), snapshot, RowDress.FileLine));

        $"{inventory["softwareFirstSeenTimestamp"]} {inventory["softwareLastSeenTimestamp"]}".ShouldBe($"2026-06-29 12:00:00 {given}");
        $"{vulnerability["firstSeenTimestamp"]} {vulnerability["lastSeenTimestamp"]}".ShouldBe($"2026-06-29 11:00:00 {given}");
    }

    private static JsonNode Row(byte[] line) => JsonNode.Parse(Encoding.UTF8.GetString(line))!;
}
