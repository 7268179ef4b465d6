using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Hashing;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>Turns a product of the catalog files into a <see cref="Product"/>, and names the product in every complaint.</summary>
internal static class ProductReader
{
    public static Product Read(ProductFile file)
    {
        try
        {
            return new Product(file.Vendor, file.Name)
            {
                Category = file.Category,
                EndOfSupport = Date(file.EndOfSupport),
                Tracks = [.. file.Tracks.Select(track => ReadTrack(track, Date(file.EndOfSupport)))],
                SideBySide = file.SideBySide,
                IsOperatingSystem = file.IsOperatingSystem,
                PlatformBits = PlatformBits(file.OperatingSystems),
                OnlyFor = file.OnlyFor is { } choice ? new DeviceChoice(StableHash.Of(choice.Choice), choice.From, choice.To) : null,
                Installs = file.Installs.ToDictionary(role => role.Key, role => Share.OfPercent(role.Value), StringComparer.Ordinal),
                CvesPerThousandReleases = (int)(file.CvesPerRelease * 1000),
                ListedCves = [.. file.Cves.Select(cve => new ListedCve(cve.Id, Moment.OfDate(cve.Published), (int)(cve.Cvss * 10), cve.FixedIn))],
                Evidence = file.Evidence.ToDictionary(family => Family(family.Key), family => family.Value),
            };
        }
        catch (FormatException wrong)
        {
            throw new InvalidDataException($"Catalog product {file.Vendor}/{file.Name}: {wrong.Message}", wrong);
        }
    }

    public static OsPlatform Platform(string text) =>
        Enum.GetValues<OsPlatform>().Where(platform => platform.Text() == text) is var found && found.Any()
            ? found.First()
            : throw new FormatException($"'{text}' is no operating system; known are {string.Join(", ", Enum.GetValues<OsPlatform>().Select(platform => platform.Text()))}");

    public static PlatformFamily Family(string text) => text switch
    {
        "windows" => PlatformFamily.Windows,
        "macos" => PlatformFamily.MacOS,
        "linux" => PlatformFamily.Linux,
        _ => throw new FormatException($"'{text}' is no family of platforms; known are windows, macos, linux"),
    };

    public static Moment? Date(string? text) => text is null ? null : Moment.OfDate(text);

    /// <summary>A set of <see cref="OsPlatform"/> bits; 0 when none is named.</summary>
    public static uint PlatformBits(string[] platforms) => platforms.Aggregate(0u, (bits, platform) => bits | (1u << (int)Platform(platform)));

    /// <summary>A line of releases.</summary>
    public static Track ReadTrack(TrackFile file, Moment? endOfProduct = null)
    {
        // "2023-01-10 109.0.5414.74": the version is all after the first blank, and may be empty.
        var dates = file.Releases.Select(release => Moment.OfDate(release.AsSpan(0, 10))).ToArray();
        var versions = file.Releases.Select(release => release[11..]).ToArray();
        for (var i = 1; i < dates.Length; i++)
        {
            if (dates[i] <= dates[i - 1] || versions.AsSpan(0, i).Contains(versions[i]))
                throw new FormatException($"track '{file.Name}': release '{file.Releases[i]}' needs a later date than the one before it, and a version of its own");
        }

        var step = file.Then is null ? null : VersionStep.Parse(file.Then.Version, versions[^1]);
        var end = Date(file.EndOfSupport);
        var lastDay = end is null || endOfProduct < end ? endOfProduct : end;
        return new Track(file.Name, Share.OfPercent(file.Share), end, lastDay, dates, versions, file.Then?.Days ?? 0, step)
        {
            PlatformBits = PlatformBits(file.OperatingSystems),
        };
    }
}
