namespace TvmEmulator.Tenants.Snapshots;

/// <summary>A numbered Microsoft update that devices are without.</summary>
/// <param name="Id">The KB number, digits alone.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Where it is described.</param>
/// <param name="OsBuild">The build of Windows that it is for; null when it is for other software.</param>
/// <param name="ProductNames">What it updates.</param>
/// <param name="MachineMissedOn">How many devices are without it.</param>
/// <param name="CveAddressed">How many CVEs it fixes on them.</param>
public sealed record MissingKb(string Id, string Name, string? Url, long? OsBuild, IReadOnlyList<string> ProductNames, int MachineMissedOn, int CveAddressed);
