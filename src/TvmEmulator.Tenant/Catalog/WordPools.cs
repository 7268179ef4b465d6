using Bogus;
using Bogus.DataSets;

namespace TvmEmulator.Tenants.Catalog;

/// <summary>
/// The words that a tenant's invented names are made of. Bogus draws them once, from the seed; who gets which is decided by hashes,
/// so that a million devices cost no more Bogus than ten.
/// </summary>
internal sealed class WordPools
{
    // Different pools draw from different generators, so that a longer pool leaves the others as they were.
    private const int CompanyStream = 1, ProductStream = 2, PeopleStream = 3, PlaceStream = 4;

    public WordPools(long seed)
    {
        var company = new Company { Random = Generator(seed, CompanyStream) };
        Vendors = Distinct(420, () => Token(company.CompanyName()));
        Organization = Token(company.CompanyName(0)).Split('_')[0].Replace("'", "", StringComparison.Ordinal);

        var hacker = new Hacker { Random = Generator(seed, ProductStream) };
        Products = Distinct(240, () => Token($"{hacker.Adjective()} {hacker.Noun()}"));

        var people = new Name { Random = Generator(seed, PeopleStream) };
        Surnames = Distinct(300, () => Token(people.LastName()).Replace("'", "", StringComparison.Ordinal));
        Initials = [.. Enumerable.Range(0, 200).Select(_ => people.FirstName()[..1].ToLowerInvariant())];

        var address = new Address { Random = Generator(seed, PlaceStream) };
        Cities = Distinct(12, address.City);
    }

    /// <summary>Vendor tokens, such as <c>kuhn_group</c>.</summary>
    public IReadOnlyList<string> Vendors { get; }

    /// <summary>Stems of product tokens, such as <c>virtual_driver</c>.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>Surnames in lower case.</summary>
    public IReadOnlyList<string> Surnames { get; }

    /// <summary>First letters of first names.</summary>
    public IReadOnlyList<string> Initials { get; }

    /// <summary>Places of the organization, as written in group names.</summary>
    public IReadOnlyList<string> Cities { get; }

    /// <summary>One word, the organization's part of host names.</summary>
    public string Organization { get; }

    private static Randomizer Generator(long seed, int stream) => new(unchecked((int)Hashing.StableHash.Mix((ulong)seed, (ulong)stream)));

    private static List<string> Distinct(int count, Func<string> draw)
    {
        var words = new List<string>(count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var draws = 0; words.Count < count && draws < count * 20; draws++)
        {
            var word = draw();
            if (seen.Add(word))
                words.Add(word);
        }

        return words;
    }

    private static string Token(string words) =>
        words.ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace('/', '-').Replace(' ', '_');
}
