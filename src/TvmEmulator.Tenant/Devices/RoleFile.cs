namespace TvmEmulator.Tenants.Devices;

/// <summary>A role of devices as the catalog writes it.</summary>
/// <param name="Role">Its name, which products refer to.</param>
/// <param name="Share">Parts of the fleet; the roles' shares add up to 100.</param>
/// <param name="LifetimeDays">Shortest and longest time that such a device is kept.</param>
/// <param name="TailDraws">Fewest and most draws from the long tail; not every draw meets a product.</param>
/// <param name="WithoutDomain">Percent whose name has no dot, because they are in no domain.</param>
/// <param name="Platforms">Operating systems.</param>
/// <param name="Names">Patterns of host names.</param>
/// <param name="Groups">RBAC groups; a null name is the unassigned one.</param>
internal sealed record RoleFile(
    string Role,
    int Share,
    int[] LifetimeDays,
    int[] TailDraws,
    decimal WithoutDomain,
    PlatformFile[] Platforms,
    NamePatternFile[] Names,
    GroupFile[] Groups);

/// <summary>An operating system of a role, for devices that joined in a span of time; it may be upgraded once.</summary>
internal sealed record PlatformFile(string Os, int Share, string? JoinedAfter = null, string? JoinedBefore = null, UpgradeFile? Upgrade = null);

/// <summary>An upgrade to another operating system, at some moment within so many days from a date.</summary>
internal sealed record UpgradeFile(string To, string From, int Days);

/// <summary>
/// A pattern of host names: <c>{code}</c> and <c>{number}</c> are unique to the device, <c>{surname}</c> is not. A name that says what the device is has
/// <c>hardware</c>: the family of the device and the beginning of its model, such as <c>Laptop</c> or <c>Laptop macbook_pro</c>.
/// </summary>
internal sealed record NamePatternFile(int Share, string Pattern, string? Hardware = null);

/// <summary>An RBAC group of a role; <c>{city}</c> stands for a place of the organization.</summary>
internal sealed record GroupFile(int Share, string? Name);
