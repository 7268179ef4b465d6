using System.Globalization;
using System.Text.Json.Nodes;
using TvmEmulator.Scenarios;
using TvmEmulator.Scenarios.Documents;

namespace TvmEmulator.UnitTests.Scenarios;

/// <summary>The schema that editors use and the reader say the same.</summary>
public sealed class ScenarioSchemaTests
{
    private static readonly JsonSchema Schema = new(JsonNode.Parse(File.ReadAllText(Path.Combine(ScenarioFiles.Folder, "scenario.schema.json")))!.AsObject());

    public static TheoryData<string> Files => [.. ScenarioFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Validate_FileOfTheRepository_IsValid(string file)
    {
        var text = File.ReadAllText(Path.Combine(ScenarioFiles.Folder, file));

        Schema.Validate(JsonOf(text)).ShouldBeEmpty();
        ScenarioReader.Read(text).Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfTheRepository_StandsInTheTableAndSaysWhatItIsFor(string file)
    {
        File.ReadAllText(Path.Combine(ScenarioFiles.Folder, "README.md")).ShouldContain($"| `{file}` |");
        File.ReadLines(Path.Combine(ScenarioFiles.Folder, file)).Take(2).ShouldAllBe(line => line.StartsWith("# ", StringComparison.Ordinal) && line.EndsWith('.'));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("quotas: {}")]
    [InlineData("quotas: { off: true }")]
    [InlineData("quotas: { off: false, factor: 0.01, limits: [] }")]
    [InlineData("quotas: { limits: [{ route: SoftwareDistributions, perMinute: 1, perHour: 1000000 }] }")]
    [InlineData("clocks: { advance: 1.02:03:04.5, dataTime: live }")]
    [InlineData("clocks: { serviceTime: 2026-06-30T12:00:00Z, freeze: false }")]
    [InlineData("clients: [{ id: a, roles: [] }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 400 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 599, body: envelope, code: c, message: m, retryAfter: 86400 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 500, body: empty, retryAfter: 1 } }]")]
    [InlineData("faults: [{ id: a, match: { probability: 1, route: '*', caller: x, method: GET }, action: { kind: empty } }]")]
    [InlineData("faults: [{ id: a, match: {}, action: { kind: delay, by: PT1S, perRow: 00:00:01 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: truncate, fraction: 0 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: extra-column, name: x, value: null } }]")]
    [InlineData("faults: [{ id: a, action: { kind: extra-column, name: x, value: -1.5e3 } }]")]
    [InlineData("overlay: { devices: [{ device: a, remove: false, newName: b }] }")]
    [InlineData("overlay: { installations: [{ device: a, software: b, version: 1.10 }] }")]
    [InlineData("overlay: { installations: [{ device: a, software: b, version: 1.10, remove: true }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [] }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [], severity: Low, cvssScore: 0.1, cvssVector: x, exploitability: ExploitIsPublic }] }")]
    public void Validate_GoodDocument_BothAccept(string yaml)
    {
        ScenarioReader.Read(yaml).Errors.ShouldBeEmpty();
        Schema.Validate(JsonOf(yaml)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5")]
    [InlineData("fault: []")]
    [InlineData("faults: {}")]
    [InlineData("faults: null")]
    [InlineData("quotas: off")]
    [InlineData("quotas: { off: true, factor: 1 }")]
    [InlineData("quotas: { off: maybe }")]
    [InlineData("quotas: { factor: 1001 }")]
    [InlineData("quotas: { limits: [{ route: SoftwareDistributions, perMinute: 1 }] }")]
    [InlineData("quotas: { limits: [{ route: '*', perMinute: 1, perHour: 1 }] }")]
    [InlineData("clocks: { advance: 25:00:00 }")]
    [InlineData("clocks: { advance: P1Y }")]
    [InlineData("clocks: { advance: PT1H, serviceTime: 2026-06-30T12:00:00Z }")]
    [InlineData("clocks: { serviceTime: 2026-06-30 }")]
    [InlineData("clocks: { freeze: 1 }")]
    [InlineData("clients: [{ id: a }]")]
    [InlineData("clients: [{ roles: [] }]")]
    [InlineData("clients: [{ id: a, roles: [1] }]")]
    [InlineData("faults: [{ id: a }]")]
    [InlineData("faults: [{ action: { kind: empty } }]")]
    [InlineData("faults: [{ id: a, action: { kind: nothing } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 399 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 400.5 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 500, body: html, message: m } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 500, body: empty, code: c } }]")]
    [InlineData("faults: [{ id: a, action: { kind: status, status: 500, retryAfter: none } }]")]
    [InlineData("faults: [{ id: a, action: { kind: throttle, retryAfter: 0 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: throttle } }]")]
    [InlineData("faults: [{ id: a, action: { kind: delay } }]")]
    [InlineData("faults: [{ id: a, action: { kind: drip, bytesPerSecond: 1.5 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: truncate, fraction: 2 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: truncate, fraction: 1, afterBytes: 1 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: extra-column, name: x, value: {} } }]")]
    [InlineData("faults: [{ id: a, action: { kind: extra-column, name: '', value: 1 } }]")]
    [InlineData("faults: [{ id: a, action: { kind: empty, more: 1 } }]")]
    [InlineData("faults: [{ id: a, match: { once: false }, action: { kind: empty } }]")]
    [InlineData("faults: [{ id: a, match: { nth: 1, every: 1 }, action: { kind: empty } }]")]
    [InlineData("faults: [{ id: a, match: { page: 1, file: 1 }, action: { kind: empty } }]")]
    [InlineData("faults: [{ id: a, match: { route: Nowhere }, action: { kind: empty } }]")]
    [InlineData("faults: [{ id: a, match: { method: FETCH }, action: { kind: empty } }]")]
    [InlineData("overlay: { devices: [{ device: a, remove: true, group: b }] }")]
    [InlineData("overlay: { devices: [{ group: b }] }")]
    [InlineData("overlay: { installations: [{ device: a, software: b }] }")]
    [InlineData("overlay: { installations: [{ device: a, software: b, remove: true, diskPaths: [] }] }")]
    [InlineData("overlay: { installations: [{ device: a, software: b, version: 1, firstSeen: now }] }")]
    [InlineData("overlay: { cves: [{ id: a }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [{ versions: [] }] }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [], severity: high }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [], cvssScore: 10.1 }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [], cvssVector: 1 }] }")]
    [InlineData("overlay: { cves: [{ id: a, affects: [], exploitability: Public }] }")]
    [InlineData("overlay: { cves: [{ id: a, remove: true, severity: High }] }")]
    public void Validate_BadDocument_BothRefuse(string yaml)
    {
        ScenarioReader.Read(yaml).Errors.ShouldNotBeEmpty();
        Schema.Validate(JsonOf(yaml)).ShouldNotBeEmpty();
    }

    private static JsonNode? JsonOf(string yaml) => JsonOf(DocumentParser.Parse(yaml, new DocumentErrors(source: null)).ShouldNotBeNull());

    private static JsonNode? JsonOf(DocumentNode node) => node switch
    {
        ObjectNode { Members: var members } => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, JsonOf(member.Value)))),
        ListNode { Items: var items } => new JsonArray([.. items.Select(JsonOf)]),
        ScalarNode { Kind: ScalarKind.Boolean, Text: var flag } => bool.Parse(flag),
        ScalarNode { Kind: ScalarKind.Number, Text: var digits } => decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture),
        ScalarNode { Kind: ScalarKind.Null } => null,
        ScalarNode { Text: var text } => text,
        _ => throw new NotSupportedException(),
    };
}
