namespace TvmEmulator.Tenants.Devices;

/// <summary>A device group of role-based access control.</summary>
/// <param name="Id">The service's number; 0 is the group of devices that are in no group.</param>
/// <param name="Name">Its name; <c>Unassigned</c> for 0 (contract: get-assessment-software-inventory).</param>
public sealed record RbacGroup(int Id, string Name)
{
    /// <summary>The group of devices that are in none.</summary>
    public static RbacGroup Unassigned { get; } = new(0, "Unassigned");
}
