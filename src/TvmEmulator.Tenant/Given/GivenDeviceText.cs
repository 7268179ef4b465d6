using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>What a row of any assessment says about its device; null where it says nothing.</summary>
/// <param name="Id">The device's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Platform">Its operating system, as the row writes it.</param>
/// <param name="GroupId">Number of its RBAC group.</param>
/// <param name="GroupName">Name of its RBAC group.</param>
/// <param name="OsVersion">The version of its operating system.</param>
/// <param name="OsArchitecture">The architecture of its operating system.</param>
/// <param name="IsOnboarded">Whether it is onboarded.</param>
/// <param name="Seen">The newest time at which it, or something on it, was seen.</param>
public readonly record struct GivenDeviceText(
    string Id, string? Name, string? Platform, int? GroupId, string? GroupName, string? OsVersion, string? OsArchitecture, bool? IsOnboarded, Moment? Seen);
