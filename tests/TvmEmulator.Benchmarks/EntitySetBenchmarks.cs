using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TvmEmulator.Assessments.Vulnerabilities.Changes;
using TvmEmulator.Configuration;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Benchmarks;

/// <summary>What 1,000 rows cost of an entity set with half a million, plain and filtered, and of the changes, beside writing the values of such a page as JSON again.</summary>
[MemoryDiagnoser]
public class EntitySetBenchmarks
{
    private const int Rows = 1_000;
    private const int Devices = 5_000;
    private const string Path = "/api/vulnerabilities/machinesVulnerabilities";

    private readonly EntityList<MachineVulnerabilityRow> _list = new(MachineVulnerabilityShape.Shape, MachineVulnerabilityShape.Context);
    private readonly byte[] _span = new byte[64 * 1024];
    private World _world = null!;
    private Snapshot _snapshot = null!;
    private MachineVulnerabilityStream _rows = null!;
    private ChangeSource _changes = null!;
    private JsonElement _page;
    private string _rare = "";

    // The toolchain that runs in this process does not wait for a set-up that is a task.
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public long WriteTheValuesAgain()
    {
        using var json = new Utf8JsonWriter(Stream.Null, RowJson.Options);
        _page.WriteTo(json);
        json.Flush();
        return json.BytesCommitted;
    }

    [Benchmark]
    public Task Page() => AnswerAsync($"?$top={Rows}", Stream.Null);

    /// <summary>A page in the middle, which nobody has come to by following links.</summary>
    [Benchmark]
    public Task PageInTheMiddle() => AnswerAsync($"?$top={Rows}&$skip={_rows.Count / 2}", Stream.Null);

    /// <summary>Every row is looked at until there are enough.</summary>
    [Benchmark]
    public Task Filtered() => AnswerAsync($"?$filter=severity eq 'Critical'&$top={Rows}", Stream.Null);

    /// <summary>All devices are looked at, but only the rows of the product are made.</summary>
    [Benchmark]
    public Task FilteredByProduct() => AnswerAsync($"?$filter={_rare}&$top={Rows}", Stream.Null);

    [Benchmark]
    public Task Ordered() => AnswerAsync($"?$orderby=severity,id&$top={Rows}", Stream.Null);

    /// <summary>A page of what changed within two weeks.</summary>
    [Benchmark]
    public int Changes()
    {
        var since = SnapshotMark.AtOrBefore(_snapshot.Mark.At.PlusDays(-14).Utc);
        var reader = new ChangeReader(_snapshot, _changes, since, Rows, ContractEdition.Edition2021, CancellationToken.None);
        var bytes = 0;
        while (!reader.IsAtEnd)
            bytes += reader.Fill(_span);
        return bytes;
    }

    private async Task SetUpAsync()
    {
        var options = new EmulatorOptions { Devices = Devices };
        _world = new WorldRegistry(options, new Standing(), NullLogger<WorldRegistry>.Instance, Scenario.Empty).Default;
        _snapshot = await _world.Snapshots.NewestAsync(CancellationToken.None);
        _rows = new MachineVulnerabilityStream(
            _snapshot, await _snapshot.Findings.CveRowsAsync(), await _snapshot.DeviceTableAsync(), new PageCursors());
        _changes = new ChangeSource(_snapshot, ContractEdition.Edition2021);
        var software = await _snapshot.SoftwareTableAsync();
        var rare = software.Installed
            .Where(product => software.Of(product).ExposedMachines > 0)
            .MinBy(product => Math.Abs(software.Of(product).ExposedMachines - Devices / 100))!;
        _rare = $"productVendor eq '{rare.Vendor}' and productName eq '{rare.Name}'";

        using var body = new MemoryStream();
        await AnswerAsync($"?$top={Rows}", body);
        _page = JsonElement.Parse(body.ToArray());
    }

    private async Task AnswerAsync(string query, Stream body)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = Path, QueryString = new QueryString(query) }, Response = { Body = body } };
        context.Features.Set(new Exchange(_world, Caller.Anonymous, route: null));
        await _list.AnswerAsync(context, "http://127.0.0.1:8080", Path, _rows);
    }

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 6, 30, 2, 0, 0, TimeSpan.Zero);
    }
}
