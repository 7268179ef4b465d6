using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Laws;

/// <summary>What laws hold for: generated organizations, the sample that is written by hand, and a generated one whose export files were given back.</summary>
internal static class Organizations
{
    private const string Sample = "bakery", GivenBack = "given back";

    // Generated ones are told by seed and devices.
    private static readonly Dictionary<string, (long Seed, int Devices)> Generated = new(StringComparer.Ordinal)
    {
        ["one device"] = (1, 1),
        ["40 devices"] = (2, 40),
        ["25 devices"] = (-7, 25),
    };

    /// <summary>Their names, with editions of the contract.</summary>
    public static TheoryData<string, string> All => new()
    {
        { "one device", "2021" },
        { "40 devices", "2026" },
        { "25 devices", "2021" },
        { Sample, "2021" },
        { Sample, "2026" },
        { GivenBack, "2021" },
        { GivenBack, "2026" },
    };

    /// <summary>Those that were given.</summary>
    public static TheoryData<string, string> Given => new() { { Sample, "2021" }, { Sample, "2026" }, { GivenBack, "2021" }, { GivenBack, "2026" } };

    /// <summary>An emulator that serves one of them.</summary>
    public static async Task<RunningServer> StartAsync(string name, string edition)
    {
        if (Generated.TryGetValue(name, out var generated))
            return await RunningServer.StartAsync(Editions.OptionsOf(edition, generated.Devices) with { Seed = generated.Seed });
        if (name == Sample)
            return await RunningServer.StartAsync(Editions.OptionsOf(edition) with { TenantData = Path.Combine(Approval.Repository, "fixtures", "organizations", Sample) });

        await using var server = await StartAsync("40 devices", edition);
        return await StartGivenBackAsync(server, edition);
    }

    /// <summary>An emulator that serves what another one exports.</summary>
    public static async Task<RunningServer> StartGivenBackAsync(RunningServer server, string edition)
    {
        var options = Editions.OptionsOf(edition);
        var folder = Directory.CreateTempSubdirectory("tvm-emulator-tests-");
        try
        {
            foreach (var route in RoutesOf(options).Select(assessment => assessment.Export))
            {
                var files = await server.PartFilesAsync(route);
                for (var i = 0; i < files.Count; i++)
                    await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{route.Split('/')[^1]}-{i:D5}.json"), files[i]);
            }

            return await RunningServer.StartAsync(options with { TenantData = folder.FullName });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The routes of pages, null when there are none, and of exports.</summary>
    public static IReadOnlyList<(string? Pages, string Export)> RoutesOf(EmulatorOptions options) =>
    [
        .. Assessments.Assessment.All(options).Select(assessment => (
            assessment.ByMachineRoute is { } pages ? $"/api/{assessment.Collection}/{pages}" : null, $"/api/{assessment.Collection}/{assessment.ExportRoute}")),
    ];
}
