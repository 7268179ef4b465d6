using TvmEmulator.Faults;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Pipeline;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants.Overlays;

namespace TvmEmulator.UnitTests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void Read_FullExample_HasEverything()
    {
        var (scenario, errors) = ScenarioReader.Read(File.ReadAllText(Path.Combine(ScenarioFiles.Folder, "full-example.yaml")));

        errors.ShouldBeEmpty();
        scenario!.Clients.ShouldNotBeNull().Count.ShouldBe(2);
        scenario.Clients![0].ShouldBe(scenario.Clients[0] with { Id = "11111111-2222-3333-4444-555555555555", Secret = "only-a-test", TokenLifetime = TimeSpan.FromSeconds(65) });
        scenario.Clients[0].Roles.ShouldBe(["Software.Read.All", "Vulnerability.Read.All"]);
        scenario.Clients[1].ShouldBe(scenario.Clients[1] with { Id = "reader", Secret = null, TokenLifetime = null });
        scenario.Quotas!.ShouldBe(scenario.Quotas! with { IsOff = false, Factor = 10 });
        scenario.Quotas!.Limits.ShouldBe([new ScenarioLimit("SoftwareInventoryExport", 2, 20)]);
        scenario.Clocks.ShouldBe(new ScenarioClocks(Samples.Utc("2026-06-30T12:00:00Z"), null, Freeze: true, new ScenarioDataTime(Samples.Mark("2026-06-30/0800"))));
        // Every kind of action there is.
        scenario.Faults!.Select(fault => fault.Action.GetType()).Distinct().Count().ShouldBe(
            typeof(FaultAction).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(FaultAction)) && !type.IsAbstract));
        scenario.Faults![0].ShouldBe(new FaultRule(
            "late-and-cut",
            new FaultMatch { Route = "Blob", Method = "GET", Tenant = "default", File = 0, Occurrence = new Occurrence.Nth(2) },
            new DelayFault(TimeSpan.FromMilliseconds(50), TimeSpan.Zero)));
        scenario.Overlay!.Devices!.ShouldContain(new DeviceChange("build-agent-1", Remove: false, "Build agents", "Windows11", null));
        scenario.Overlay.Installations![0].FirstSeen.ShouldBe(Samples.Utc("2026-01-15T00:00:00Z"));
        scenario.Overlay.Installations![0].DiskPaths.ShouldBe([@"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"]);
        scenario.Overlay.Cves![0].Affects!.ShouldHaveSingleItem().Versions!.ShouldBe(["120.0.2210.61", "121"]);
        scenario.Overlay.Cves[1].Remove.ShouldBeTrue();
    }

    [Fact]
    public void Read_NothingMentioned_IsNull() => ScenarioReader.Read("{}").Scenario.ShouldBe(Scenario.Empty);

    [Fact]
    public void Read_Json_IsReadAsYamlIs()
    {
        const string json = "\uFEFF{\n\t\"faults\": [\n\t\t{ \"id\": \"a\", \"match\": { \"caller\": \"\\u00e4\\/\" }, \"action\": { \"kind\": \"drip\", \"bytesPerSecond\": 5 } }\n\t]\n}";

        ScenarioReader.Read(json).Scenario!.Faults.ShouldBe([new FaultRule("a", new FaultMatch { Caller = "ä/" }, new DripFault(5))]);
    }

    [Theory]
    [InlineData("live", true)]
    [InlineData("2026-06-30T09:00Z", false)]
    public void Read_DataTime_IsAMarkOrLive(string text, bool isLive) =>
        (ScenarioReader.Read($"clocks: {{ dataTime: {text} }}").Scenario!.Clocks!.DataTime!.Mark is null).ShouldBe(isLive);

    [Fact]
    public void Read_MistakesEverywhere_AreAllToldWithTheirLines()
    {
        const string yaml = """
            clints: []
            clocks:
              advance: 1 hour
              freeze: yes
            faults:
              - id: a
                action: { kind: stauts }
              - action:
                  kind: status
                  status: 200
                  boddy: html
            overlay:
              devices: nothing
            """;

        ScenarioReader.Read(yaml, "file.yaml").Errors.ShouldBe(
        [
            "file.yaml, line 3: clocks.advance: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H) of at most 7300 days is needed, not '1 hour'",
            "file.yaml, line 4: clocks.freeze: true or false is needed, not 'yes'",
            "file.yaml, line 7: faults[0].action.kind: 'stauts' is not known, nearest is status; allowed are status, throttle, empty, expire-token, delay, drip, reset, truncate, corrupt, two-members, expired-links, next-link, empty-page, extra-column, null-column",
            "file.yaml, line 8: faults[1]: id is missing",
            "file.yaml, line 10: faults[1].action.status: a whole number from 400 to 599 is needed, not '200'",
            "file.yaml, line 11: faults[1].action: the key 'boddy' is not known, nearest is body; allowed are kind, status, body, code, message, retryAfter",
            "file.yaml, line 13: overlay.devices: a list is needed",
            "file.yaml, line 1: the key 'clints' is not known, nearest is clients; allowed are clients, quotas, clocks, faults, overlay",
        ]);
    }

    [Theory]
    [InlineData("", "the document is empty")]
    [InlineData("# nothing", "the document is empty")]
    [InlineData("5", "an object is needed")]
    [InlineData("[]", "an object is needed")]
    [InlineData("faults: {", "is neither YAML nor JSON: *", 2)]
    [InlineData("faults: []\nfaults: []", "the key 'faults' is there twice", 2)]
    [InlineData("faults: []\n---\nfaults: []", "a second document begins here, and only one is read", 2)]
    [InlineData("? [a]\n: 1", "a key must be a text")]
    [InlineData("faults: *x", "the alias *x has no anchor before it")]
    [InlineData("faults: &x [*x]", "the alias *x has no anchor before it")]
    [InlineData("faults: !!seq []", "the tag tag:yaml.org,2002:seq is not known; there are none")]
    public void Read_NoScenario_SaysWhereItIsWrong(string text, string error, int line = 1)
    {
        var expected = $"line {line}: {error}";

        var told = ScenarioReader.Read(text).Errors.ShouldHaveSingleItem();

        (expected.EndsWith('*') ? told[..(expected.Length - 1)] + "*" : told).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{ id: 5, action: { kind: empty } }", "id: a text is needed: put '5' into quotes")]
    [InlineData("{ id: '', action: { kind: empty } }", "id: a text of 1 to 64 characters is needed")]
    [InlineData("{ id: [a], action: { kind: empty } }", "id: a text is needed")]
    [InlineData("{ id: \"a\\nb\", action: { kind: empty } }", "id: a text without control characters is needed")]
    [InlineData("{ id: a }", "action is missing")]
    [InlineData("{ id: a, action: 5 }", "action: an object is needed")]
    [InlineData("{ id: a, action: {} }", "action: kind is missing")]
    [InlineData("{ id: a, action: { kind: status } }", "action: status is missing")]
    [InlineData("{ id: a, action: { kind: status, status: 600 } }", "action.status: a whole number from 400 to 599 is needed, not '600'")]
    [InlineData("{ id: a, action: { kind: status, status: 500, body: xml } }", "action.body: 'xml' is not known, nearest is html; allowed are envelope, html, empty")]
    [InlineData("{ id: a, action: { kind: status, status: 502, body: html, retryAfter: 5 } }", "action.retryAfter: cannot stand beside body")]
    [InlineData("{ id: a, action: { kind: throttle } }", "action: retryAfter is missing")]
    [InlineData("{ id: a, action: { kind: throttle, retryAfter: soon } }", "action.retryAfter: a whole number from 1 to 86400, or none, is needed, not 'soon'")]
    [InlineData("{ id: a, action: { kind: throttle, retryAfter: 1e3 } }", "action.retryAfter: a whole number from 1 to 86400, or none, is needed, not '1e3'")]
    [InlineData("{ id: a, action: { kind: delay } }", "action: one of by, perRow is missing")]
    [InlineData("{ id: a, action: { kind: delay, by: 00:10:01 } }", "action.by: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H), more than nothing and at most 00:10:00, is needed, not '00:10:01'")]
    [InlineData("{ id: a, action: { kind: drip, bytesPerSecond: 0 } }", "action.bytesPerSecond: a whole number from 1 to 1073741824 is needed, not '0'")]
    [InlineData("{ id: a, action: { kind: reset, afterBytes: 123456789012345678901234567890 } }", "action.afterBytes: a whole number from 0 to 1073741824 is needed, not '123456789012345678901234567890'")]
    [InlineData("{ id: a, action: { kind: truncate } }", "action: one of afterBytes, fraction is missing")]
    [InlineData("{ id: a, action: { kind: truncate, afterBytes: 1, fraction: 0.5 } }", "action.fraction: only one of afterBytes, fraction can stand here")]
    [InlineData("{ id: a, action: { kind: truncate, fraction: 1.5 } }", "action.fraction: a number from 0 to 1 is needed, not '1.5'")]
    [InlineData("{ id: a, action: { kind: corrupt, atByte: -1 } }", "action.atByte: a whole number from 0 to 1073741824 is needed, not '-1'")]
    [InlineData("{ id: a, action: { kind: next-link, mode: Drop } }", "action.mode: 'Drop' is not known, nearest is drop; allowed are repeat, dangling, drop")]
    [InlineData("{ id: a, action: { kind: extra-column, name: x } }", "action: value is missing")]
    [InlineData("{ id: a, action: { kind: extra-column, name: x, value: [] } }", "action.value: a text, a number, true, false or null is needed")]
    [InlineData("{ id: a, action: { kind: extra-column, name: x, value: 1e400 } }", "action.value: a number between -79228162514264337593543950335 and 79228162514264337593543950335 is needed")]
    [InlineData("{ id: a, action: { kind: empty, afterBytes: 1 } }", "action: the key 'afterBytes' is not known, allowed are kind")]
    [InlineData("{ id: a/b, action: { kind: empty } }", "id: 'a/b' may hold letters, digits, dots, dashes and underscores only")]
    [InlineData("{ id: a, action: { kind: status, status: 500, code: ä } }", "action.code: 'ä' may hold letters, digits, dots, dashes and underscores only")]
    [InlineData("{ id: a, action: { kind: empty }, match: { route: Blobb } }", "match.route: 'Blobb' is not known, nearest is Blob; allowed are {all routes}, *")]
    [InlineData("{ id: a, action: { kind: expired-links }, match: { route: Blob } }", "match.route: expired-links acts on {export routes}, not on Blob")]
    [InlineData("{ id: a, action: { kind: drip, bytesPerSecond: 1 }, match: { route: Blob, page: 1 } }", "match.page: Blob has no pages")]
    [InlineData("{ id: a, action: { kind: drip, bytesPerSecond: 1 }, match: { route: Token, file: 1 } }", "match.file: Token has no files")]
    [InlineData("{ id: a, action: { kind: empty }, match: { page: 1, file: 0 } }", "match.file: cannot stand beside page")]
    [InlineData("{ id: a, action: { kind: empty }, match: { page: 0 } }", "match.page: a whole number from 1 to 2147483647 is needed, not '0'")]
    [InlineData("{ id: a, action: { kind: empty }, match: { method: FETCH } }", "match.method: 'FETCH' is not known, nearest is PATCH; allowed are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")]
    [InlineData("{ id: a, action: { kind: empty }, match: { nth: 1, once: true } }", "match.once: only one of nth, first, every, once, probability can stand here")]
    [InlineData("{ id: a, action: { kind: empty }, match: { once: false } }", "match.once: true is needed, not 'false'")]
    [InlineData("{ id: a, action: { kind: empty }, match: { probability: 50 } }", "match.probability: a number from 0 to 1 is needed, not '50'")]
    [InlineData("{ id: a, action: { kind: expire-token, afterCalls: 1 }, match: { nth: 5 } }", "match.nth: cannot stand beside expire-token, which counts the calls of each token itself")]
    [InlineData("[{ id: a, action: { kind: empty } }, { id: a, action: { kind: empty } }]", "faults[1].id: 'a' is the id of a rule before it")]
    [InlineData("5", "faults: a list is needed")]
    public void Read_WrongRule_SaysWhatIsNeeded(string rule, string error)
    {
        var expected = error
            .Replace("{all routes}", string.Join(", ", KnownRoutes.All.Keys), StringComparison.Ordinal)
            .Replace("{export routes}", string.Join(", ", KnownRoutes.All.Where(route => route.Value == RouteKind.Export).Select(route => route.Key)), StringComparison.Ordinal);

        FaultListReader.Read(rule).Errors.ShouldBe(["line 1: " + expected]);
    }

    [Theory]
    [InlineData("devices: [{ remove: true }]", "devices[0]: device is missing")]
    [InlineData("devices: [{ device: a, remove: true, group: b }]", "devices[0].group: cannot stand beside remove")]
    [InlineData("installations: [{ device: a, version: 1 }]", "installations[0]: software is missing")]
    [InlineData("installations: [{ device: a, software: b-_-c }]", "installations[0]: version is missing")]
    [InlineData("installations: [{ device: a, software: b-_-c, version: 1, firstSeen: yesterday }]", "installations[0].firstSeen: a day yyyy-MM-dd or a time yyyy-MM-ddTHH:mm:ssZ is needed, not 'yesterday'")]
    [InlineData("installations: [{ device: a, software: b-_-c, version: 1, diskPaths: [1] }]", "installations[0].diskPaths[0]: a text is needed: put '1' into quotes")]
    [InlineData("installations: [{ device: a, software: b-_-c, version: 1, diskPaths: [a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a] }]", "installations[0].diskPaths: at most 16 are allowed, not 17")]
    [InlineData("cves: [{ id: CVE-1 }]", "cves[0]: affects is missing")]
    [InlineData("cves: [{ id: CVE-1, affects: [{}] }]", "cves[0].affects[0]: software is missing")]
    [InlineData("cves: [{ id: CVE-1, affects: [{ software: a, versions: 1 }] }]", "cves[0].affects[0].versions: a list is needed")]
    [InlineData("cves: [{ id: CVE-1, affects: [], severity: high }]", "cves[0].severity: 'high' is not known, nearest is High; allowed are Low, Medium, High, Critical")]
    [InlineData("cves: [{ id: CVE-1, affects: [], cvssScore: 11 }]", "cves[0].cvssScore: a number from 0 to 10 is needed, not '11'")]
    [InlineData("cves: [{ id: CVE-1, remove: true, cvssScore: 1 }]", "cves[0].cvssScore: cannot stand beside remove")]
    public void Read_WrongOverlay_SaysWhatIsNeeded(string overlay, string error) =>
        OverlayReader.Read(overlay).Errors.ShouldBe(["line 1: " + error]);

    [Theory]
    [InlineData("clients: [{ id: a }]", "clients[0]: roles is missing")]
    [InlineData("clients: [{ id: a, roles: [] }, { id: A, roles: [] }]", "clients[1].id: 'A' is the id of a client before it")]
    [InlineData("clients: [{ id: a, roles: [], tokenLifetime: P2D }]", "clients[0].tokenLifetime: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H) from 1 second to 1 day is needed, not 'P2D'")]
    [InlineData("quotas: off", "quotas: an object is needed")]
    [InlineData("quotas: { off: true, factor: 2 }", "quotas.factor: cannot stand beside off")]
    [InlineData("quotas: { factor: 0 }", "quotas.factor: a number from 0.01 to 1000 is needed, not '0'")]
    [InlineData("quotas: { limits: [{ route: SoftwareInventoryExport, perMinute: 5, perHour: 4 }] }", "quotas.limits[0].perHour: cannot be less than perMinute")]
    [InlineData("quotas: { limits: [{ route: SoftwareInventoryExport, perMinute: 5, perHour: 5 }, { route: softwareinventoryexport, perMinute: 5, perHour: 5 }] }", "quotas.limits[1].route: SoftwareInventoryExport has a limit before it")]
    [InlineData("clocks: { serviceTime: 2026-06-30T12:00:00Z, advance: PT1H }", "clocks.advance: only one of serviceTime, advance can stand here")]
    [InlineData("clocks: { serviceTime: 9999-12-31T23:59:59Z }", "clocks.serviceTime: a time yyyy-MM-ddTHH:mm:ssZ from 2000 to 2099 is needed, not '9999-12-31T23:59:59Z'")]
    [InlineData("clocks: { advance: P7301D }", "clocks.advance: a duration [d.]hh:mm:ss or in ISO 8601 (PT1H) of at most 7300 days is needed, not 'P7301D'")]
    [InlineData("clocks: { serviceTime: 2026-06-31T12:00:00Z }", "clocks.serviceTime: a time yyyy-MM-ddTHH:mm:ssZ from 2000 to 2099 is needed, not '2026-06-31T12:00:00Z'")]
    [InlineData("clocks: { dataTime: 2050-01-01T00:00Z }", "clocks.dataTime: live or a time yyyy-MM-ddTHH:mmZ from 2025-01-01T02:00Z to 2039-12-31T20:00Z is needed, not '2050-01-01T00:00Z'")]
    public void Read_WrongSetting_SaysWhatIsNeeded(string yaml, string error) =>
        ScenarioReader.Read(yaml).Errors.ShouldBe(["line 1: " + error]);

    [Fact]
    public void Read_MoreMistakesThanCanBeRead_SaysHowManyThereAre()
    {
        var errors = ScenarioReader.Read("faults: [" + string.Concat(Enumerable.Repeat("1, ", 60)) + "]", "file.yaml").Errors;

        errors.Count.ShouldBe(51);
        errors[^1].ShouldBe("file.yaml: 10 more are wrong");
    }

    [Theory]
    [InlineData("[", 1_000_000)]
    [InlineData("{a: ", 500_000)]
    [InlineData("- ", 1_000_000)]
    [InlineData("? ", 1_000_000)]
    [InlineData("[],", 1_000_000)]
    [InlineData("a: &a\n", 100_000)]
    public void Read_DocumentWithoutEnd_IsRefused(string text, int times) =>
        ScenarioReader.Read((text == "[]," ? "[" : "") + string.Concat(Enumerable.Repeat(text, times))).Errors.ShouldNotBeEmpty();

    /// <summary>A few lines of aliases can stand for more values than there are atoms.</summary>
    [Fact]
    public void Read_AliasesOfAliases_AreCountedAsWhatTheyStandFor()
    {
        var lines = Enumerable.Range(1, 20).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");

        ScenarioReader.Read("a0: &a0 x\n" + string.Join('\n', lines)).Errors
            .ShouldBe(["line 6: the document is too large: its aliases stand for more than 100000 values"]);
    }

    [Fact]
    public void Read_Alias_IsWhatItStandsFor()
    {
        const string yaml = "- { id: a, match: &m { route: Blob }, action: &x { kind: two-members } }\n- { id: b, match: *m, action: *x }";

        var rules = FaultListReader.Read(yaml).Rules.ShouldNotBeNull();

        rules[1].ShouldBe(rules[0] with { Id = "b" });
    }
}
