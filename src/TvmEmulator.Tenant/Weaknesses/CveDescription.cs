using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Weaknesses;

/// <summary>Words about a CVE, made from its kind and its vector.</summary>
internal static class CveDescription
{
    // Names that are reserved, so that nothing leads to a real exploit.
    private static readonly string[] Hosts = ["exploits.example", "verified.exploits.example", "kits.exploits.example"];

    /// <summary>A sentence such as <c>A read beyond the end of a buffer in Chrome by Google lets a remote attacker read memory of the program.</c></summary>
    public static string Of(Product product, WeaknessKind kind, CvssVector vector)
    {
        var attacker = vector.Reach switch
        {
            'N' => "a remote attacker",
            'A' => "an attacker on the same network",
            'L' => "a local attacker",
            _ => "somebody at the device",
        };
        var account = vector.Privileges switch
        {
            'N' => "",
            'L' => " with an account",
            _ => " with high privileges",
        };
        var condition = vector.Interaction == 'R' ? ", once a user opens what they prepared" : "";
        return $"{kind.Name} in {product.Title} by {Product.TitleOf(product.Vendor)} lets {attacker}{account} {kind.Effect}{condition}.";
    }

    /// <summary>Where exploits work from, and what they do.</summary>
    public static IReadOnlyList<string> ExploitTypes(WeaknessKind kind, CvssVector vector)
    {
        var reach = vector.Reach switch
        {
            'N' => "Remote",
            'A' => "Adjacent",
            'L' => "Local",
            _ => "Physical",
        };
        return kind.ExploitType is { } type ? [reach, type] : [reach];
    }

    /// <summary>One host for every level that exploits have reached.</summary>
    public static IEnumerable<string> ExploitHosts(Exploitability exploitability) => Hosts.Take((int)exploitability);
}
