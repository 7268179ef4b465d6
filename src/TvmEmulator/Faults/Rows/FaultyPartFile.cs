using TvmEmulator.Assessments;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Faults.Rows;

/// <summary>
/// A part file with changed columns, or with its lines in two gzip members. It is made for this one request, so it has no length, checksum or
/// ETag, and a range of it is the whole.
/// </summary>
internal static class FaultyPartFile
{
    /// <summary>Answers.</summary>
    public static async Task SendAsync(HttpContext context, FaultPlan faults, Assessment assessment, Snapshot snapshot, PartFile file)
    {
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ETag = default;
        context.Response.Headers["x-ms-blob-type"] = "BlockBlob";
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        var half = faults.HasTwoMembers ? file.Rows / 2 : 0;
        if (faults.HasTwoMembers)
            await GzipRows.WriteMemberAsync(context.Response.Body, [], Lines(file.FirstRow, half), () => [], context.RequestAborted);
        await GzipRows.WriteMemberAsync(context.Response.Body, [], Lines(file.FirstRow + half, file.Rows - half), () => [], context.RequestAborted);

        RowReader Lines(int from, int rows) => faults.Change(assessment.Read(snapshot, RowDress.FileLine, from, rows), RowDress.FileLine);
    }
}
