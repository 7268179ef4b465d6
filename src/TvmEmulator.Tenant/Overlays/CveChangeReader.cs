using System.Globalization;
using TvmEmulator.Tenants.Catalog;

namespace TvmEmulator.Tenants.Overlays;

/// <summary>Makes changes of CVEs in a draft.</summary>
internal sealed class CveChangeReader(OverlayDraft draft, OverlayProblems problems, ProductCatalog catalog)
{
    /// <summary>Makes a change, or notes what is wrong with it.</summary>
    /// <param name="place">Where it stands, for the notes.</param>
    /// <param name="change">The change; lists that were read may hold nulls.</param>
    public void Read(string place, CveChange? change)
    {
        if (change is null)
        {
            problems.Add(place, "a change is needed");
            return;
        }

        var before = problems.Count;
        CheckId($"{place}.id", change.Id);
        var affects = change.Remove ? null : ReadAffects($"{place}.affects", change.Affects);
        CheckScore(place, change);
        if (problems.Count > before)
            return;

        var id = change.Id.ToUpperInvariant();
        draft.Set(change.Remove ? new CveChange(id, Remove: true) : change with { Id = id, Affects = affects });
    }

    /// <summary>A vector has one score, and no other may stand beside it. Severities are the vendors' own, and may be any.</summary>
    private void CheckScore(string place, CveChange change)
    {
        var vector = CvssVectors.Find(change.CvssVector);
        if (change.CvssVector is { } text && problems.CheckOptional($"{place}.cvssVector", text) && vector is null)
            problems.Add($"{place}.cvssVector", $"'{text}' is no CVSS 3.1 base vector that does harm, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
        if (change.CvssScore is not { } score)
            return;

        if (score is < 0 or > 10 || decimal.Round(score, 1) != score)
            problems.Add($"{place}.cvssScore", string.Create(CultureInfo.InvariantCulture, $"{score} is no CVSS score, allowed are 0 to 10 with one decimal"));
        else if (vector is { ScoreTenths: var tenths } && score * 10 != tenths)
            problems.Add($"{place}.cvssScore", string.Create(CultureInfo.InvariantCulture, $"{score} is not the score of the vector, which is {tenths / 10m}"));
    }

    private void CheckId(string place, string? id)
    {
        if (problems.Check(place, id, OverlayLimits.MostCveIdCharacters) && !id!.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            problems.Add(place, $"'{id}' is no CVE id, allowed are letters, digits and dashes");
    }

    /// <summary>The reach with each product once.</summary>
    private List<AffectedSoftware> ReadAffects(string place, IReadOnlyList<AffectedSoftware>? affects)
    {
        if (affects is null or [])
            problems.Add(place, "at least one software is needed, only a removal can be without");

        var reach = new OrderedDictionary<string, AffectedSoftware>(StringComparer.Ordinal);
        for (var i = 0; i < affects?.Count; i++)
        {
            if (ReadSoftware($"{place}[{i}]", affects[i]) is not { } software)
                continue;
            reach[software.Software] = reach.TryGetValue(software.Software, out var other) ? Both(software, other) : software;
        }

        return [.. reach.Values];
    }

    private static AffectedSoftware Both(AffectedSoftware one, AffectedSoftware other) => one.Versions is null || other.Versions is null
        ? one with { Versions = null }
        : one with { Versions = [.. other.Versions.Union(one.Versions, StringComparer.Ordinal)] };

    private AffectedSoftware? ReadSoftware(string place, AffectedSoftware? software)
    {
        var before = problems.Count;
        var id = SoftwareId.Read($"{place}.software", software?.Software, problems);
        for (var i = 0; i < software?.Versions?.Count; i++)
        {
            if (software.Versions[i] is { } version)
                problems.CheckOptional($"{place}.versions[{i}]", version);
            else
                problems.Add($"{place}.versions[{i}]", "a text is needed");
        }

        if (id is null || problems.Count > before)
            return null;
        return new AffectedSoftware(catalog.Find(id)?.Id ?? id, software!.Versions is null or [] ? null : [.. software.Versions.Distinct(StringComparer.Ordinal)]);
    }
}
