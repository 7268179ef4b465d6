using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>
/// The numbers that updates of a product take among those that its publisher has for every day or month. Each product has its own, whatever the order of the
/// catalog, and mostly keeps it when products are added: only one that meets the same number may move to the next.
/// </summary>
internal static class UpdateSeries
{
    /// <summary>How many products of Microsoft there can be.</summary>
    public const int OfMicrosoft = 500;

    /// <summary>How many packages of Ubuntu there can be.</summary>
    public const int OfUbuntu = 80;

    /// <summary>Gives the products of a catalog their numbers.</summary>
    /// <exception cref="InvalidDataException">There are too many.</exception>
    public static void Assign(IEnumerable<Product> listed)
    {
        var generated = listed.Where(product => !product.IsGiven).OrderBy(product => product.Key).ToList();
        Assign([.. generated.Where(IsOfMicrosoft)], OfMicrosoft);
        Assign([.. generated.Where(IsPackageOfUbuntu)], OfUbuntu);
    }

    /// <summary>Whether updates have KB numbers.</summary>
    public static bool IsOfMicrosoft(Product product) => product.Vendor == "microsoft";

    /// <summary>Whether updates have notices: what exists on Linux alone, in lines that are named after the releases of Ubuntu.</summary>
    public static bool IsPackageOfUbuntu(Product product) =>
        product.Tracks.Any(track => track.Name.EndsWith(".04", StringComparison.Ordinal))
        && product.VariantsOn(PlatformFamily.Linux).Count > 0
        && product.VariantsOn(PlatformFamily.Windows).Count == 0
        && product.VariantsOn(PlatformFamily.MacOS).Count == 0;

    private static void Assign(List<Product> products, int numbers)
    {
        if (products.Count > numbers)
            throw new InvalidDataException($"The catalog has {products.Count} products like {products[0].Id}, numbers of updates are enough for {numbers}.");

        var taken = new bool[numbers];
        foreach (var product in products)
        {
            var number = (int)(product.Key % (ulong)numbers);
            while (taken[number])
                number = (number + 1) % numbers;
            taken[number] = true;
            product.UpdateSeries = number;
        }
    }
}
