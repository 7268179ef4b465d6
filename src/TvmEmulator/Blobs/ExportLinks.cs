using Azure.Storage.Sas;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.Blobs;

/// <summary>Signed links to the part files of an export, as the service hands them out in <c>exportFiles</c>.</summary>
internal sealed class ExportLinks(World world, EmulatorOptions options)
{
    private readonly StorageAccount _account = new(world);

    /// <summary>Judges the links.</summary>
    public SasCheck Check => new(_account, world.Time, options.Contract);

    /// <summary>The names of the files.</summary>
    public ExportNames Names { get; } = new(world, options);

    /// <summary>A link to every part file, and when they expire; all of one call are valid for the same time, from now on.</summary>
    /// <param name="assessment">The kind of data.</param>
    /// <param name="snapshot">Where it comes from.</param>
    /// <param name="accountUrl">What stands before the container, without a slash at the end.</param>
    /// <param name="validity">How long the links work.</param>
    /// <param name="areExpired">Whether that time is over already.</param>
    public (IReadOnlyList<string> Links, DateTimeOffset Expires) For(Assessment assessment, Snapshot snapshot, string accountUrl, TimeSpan validity, bool areExpired = false)
    {
        var now = world.Time.GetUtcNow() - (areExpired ? validity + TimeSpan.FromMinutes(1) : TimeSpan.Zero);
        var start = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var credential = _account.Credential;
        var links = new List<string>();
        foreach (var name in Names.Of(assessment, snapshot).Names)
        {
            var sas = new BlobSasBuilder(BlobSasPermissions.Read, start + validity)
            {
                BlobContainerName = assessment.Container,
                BlobName = name,
                Resource = "b",
                StartsOn = start,
            };
            // Documented links have a bare '=' in the path. Nothing else in a name needs escaping.
            links.Add($"{accountUrl}/{assessment.Container}/{name}?{sas.ToSasQueryParameters(credential)}");
        }

        return (links, start + validity);
    }
}
