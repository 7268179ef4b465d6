using System.Text.Json;
using TvmEmulator.Api;
using TvmEmulator.Assessments;
using TvmEmulator.Blobs;
using TvmEmulator.OData;
using TvmEmulator.Worlds;

namespace TvmEmulator.Faults;

/// <summary>Where a request stands in its chain of pages or among the files of its export, and which columns it can be about.</summary>
internal sealed class RequestPlace(IReadOnlyList<Assessment> assessments, BlobEndpoint blobs)
{
    /// <summary>Number of the page within its chain, from 1 on: by the position that its skip token names, so a chain need not be watched. Null for a wrong request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="world">The world that it belongs to.</param>
    /// <param name="route">Name of its route.</param>
    public async Task<int?> PageAsync(HttpRequest request, World world, string route)
    {
        if (PageRequest.Read(QueryParameters.Parse(request.QueryString)).Request is not { } page)
            return null;
        if (page.SkipToken is null)
            return 1;
        // The changes have no rows that could be counted up to a place, so their tokens say it.
        if (assessments.FirstOrDefault(known => known.ByMachineRoute == route) is not { } assessment)
            return SkipToken.Decode(page.SkipToken, world.Snapshots) is (var token, null) ? PageOf(token.RowsBefore, page) : null;
        var (snapshot, first, _) = await AssessmentRoutes.FirstRowAsync(world, page, assessment, request.HttpContext.RequestAborted);
        return snapshot is null ? null : PageOf(first, page);
    }

    /// <summary>Whether the rows of a page have a column, as its first row tells: a page shows all columns. Of other answers it is not known, so true.</summary>
    /// <param name="request">The request.</param>
    /// <param name="world">The world that it belongs to.</param>
    /// <param name="route">Name of its route.</param>
    /// <param name="column">The column, in any letter case.</param>
    public async Task<bool> HasColumnAsync(HttpRequest request, World world, string route, string column)
    {
        if (assessments.FirstOrDefault(known => known.ByMachineRoute == route) is not { } assessment)
            return true;
        if (PageRequest.Read(QueryParameters.Parse(request.QueryString)).Request is not { } page)
            return false;
        var (snapshot, _, _) = await AssessmentRoutes.FirstRowAsync(world, page, assessment, request.HttpContext.RequestAborted);
        if (snapshot is null || assessment.RowsOf(snapshot).Rows == 0)
            return false;

        var row = new byte[RowReader.MostRowBytes];
        var length = assessment.Read(snapshot, RowDress.PageRow, first: 0, count: 1).Fill(row);
        using var json = JsonDocument.Parse(row.AsMemory(0, length));
        return json.RootElement.EnumerateObject().Any(property => property.Name.Equals(column, StringComparison.OrdinalIgnoreCase));
    }

    private static int PageOf(int rowsBefore, PageRequest page) => 1 + (int)Math.Ceiling((double)rowsBefore / page.Size);

    /// <summary>Index of the part file that is asked for, from 0 on; null when there is no such file.</summary>
    public async Task<int?> FileAsync(HttpRequest request, World world)
    {
        var (_, _, file) = await blobs.FindAsync(world, BlobAddress.Parse(request.Path), request.HttpContext.RequestAborted);
        return file?.Index;
    }
}
