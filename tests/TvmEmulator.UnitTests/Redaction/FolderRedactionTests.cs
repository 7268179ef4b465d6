using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Redaction;
using TvmEmulator.TenantData;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.UnitTests.Assessments.Inventory;
using TvmEmulator.UnitTests.TenantData;

namespace TvmEmulator.UnitTests.Redaction;

public sealed class FolderRedactionTests : IDisposable
{
    private static readonly byte[] Key = "secret"u8.ToArray();

    private readonly DataFolder _input = new();
    private readonly DataFolder _output = new();

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 150)]
    public void Write_GeneratedTenant_LeavesNoNameOfDevicesGroupsAndPeople(long seed, int devices)
    {
        var snapshot = Samples.SnapshotOf(seed, devices);
        _input.With("part-0.json.gz", DataFolder.Gzip(InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.FileLine)));

        Redact();

        var text = Encoding.UTF8.GetString(Unpacked("part-0.json.gz"));
        var words = Regex.Split(text, "[^\\w.-]+", RegexOptions.NonBacktracking).SelectMany(word => new[] { word, word.Split('.')[0] }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var users = Regex.Matches(text, @"(/|\\)Users(/|\\)(?<user>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
            .Select(match => match.Groups["user"].Value)
            .ToHashSet(StringComparer.Ordinal);
        for (var place = 0; place < snapshot.Devices; place++)
        {
            var device = snapshot.DeviceAt(place);
            var name = snapshot.Tenant.Fleet.Names.NameOf(device);
            words.Contains(DeviceNames.IdOf(device)).ShouldBeFalse();
            words.Contains(name).ShouldBeFalse();
            words.Contains(name.Split('.')[0]).ShouldBeFalse();
            users.Contains(snapshot.Tenant.Fleet.Names.UserOf(device)).ShouldBeFalse();
        }

        foreach (var slice in snapshot.Groups.Where(slice => slice.Group.Id != 0))
            text.Contains($"\"RbacGroupName\":\"{slice.Group.Name}\"", StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Write_GeneratedTenant_CountsAsBefore()
    {
        var snapshot = Samples.SnapshotOf(2, 150);
        _input.With("part-0.json", InventoryText.Of(InventoryText.Edition2021, snapshot, RowDress.FileLine));

        Redact();

        var redacted = _output.Tenant.At(snapshot.Mark);
        redacted.Devices.ShouldBe(snapshot.Devices);
        Shape(redacted).ShouldBe(Shape(snapshot));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 60)]
    public async Task Write_AllKindsOfAGeneratedTenant_KeepsAllCounts(long seed, int devices)
    {
        _input.WithExportsOf(Samples.SnapshotOf(seed, devices));

        Redact();

        (await CountsAsync(_output.Tenant)).ShouldBe(await CountsAsync(_input.Tenant));
    }

    [Fact]
    public void Write_TheSampleOrganization_JoinsItsFilesAlike()
    {
        new FolderRedaction(Key).Write(DataFile.In(SampleOrganizationTests.Folder), _output.Name, CancellationToken.None);

        TenantDataFolder.Read(_output.Name).Counts.ShouldBe(TenantDataFolder.Read(SampleOrganizationTests.Folder).Counts);
        var text = string.Concat(Directory.EnumerateFiles(_output.Name).Select(File.ReadAllText));
        foreach (var name in new[] { "3f0c6a52", "8d21b7c4", "c7e01f2a", "oven", "till-2", "orders", "bakery", "Servers", "miller", "deploy", "1004336348" })
            text.ShouldNotContain(name);
    }

    [Fact]
    public void Write_NothingToReplace_IsTheSameByteForByte()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF\r\n{ \"SoftwareName\" : \"caf\\u00e9\",\"numberOfWeaknesses\":1.50 , \"rbacGroupName\":\"Unassigned\"}\r\n\n{\"diskPaths\":[\"/usr/bin/caf\\u00e9\"]}");
        _input.With("a/b.json", bytes);

        Redact();

        File.ReadAllBytes(Path.Combine(_output.Name, "a", "b.json")).ShouldBe(bytes);
    }

    [Fact]
    public void Write_TwoKeys_GiveOtherNames()
    {
        _input.With("rows.json", Rows.Lines(Rows.Inventory()));
        using var other = new DataFolder();
        using var same = new DataFolder();

        Redact();
        new FolderRedaction("other"u8.ToArray()).Write(DataFile.In(_input.Name), other.Name, CancellationToken.None);
        new FolderRedaction(Key).Write(DataFile.In(_input.Name), same.Name, CancellationToken.None);

        var text = File.ReadAllText(Path.Combine(_output.Name, "rows.json"));
        File.ReadAllText(Path.Combine(same.Name, "rows.json")).ShouldBe(text);
        File.ReadAllText(Path.Combine(other.Name, "rows.json")).ShouldNotBe(text, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("va-oven-pc.json.gz", @"^va-device-[0-9a-f]{12}\.json\.gz$")]
    [InlineData("OVEN-PC.bakery.example.json", @"^device-[0-9a-f]{12}\.domain-[0-9a-f]{12}\.example\.json$")]
    [InlineData(Rows.Device + "/rows.json", @"^[0-9a-f]{40}/rows\.json$")]
    [InlineData("exports_Bakery/bakery_2.json", @"^exports_group-[0-9a-f]{12}/group-[0-9a-f]{12}_2\.json$")]
    [InlineData("miller/bakeryware.jsonl", @"^user-[0-9a-f]{12}/bakeryware\.jsonl$")]
    public void Write_NamesInTheNameOfAFile_AreReplacedThereToo(string file, string expected)
    {
        var row = Encoding.UTF8.GetBytes(Rows.Lines(Rows.Inventory().With("diskPaths", new JsonArray(@"C:\Users\miller\x.exe"))));
        _input.With(file, file.EndsWith(".gz", StringComparison.Ordinal) ? DataFolder.Gzip(row) : row);

        Redact();

        var name = DataFile.In(_output.Name).ShouldHaveSingleItem().Name;
        name.ShouldMatch(expected);
        name.ShouldNotContain(Rows.Device);
    }

    [Fact]
    public void Write_FileThatIsNotWhole_WritesNothing()
    {
        _input.With("a.json", Rows.Lines(Rows.Inventory())).With("b.json.gz", DataFolder.Gzip(Encoding.UTF8.GetBytes(Rows.Lines(Rows.Inventory())))[..^1]);

        Should.Throw<TenantDataException>(() => Redact()).Errors.ShouldHaveSingleItem().ShouldStartWith("b.json.gz, line 1: is not a whole gzip file");
        DataFile.In(_output.Name).ShouldBeEmpty();
    }

    public static TheoryData<string> FilesWithUnknownColumns => new()
    {
        Rows.Lines(Rows.Inventory().With("lastIp", "10.1.2.3")),
        Rows.Lines(Rows.Inventory().With("lastIp", new JsonObject { ["inner"] = "10.1.2.3" })),
        $"[{Rows.Inventory().With("lastIp", "10.1.2.3").ToJsonString()}]",
        $"{{\"@odata.context\":\"x\",\"value\":[{Rows.Inventory().With("lastIp", "10.1.2.3").ToJsonString()}],\"@odata.nextLink\":\"y\"}}",
    };

    [Theory]
    [MemberData(nameof(FilesWithUnknownColumns))]
    public void UnknownColumns_ColumnOfNoAssessment_IsToldOnce(string text)
    {
        _input.With("a.json", text).With("b.json", text);

        Redact().UnknownColumns.Notes.ShouldBe(["column lastIp, first in a.json, is not known: addresses and names that stand nowhere else were copied unchanged"]);
    }

    [Fact]
    public void UnknownColumns_Many_AreToldUpToTwenty()
    {
        var row = Rows.Inventory();
        for (var i = 0; i < 30; i++)
            row.With($"more{i}", "x");
        _input.With("a.json", Rows.Lines(row));

        var notes = Redact().UnknownColumns.Notes.ToList();

        notes.Count.ShouldBe(21);
        notes[^1].ShouldBe("more than 20 columns are not known");
    }

    [Theory]
    [InlineData(ContractEdition.Edition2021)]
    [InlineData(ContractEdition.Edition2026)]
    public void UnknownColumns_LinesAndPagesOfAllKinds_AreNone(ContractEdition edition)
    {
        var snapshot = Samples.SnapshotOf(3, 60);
        foreach (var assessment in Assessment.All(new EmulatorOptions { Contract = edition }))
        {
            _input.With($"{assessment.BlobKind}.json", InventoryText.Of(assessment, snapshot, RowDress.FileLine));
            if (assessment.ByMachineRoute is not null)
                _input.With($"{assessment.BlobKind}-page.json", $"{{\"value\":[{Encoding.UTF8.GetString(InventoryText.Of(assessment, snapshot, RowDress.PageRow))}]}}");
        }

        Redact().UnknownColumns.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Write_RowThatCannotBeServed_IsCopied()
    {
        _input.With("rows.json", Rows.Lines(Rows.Inventory().With("softwareVersion", 5)));

        Redact();

        _output.Errors.ShouldBe(["rows.json, line 1, column softwareVersion: must be text, not 5"]);
    }

    [Fact]
    public void Write_BrokenLine_NamesIt()
    {
        _input.With("rows.json", Rows.Lines(Rows.Inventory()) + "{");

        Should.Throw<TenantDataException>(() => Redact()).Errors.ShouldHaveSingleItem().ShouldStartWith("rows.json, line 2: is not JSON");
    }

    private FolderRedaction Redact()
    {
        var redaction = new FolderRedaction(Key);
        redaction.Write(DataFile.In(_input.Name), _output.Name, CancellationToken.None);
        return redaction;
    }

    /// <summary>Everything that is counted of an organization, one line each.</summary>
    private static async Task<List<string>> CountsAsync(Tenant tenant)
    {
        var snapshot = tenant.At(Samples.Mark(Samples.DefaultMark));
        var exposure = await snapshot.Findings.ExposureAsync();
        var totals = await snapshot.Findings.BaselinesAsync();
        return
        [
            $"{tenant.Given!.Counts}",
            $"configuration score {(await snapshot.Findings.ConfigurationScoreAsync()).Score}",
            .. Assessment.All(new EmulatorOptions()).Select(assessment => $"{assessment.BlobKind}: {assessment.RowsOf(snapshot).Rows} rows in {assessment.FilesOf(snapshot).Count} files"),
            .. snapshot.Groups.Select(slice => $"group {slice.Group.Id}: {slice.Devices} devices, score {exposure.ScoreOf(slice)}"),
            .. tenant.Catalog.Products.SelectMany(product => snapshot.Distribution(product).Select(version => $"{product.Id}: {version}")),
            .. snapshot.Cves.All.Select(cve => $"{cve.Id}: on {snapshot.Cves.ExposedMachinesOf(cve)}, published {cve.Published}"),
            .. (await snapshot.Findings.RecommendationsAsync()).All.Select(found => $"{found.Id}: {found.Weaknesses} on {found.ExposedMachines} of {found.TotalMachines}"),
            .. tenant.Benchmark.Profiles.Select(profile => $"{profile.Id}: {totals.PassedOf(profile)} of {totals.TotalOf(profile)}"),
        ];
    }

    private byte[] Unpacked(string file)
    {
        using var stream = DataFile.In(_output.Name).Single(found => found.Name == file).Open();
        using var text = new MemoryStream();
        stream.CopyTo(text);
        return text.ToArray();
    }

    private static List<(string Id, int Group, string Software, string Version, int Weaknesses)> Shape(Snapshot snapshot) =>
        [.. PlainRow.AllOf(snapshot).Select(row => (row.Device.PlatformText, row.Device.Group.Id, row.Product.Id, row.Version, row.Weaknesses))];
}
