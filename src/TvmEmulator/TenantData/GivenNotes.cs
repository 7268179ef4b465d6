using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.TenantData;

/// <summary>What a user should know about the rows that were read: everything that is not served as it was given, and what is newer than all snapshots.</summary>
internal static class GivenNotes
{
    /// <summary>One line each; none when all is as it was given.</summary>
    /// <param name="given">What was read; null when nothing was.</param>
    /// <param name="dataTime">The newest snapshot; null when snapshots follow the clock.</param>
    public static IEnumerable<string> Of(GivenOrganization? given, SnapshotMark? dataTime = null)
    {
        if (given is null)
            yield break;
        foreach (var note in given.Notes)
            yield return note;

        var counts = given.Counts;
        if (counts.RepeatedRows > 0)
            yield return $"{counts.RepeatedRows} rows have the key of a later row, which stands in their place";
        if (counts.UnnamedWeaknesses > 0)
            yield return $"{counts.UnnamedWeaknesses} weaknesses are counted by inventory rows and named by no vulnerability row, CVE ids were made up for them";
        if (counts.UncountedWeaknesses > 0)
            yield return $"{counts.UncountedWeaknesses} vulnerability rows are not counted by their inventory rows, numberOfWeaknesses was set to their number";
        if (counts.DevicesWithoutInventory > 0)
            yield return $"{counts.DevicesWithoutInventory} devices are named by rows of other assessments only, they have no software";
        if (counts.InventoryFollows > 0)
            yield return $"{counts.InventoryFollows} installations are named by vulnerability rows only, inventory rows were made for them";
        if (dataTime is { } mark && given.Newest is { } newest && newest > mark.At)
            yield return $"the newest time in the files is {newest}, after the newest snapshot, {ValueTexts.OfMark(mark)}; {RemedyOf(newest)}";
    }

    private static string RemedyOf(Moment newest) => newest > SnapshotMark.Latest.At
        ? $"--data-time can be {ValueTexts.OfMark(SnapshotMark.Latest)} at the latest"
        : $"use --data-time {ValueTexts.OfMark(SnapshotMark.AtOrAfter(newest))}";
}
