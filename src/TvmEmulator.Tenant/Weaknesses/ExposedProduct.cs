using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>A product that a CVE affects.</summary>
/// <param name="Product">The product.</param>
/// <param name="ExposedMachines">How many devices have an affected version of it.</param>
public readonly record struct ExposedProduct(Product Product, int ExposedMachines);
