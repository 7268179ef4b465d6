using System.Text;
using System.Text.Json.Nodes;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.BrowserExtensions;
using TvmEmulator.Assessments.Certificates;
using TvmEmulator.Assessments.SecureConfigurations;
using TvmEmulator.Assessments.Vulnerabilities;
using TvmEmulator.Configuration;
using TvmEmulator.TenantData;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.UnitTests.Assessments.Inventory;
using TvmEmulator.UnitTests.Assessments.Rows;

namespace TvmEmulator.UnitTests.TenantData;

/// <summary>Rows of the assessments that nothing else follows from are kept as they were given.</summary>
public sealed class KeptRowsTests : IDisposable
{
    private static readonly SnapshotMark Mark = Samples.Mark(Samples.DefaultMark);
    private static readonly CertificateAssessment Certificates2021 = new(ContractEdition.Edition2021, FileCasing.Pascal);
    private static readonly CertificateAssessment Certificates2026 = new(ContractEdition.Edition2026, FileCasing.Camel);

    private readonly DataFolder _folder = new();

    public static TheoryData<string> Kinds => [.. PlainKinds.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_LinesOfAGeneratedTenant_GivesTheSameRowsByteForByte(string kind)
    {
        var (older, newer) = (PlainKinds.All[kind].Edition2021, PlainKinds.All[kind].Edition2026);
        var generated = Samples.SnapshotOf(3, 40);
        // Both casings at once: the rows of the second file have the keys of those of the first.
        var given = WithInventory(generated)
            .With("1.json", Text(older, generated, RowDress.FileLine))
            .With("2.json.gz", DataFolder.Gzip(Encoding.UTF8.GetBytes(Text(newer, generated, RowDress.FileLine))))
            .Tenant.At(Mark);

        foreach (var assessment in new[] { older, newer })
        {
            Text(assessment, given, RowDress.FileLine).ShouldBe(Text(assessment, generated, RowDress.FileLine));
            assessment.FilesOf(given).ShouldBe(assessment.FilesOf(generated));
            if (assessment.ByMachineRoute is not null)
                Text(assessment, given, RowDress.PageRow).ShouldBe(Text(assessment, generated, RowDress.PageRow));
        }

        given.Tenant.Given!.Counts.OtherRows.ShouldBe(older.RowsOf(generated).Rows);
    }

    [Fact]
    public void Read_PageOf2021_FillsTheColumnsThatMeanTheSame()
    {
        var generated = Samples.SnapshotOf(3, 40);
        var given = WithInventory(generated).With("1.json", $"{{\"value\":[{Text(Certificates2021, generated, RowDress.PageRow)}]}}").Tenant.At(Mark);

        var rows = Nodes(Text(Certificates2026, given, RowDress.PageRow));

        var expected = Nodes(Text(Certificates2026, generated, RowDress.PageRow));
        foreach (var row in expected)
            row["issuedTo"] = row["issuedBy"] = row["keyUsage"] = row["extendedKeyUsage"] = null;
        rows.Select(row => row.ToJsonString()).ShouldBe(expected.Select(row => row.ToJsonString()));
    }

    [Fact]
    public void Read_IndentedValueWithNamesInIt_IsCopiedInTheCasingOfTheRow()
    {
        _folder.With("0.json", Rows.Lines(Rows.Inventory()));
        _folder.With("1.json", """
            {"value": [{"DeviceId": "3f0c6a52d1e94b7788a0c1d2e3f405162738495a", "BrowserName": "chrome", "ExtensionId": "x", "ExtensionVersion": "1\u002e0", "Extra": [],
            "Permissions": [ {"Id": "a<b", "IsRequired": true,
            "Risk": null} ]}]}
            """);
        var snapshot = _folder.Tenant.At(Mark);

        Line(new BrowserExtensionInventory(ContractEdition.Edition2026, FileCasing.Camel), snapshot).ShouldEndWith(
            """
            "browserName":"chrome","extensionId":"x","extensionVersion":"1.0","permissions":[{"id":"a<b","isRequired":true,"risk":null}]}
            """);
        Line(new BrowserExtensionInventory(ContractEdition.Edition2021, FileCasing.Pascal), snapshot).ShouldEndWith(
            """
            "BrowserName":"chrome","ExtensionId":"x","ExtensionVersion":"1.0","Permissions":[{"Id":"a<b","IsRequired":true,"Risk":null}]}
            """);
    }

    [Fact]
    public void Read_RepeatedRow_TheLaterOneStandsWhereTheFirstWas()
    {
        _folder.With("0.json", Rows.Lines(Rows.Inventory()));
        _folder.With("1.json", Rows.Lines(Setting("scid-1", false), Setting("scid-2", false), Setting("scid-1", true)));
        var tenant = _folder.Tenant;

        var rows = Nodes(Text(new SecureConfigurationAssessment(ContractEdition.Edition2026, FileCasing.Camel), tenant.At(Mark), RowDress.PageRow));

        rows.Select(row => ($"{row["configurationId"]}", (bool)row["isCompliant"]!)).ShouldBe([("scid-1", true), ("scid-2", false)]);
        (tenant.Given!.Counts.RepeatedRows, tenant.Given.Counts.OtherRows).ShouldBe((1, 2));
    }

    [Fact]
    public void Read_NoFileOfAKind_HasNoRowsOfIt()
    {
        var snapshot = _folder.With("0.json", Rows.Lines(Rows.Inventory())).Tenant.At(Mark);

        foreach (var kind in PlainKinds.All.Values)
        {
            kind.Edition2021.RowsOf(snapshot).Rows.ShouldBe(0);
            Text(kind.Edition2021, snapshot, RowDress.FileLine).ShouldBe("");
        }
    }

    [Fact]
    public void Read_DeviceWithoutInventory_IsADeviceWithoutSoftware()
    {
        _folder.With("0.json", Rows.Lines(Rows.Inventory(device: "d1"))).With("1.json", Rows.Lines(Setting("scid-1", true)));
        var tenant = _folder.Tenant;
        var snapshot = tenant.At(Mark);

        (snapshot.Devices, snapshot.Inventory.Rows, snapshot.Vulnerabilities.Rows).ShouldBe((2, 1, 1));
        GivenNotes.Of(tenant.Given!).ShouldContain("1 devices are named by rows of other assessments only, they have no software", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\"\\ud800\"", "column configurationName: is not valid text")]
    [InlineData("{\"a\":[\"\\udfff\"]}", "column configurationName: is not valid text")]
    public void Read_InvalidText_IsRefused(string value, string problem)
    {
        _folder.With("1.json", Rows.Lines(Setting("scid-1", true).With("configurationName", "@")).Replace("\"@\"", value, StringComparison.Ordinal));

        _folder.Errors.ShouldBe([$"1.json, line 1, {problem}"]);
    }

    [Fact]
    public void Read_RowThatIsTooLong_IsRefused()
    {
        _folder.With("1.json", Rows.Lines(Setting("scid-1", true).With("configurationName", new string('n', 24_000))));

        _folder.Errors.ShouldHaveSingleItem().ShouldMatch(@"^1\.json, line 1: has 2\d{4} bytes; at most 24000 are allowed$");
    }

    private static JsonObject Setting(string id, bool isCompliant) => new()
    {
        ["deviceId"] = Rows.Device,
        ["configurationId"] = id,
        ["configurationName"] = "A setting",
        ["isCompliant"] = isCompliant,
    };

    /// <summary>The vulnerabilities know the versions of operating systems.</summary>
    private DataFolder WithInventory(Snapshot generated) => _folder
        .With("0-inventory.json", Text(InventoryText.Edition2021, generated, RowDress.FileLine))
        .With("0-vulnerabilities.json", Text(new SoftwareVulnerabilities(ContractEdition.Edition2021, FileCasing.Pascal), generated, RowDress.FileLine));

    private static List<JsonNode> Nodes(string rows) => [.. JsonNode.Parse($"[{rows}]")!.AsArray().Select(row => row!)];

    private static string Line(Assessment assessment, Snapshot snapshot) => Text(assessment, snapshot, RowDress.FileLine).TrimEnd('\n');

    private static string Text(Assessment assessment, Snapshot snapshot, RowDress dress) => Encoding.UTF8.GetString(InventoryText.Of(assessment, snapshot, dress));
}
