using System.Globalization;
using TvmEmulator.Scenarios.Documents;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Scenarios;

/// <summary>Reads changes on top of the generated organization.</summary>
internal static class OverlayReader
{
    /// <summary>The most entries of each list.</summary>
    public const int MostEntries = 10_000;

    private const int MostPaths = 16;
    private const int MostVersions = 1000;
    private const string NeededTime = "a day yyyy-MM-dd or a time yyyy-MM-ddTHH:mm:ssZ";
    private static readonly string[] TimeForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Reads an overlay alone, from YAML or JSON.</summary>
    /// <returns>The overlay; null when something is wrong, and then the errors say what.</returns>
    public static (OverlayChanges? Overlay, IReadOnlyList<string> Errors) Read(string text)
    {
        var errors = new DocumentErrors(source: null);
        var overlay = DocumentParser.Parse(text, errors) is { } root ? Read(new ObjectReader(root, "", errors)) : null;
        return errors.IsEmpty ? (overlay, []) : (null, errors.Lines);
    }

    /// <summary>Reads the overlay of a scenario.</summary>
    public static OverlayChanges Read(ObjectReader overlay)
    {
        var read = new OverlayChanges(
            overlay.Objects("devices", MostEntries, ReadDevice) ?? [],
            overlay.Objects("installations", MostEntries, ReadInstallation) ?? [],
            overlay.Objects("cves", MostEntries, ReadCve) ?? []);
        overlay.End();
        return read;
    }

    private static DeviceChange ReadDevice(ObjectReader device)
    {
        var isRemoved = device.Flag("remove");
        if (isRemoved)
            device.NotBeside("remove", "group", "osPlatform", "newName", "id");
        var read = new DeviceChange(device.Need("device").Text("device") ?? "", isRemoved, device.Text("group"), device.Text("osPlatform"), device.Text("newName"), device.Text("id"));
        device.End();
        return read;
    }

    private static InstallationChange ReadInstallation(ObjectReader installation)
    {
        var isRemoved = installation.Flag("remove");
        if (isRemoved)
            installation.NotBeside("remove", "firstSeen", "diskPaths", "registryPaths");
        else
            installation.Need("version");
        var read = new InstallationChange(
            installation.Need("device", "software").Text("device") ?? "",
            installation.Text("software") ?? "",
            installation.Version("version"),
            isRemoved,
            installation.Parsed<DateTimeOffset>("firstSeen", NeededTime, Time),
            installation.Texts("diskPaths", MostPaths),
            installation.Texts("registryPaths", MostPaths));
        installation.End();
        return read;
    }

    private static CveChange ReadCve(ObjectReader cve)
    {
        var isRemoved = cve.Flag("remove");
        if (isRemoved)
            cve.NotBeside("remove", "published", "affects", "severity", "cvssScore", "cvssVector", "exploitability");
        else
            cve.Need("affects");
        var read = new CveChange(
            cve.Need("id").Text("id") ?? "",
            isRemoved,
            cve.Parsed<DateTimeOffset>("published", NeededTime, Time),
            cve.Objects("affects", MostEntries, ReadAffected) ?? [],
            Name<Severity>(cve, "severity"),
            cve.Number("cvssScore", 0, 10),
            cve.Text("cvssVector"),
            Name<Exploitability>(cve, "exploitability"));
        cve.End();
        return read;
    }

    private static AffectedSoftware ReadAffected(ObjectReader affected)
    {
        var read = new AffectedSoftware(affected.Need("software").Text("software") ?? "", affected.Versions("versions", MostVersions) ?? []);
        affected.End();
        return read;
    }

    /// <summary>A word that rows have, written as there.</summary>
    private static T? Name<T>(ObjectReader change, string key)
        where T : struct, Enum =>
        change.OneOf(key, Enum.GetNames<T>()) is { } name ? Enum.Parse<T>(name) : null;

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
