using Microsoft.Net.Http.Headers;
using TvmEmulator.Api;
using TvmEmulator.Assessments;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Faults.Rows;

/// <summary>A page with changed columns, which is sent uncompressed, or with its rows in two gzip members.</summary>
internal static class FaultyPage
{
    /// <summary>Answers.</summary>
    public static async Task WriteAsync(
        HttpContext context, FaultPlan faults, JsonText head, Assessment assessment, Snapshot snapshot, int first, int count, JsonText tail)
    {
        if (!faults.HasTwoMembers || !CompressedPageAnswer.IsAccepted(context.Request))
        {
            await PageAnswer.WriteAsync(context, head, Rows(first, count), tail);
            return;
        }

        ODataAnswer.Begin(context);
        context.Response.Headers[HeaderNames.ContentEncoding] = "gzip";
        var half = count / 2;
        await GzipRows.WriteMemberAsync(context.Response.Body, head.ToArray(), Rows(first, half), () => [], context.RequestAborted);
        // A reader leaves out the comma of its first row.
        await GzipRows.WriteMemberAsync(context.Response.Body, half > 0 ? [(byte)','] : [], Rows(first + half, count - half), tail.ToArray, context.RequestAborted);

        RowReader Rows(int from, int rows) => faults.Change(assessment.Read(snapshot, RowDress.PageRow, from, rows), RowDress.PageRow);
    }
}
