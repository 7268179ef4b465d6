namespace TvmEmulator.Tenants.Given;

/// <summary>A version of a product, as rows name it.</summary>
/// <param name="Vendor">The vendor; may be empty.</param>
/// <param name="Name">The product.</param>
/// <param name="Version">The version; may be empty.</param>
public readonly record struct GivenSoftware(string Vendor, string Name, string Version);
