using System.Text;
using System.Text.Json.Nodes;
using TvmEmulator.TenantData;

namespace TvmEmulator.UnitTests.TenantData;

public sealed class TenantDataFolderTests : IDisposable
{
    private static readonly string TwoLines = Rows.Lines(Rows.Inventory("a"), Rows.Inventory("b"));

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Forms => new()
    {
        { "rows.json", TwoLines },
        { "rows.jsonl", TwoLines.TrimEnd() },
        { "rows.NDJSON", TwoLines.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "deep/er/rows.json", "\uFEFF" + TwoLines },
        { "rows.json", "\n  \n" + TwoLines.Replace("\n", "\n\r\n", StringComparison.Ordinal) },
        { "rows.json", "[" + TwoLines.TrimEnd().Replace("\n", ",", StringComparison.Ordinal) + "]" },
        { "rows.json", "\uFEFF\n[\n" + TwoLines.TrimEnd().Replace("\n", ",\n", StringComparison.Ordinal) + "\n]\n" },
        { "page.json", "{\"@odata.context\":\"x\",\"value\":[" + TwoLines.TrimEnd().Replace("\n", ",", StringComparison.Ordinal) + "],\"@odata.nextLink\":\"y\"}" },
        { "page.json", JsonNode.Parse("{\"value\":[" + TwoLines.TrimEnd().Replace("\n", ",", StringComparison.Ordinal) + "]}")!.ToJsonString(new() { WriteIndented = true }) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_AnyForm_FindsTheRows(string file, string text)
    {
        _folder.With(file, text);

        TenantDataFolder.Read(_folder.Name).Counts.InventoryRows.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_AnyFormPacked_FindsTheRows(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _folder.With(file + ".gz", [.. DataFolder.Gzip(bytes[..40]), .. DataFolder.Gzip(bytes[40..])]);

        TenantDataFolder.Read(_folder.Name).Counts.InventoryRows.ShouldBe(2);
    }

    [Fact]
    public void Read_PascalCase_IsTheSame()
    {
        _folder.With("rows.json", "{\"DeviceId\":\"d\",\"OSPlatform\":\"Plan9\",\"SoftwareName\":\"acme\",\"NumberOfWeaknesses\":2}");

        var snapshot = _folder.Tenant.At(Samples.Mark(Samples.DefaultMark));

        var row = PlainRow.AllOf(snapshot).ShouldHaveSingleItem();
        row.Device.PlatformText.ShouldBe("Plan9");
        row.Weaknesses.ShouldBe(2);
        row.Version.ShouldBe("");
    }

    [Theory]
    [InlineData("softwareVersion", "5", "column softwareVersion: must be text, not 5")]
    [InlineData("softwareVersion", "[1]", "column softwareVersion: must be text, not a list")]
    [InlineData("deviceId", "null", "column deviceId: is missing, or empty")]
    [InlineData("deviceId", "\"\"", "column deviceId: is missing, or empty")]
    [InlineData("numberOfWeaknesses", "-1", "column numberOfWeaknesses: must be a whole number from 0 on, not -1")]
    [InlineData("numberOfWeaknesses", "1.5", "column numberOfWeaknesses: must be a whole number from 0 on, not 1.5")]
    [InlineData("numberOfWeaknesses", "null", "column numberOfWeaknesses: is missing")]
    [InlineData("numberOfWeaknesses", "10001", "column numberOfWeaknesses: is 10001, at most 10000 is possible")]
    [InlineData("rbacGroupId", "\"many\"", "column rbacGroupId: must be a whole number from 0 on, not 'many'")]
    [InlineData("rbacGroupId", "1000001", "column rbacGroupId: is 1000001, at most 1000000 is possible")]
    [InlineData("diskPaths", "\"C:\"", "column diskPaths: must be a list of texts, not 'C:'")]
    [InlineData("diskPaths", "[\"C:\",7]", "column diskPaths: must be a list of texts, and one of them is 7")]
    [InlineData("diskPaths", "[\"\\u0000\"]", "column diskPaths: holds a path that is not valid text")]
    [InlineData("softwareFirstSeenTimestamp", "\"yesterday\"", "column softwareFirstSeenTimestamp: must be a time such as 2026-06-30 02:00:00, not 'yesterday'")]
    [InlineData("deviceName", "\"\\ud800\"", "column deviceName: is not valid text")]
    public void Read_WrongValue_NamesFileLineAndColumn(string column, string value, string problem)
    {
        _folder.With("a/rows.json", Rows.Lines(Rows.Inventory("first"), Rows.Inventory().With(column, "@")).Replace("\"@\"", value, StringComparison.Ordinal));

        _folder.Errors.ShouldBe([$"a/rows.json, line 2, {problem}"]);
    }

    [Fact]
    public void Read_TextOrPathsThatAreTooLong_AreRefused()
    {
        var paths = new JsonArray([.. Enumerable.Range(0, 100).Select(i => JsonValue.Create(new string('p', 250)))]);
        _folder.With("rows.json", Rows.Lines(Rows.Inventory().With("deviceName", new string('n', 600)), Rows.Inventory().With("diskPaths", paths)));

        _folder.Errors.ShouldBe(
        [
            "rows.json, line 1, column deviceName: has 600 characters; at most 512 bytes of JSON are allowed",
            "rows.json, line 2, column diskPaths: the paths of a row may have 24000 bytes, all together",
        ]);
    }

    [Theory]
    [InlineData("{\"deviceId\":", "rows.json, line 3: is not JSON, from byte 13 on")]
    [InlineData("17", "rows.json, line 3: is not a row: each line must be a JSON object")]
    [InlineData("{} {}", "rows.json, line 3, column deviceId: is missing, or empty")]
    public void Read_BrokenLine_IsNamed(string line, string problem)
    {
        _folder.With("rows.json", TwoLines + line + "\n" + TwoLines);

        _folder.Errors[0].ShouldBe(problem);
    }

    [Fact]
    public void Read_WrongRowOfAPage_IsNamedByItsLine()
    {
        _folder.With("page.json", $"{{\"value\":[\n{Rows.Inventory().ToJsonString()},\n\n{Rows.Inventory().With("softwareVersion", 5).ToJsonString()}]}}");

        _folder.Errors.ShouldBe(["page.json, line 4, column softwareVersion: must be text, not 5"]);
    }

    [Fact]
    public void Read_ManyProblems_EndsAfterTwenty()
    {
        _folder.With("rows.json", string.Concat(Enumerable.Repeat(Rows.Lines(Rows.Inventory().With("softwareVersion", 5)), 30)));

        var errors = _folder.Errors;

        errors.Count.ShouldBe(21);
        errors[^1].ShouldBe("reading ended after 20 problems");
    }

    [Theory]
    [InlineData("{\"deviceId\":\"d\",\"softwareName\":\"s\"}", "no assessment has these columns; needed are deviceId and, for example, softwareName and numberOfWeaknesses (software inventory); softwareName and exploitabilityLevel (software vulnerabilities)")]
    [InlineData("{\"name\":\"n\"}", "no assessment has these columns; needed are deviceId and, for example, softwareName and numberOfWeaknesses (software inventory); softwareName and exploitabilityLevel (software vulnerabilities)")]
    public void Read_FileOfNoKind_IsRefused(string line, string problem)
    {
        _folder.With("rows.json", TwoLines).With("z.json", line);

        _folder.Errors.ShouldBe([$"z.json, line 1: {problem}"]);
    }

    [Fact]
    public void Read_FixedRowOfADelta_IsRefused()
    {
        _folder.With("rows.json", Rows.Lines(Rows.Vulnerability("CVE-2022-29072").With("status", "Fixed")));

        _folder.Errors.ShouldBe(["rows.json, line 1, column status: is 'Fixed': rows of changes are no assessment, the rows of an export are needed"]);
    }

    [Theory]
    [InlineData(4, "Office", "column rbacGroupName: group 4 is called 'Bakery' in an earlier row, not 'Office'")]
    [InlineData(5, "Bakery", "column rbacGroupId: group 'Bakery' has the number 4 in an earlier row, not 5")]
    public void Read_GroupsThatContradictEachOther_AreRefused(int id, string name, string problem)
    {
        _folder.With("rows.json", Rows.Lines(Rows.Inventory(), Rows.Inventory("b").With("rbacGroupId", id).With("rbacGroupName", name)));

        _folder.Errors.ShouldBe([$"rows.json, line 2, {problem}"]);
    }

    [Fact]
    public void Read_GroupsByNameOnly_GetTheNumbersOfOtherRowsOrNewOnes()
    {
        _folder.With("rows.json", Rows.Lines(
            Rows.Inventory(device: "d1").Without("rbacGroupId").With("rbacGroupName", "Office"),
            Rows.Inventory(device: "d2").Without("rbacGroupId"),
            Rows.Inventory(device: "d3").Without("rbacGroupId").With("rbacGroupName", null),
            Rows.Inventory(device: "d4")));

        var snapshot = _folder.Tenant.At(Samples.Mark(Samples.DefaultMark));

        snapshot.Groups.Select(slice => (slice.Group.Id, slice.Group.Name, slice.Devices)).ShouldBe([(0, "Unassigned", 1), (4, "Bakery", 2), (5, "Office", 1)]);
    }

    [Fact]
    public void Read_GroupsByNumberOnly_AreNamedAfterIt()
    {
        _folder.With("rows.json", Rows.Lines(
            Rows.Inventory(device: "d1").Without("rbacGroupName").With("rbacGroupId", 7),
            Rows.Inventory(device: "d2").With("rbacGroupName", "Unassigned")));

        var snapshot = _folder.Tenant.At(Samples.Mark(Samples.DefaultMark));

        snapshot.Groups.Select(slice => (slice.Group.Id, slice.Group.Name)).ShouldBe([(4, "Unassigned"), (7, "7")]);
    }

    [Fact]
    public void Read_DeviceThatMoved_IsInTheGroupOfItsLastRow()
    {
        _folder.With("rows.json", Rows.Lines(Rows.Inventory("a"), Rows.Inventory("b").Without("rbacGroupId").With("rbacGroupName", "Office")));

        _folder.Tenant.At(Samples.Mark(Samples.DefaultMark)).Groups.ShouldHaveSingleItem().Group.Name.ShouldBe("Office");
    }

    [Fact]
    public void Read_ProductsThatDifferInLetterCaseOnly_AreRefused()
    {
        _folder.With("rows.json", Rows.Lines(Rows.Inventory("tool"), Rows.Inventory("Tool")));

        _folder.Errors.ShouldBe(["rows.json, line 2, column softwareName: 'maker' 'Tool' cannot be told from 'maker' 'tool' of an earlier row"]);
    }

    [Fact]
    public void Read_DevicesThatDifferInLetterCaseOnly_AreRefused()
    {
        _folder.With("rows.json", Rows.Lines(Rows.Inventory(device: "abc1"), Rows.Inventory(device: "ABC1")));

        _folder.Errors.ShouldBe(["rows.json, line 2, column deviceId: 'ABC1' cannot be told from 'abc1' of an earlier row"]);
    }

    [Theory]
    [InlineData("softwareVendor")]
    [InlineData("softwareName")]
    public void Read_SlashInASoftwareId_IsRefused(string column)
    {
        _folder.With("rows.json", Rows.Lines(Rows.Inventory("a"), Rows.Inventory("b").With(column, "tcp/ip")));

        _folder.Errors.ShouldBe([$"rows.json, line 2, column {column}: 'tcp/ip' has a slash, and no URL would find it"]);
    }

    [Theory]
    [InlineData("{\"value\":[ROW],\"@odata.nextLink\":\"y\"}", 1)]
    [InlineData("{\"@odata.nextLink\":\"y\",\"value\":[ROW]}", 1)]
    [InlineData("{\"value\":[ROW],\"@odata.nextLink\":null}", 0)]
    [InlineData("{\"value\":[ROW],\"other\":{\"@odata.nextLink\":\"y\"}}", 0)]
    public void Read_Page_IsNotedWhenAnotherFollows(string page, int notes)
    {
        _folder.With("page.json", page.Replace("ROW", Rows.Inventory().ToJsonString(), StringComparison.Ordinal));

        TenantDataFolder.Read(_folder.Name).Notes.Count(note => note.StartsWith("page.json: an @odata.nextLink ", StringComparison.Ordinal)).ShouldBe(notes);
    }

    [Fact]
    public void Read_SeveralPagesThatAreNotTheLast_AreOneNote()
    {
        foreach (var name in new[] { "a", "b", "c" })
            _folder.With(name + ".json", $"{{\"value\":[{Rows.Inventory(name).ToJsonString()}],\"@odata.nextLink\":\"y\"}}");

        GivenNotes.Of(TenantDataFolder.Read(_folder.Name)).ShouldHaveSingleItem().ShouldStartWith("a.json and 2 other files: ");
    }

    [Fact]
    public void Read_Stopped_Ends()
    {
        _folder.With("rows.json", TwoLines);

        Should.Throw<OperationCanceledException>(() => TenantDataFolder.Read(_folder.Name, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Read_DeviceWithMoreRowsThanThereIsRoomFor_IsRefused()
    {
        _folder.With("rows.json", Rows.Lines(Enumerable.Range(0, 4001).Select(i => Rows.Inventory(version: $"{i}"))));

        _folder.Errors.ShouldBe([$"{_folder.Name}: device '{Rows.Device}' has 4001 installations, at most 4000 are possible"]);
    }

    [Fact]
    public void Read_NoFolder_IsRefused() => Should.Throw<TenantDataException>(() => TenantDataFolder.Read(Path.Combine(_folder.Name, "none")))
        .Errors.ShouldHaveSingleItem().ShouldStartWith($"{_folder.Name}/none: cannot be read: ");

    [Fact]
    public void Read_NoFiles_IsRefused() => _folder.With("notes.txt", "").Errors.ShouldBe([$"{_folder.Name}: no file ends in .json, .jsonl, .ndjson, or one of them and .gz"]);

    [Fact]
    public void Read_NoRows_IsRefused() => _folder.With("rows.json", "\n").Errors.ShouldBe([$"{_folder.Name}: no row in 1 files"]);

    [Fact]
    public void Read_FileThatIsNoGzip_IsRefused() => _folder.With("rows.json.gz", TwoLines).Errors.ShouldHaveSingleItem()
        .ShouldStartWith("rows.json.gz, line 1: is not a whole gzip file");
}
