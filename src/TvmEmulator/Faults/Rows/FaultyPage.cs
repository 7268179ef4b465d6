using Microsoft.Net.Http.Headers;
using TvmEmulator.Api;
using TvmEmulator.Assessments;
using TvmEmulator.OData;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Faults.Rows;

/// <summary>A page with changed columns, which is sent uncompressed, or in two gzip members.</summary>
internal static class FaultyPage
{
    /// <summary>Answers with a page whose rows can be read from any one on; the second member begins in the middle.</summary>
    public static async Task WriteAsync(
        HttpContext context, FaultPlan faults, JsonText head, Assessment assessment, Snapshot snapshot, int first, int count, JsonText tail)
    {
        if (!BeginsTwoMembers(context, faults))
        {
            await PageAnswer.WriteAsync(context, head, Rows(first, count), tail);
            return;
        }

        var half = count / 2;
        await GzipRows.WriteMemberAsync(context.Response.Body, head.ToArray(), Rows(first, half), () => [], context.RequestAborted);
        // A reader leaves out the comma of its first row.
        await GzipRows.WriteMemberAsync(context.Response.Body, half > 0 ? [(byte)','] : [], Rows(first + half, count - half), tail.ToArray, context.RequestAborted);

        RowReader Rows(int from, int rows) => faults.Change(assessment.Read(snapshot, RowDress.PageRow, from, rows), RowDress.PageRow);
    }

    /// <summary>Answers with a page whose rows are made from one to the next, and a tail that is made then; the tail is the second member.</summary>
    public static async Task WriteAsync(HttpContext context, FaultPlan faults, JsonText head, RowReader rows, Func<JsonText> tail)
    {
        if (!BeginsTwoMembers(context, faults))
        {
            await PageAnswer.WriteAsync(context, head, rows, tail);
            return;
        }

        await GzipRows.WriteMemberAsync(context.Response.Body, head.ToArray(), rows, () => [], context.RequestAborted);
        await GzipRows.WriteMemberAsync(context.Response.Body, tail().ToArray(), rows, () => [], context.RequestAborted);
    }

    private static bool BeginsTwoMembers(HttpContext context, FaultPlan faults)
    {
        if (!faults.HasTwoMembers || !CompressedPageAnswer.IsAccepted(context.Request))
            return false;

        ODataAnswer.Begin(context);
        context.Response.Headers[HeaderNames.ContentEncoding] = "gzip";
        return true;
    }
}
