using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TvmEmulator.Control;
using TvmEmulator.Journal.Reports;
using TvmEmulator.OData;
using TvmEmulator.Worlds;

namespace TvmEmulator.Journal;

/// <summary><c>GET /_emulator/requests</c>: the journal of a world, newest first. <c>GET /_emulator/report</c>: what it says about the client.</summary>
internal sealed class JournalRoutes(ControlWorld worlds)
{
    private static readonly JournalJson Json = new(new JsonSerializerOptions(JournalJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Maps both routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_emulator/requests", worlds.Reads(AnswerRequestsAsync, "path", "status", "caller", "route", "limit"));
        routes.MapGet("/_emulator/report", worlds.Reads(AnswerReportAsync, "format"));
    }

    private static Task AnswerRequestsAsync(HttpContext context, World world)
    {
        var query = context.Request.Query;
        var (status, wrongStatus) = WholeNumber(query, "status", 0, 599);
        var (limit, wrongLimit) = WholeNumber(query, "limit", 1, 1_000_000);
        if ((wrongStatus ?? wrongLimit) is { } wrong)
            return ControlAnswer.RefuseAsync(context, Refusal.BadRequest(wrong));

        var filter = new JournalFilter { Path = query["path"], Status = status, Caller = query["caller"], Route = query["route"], Limit = limit };
        return ControlAnswer.WriteAsync(context, world.Journal.Read(filter), Json.IReadOnlyListJournalEntry);
    }

    private static Task AnswerReportAsync(HttpContext context, World world)
    {
        var query = context.Request.Query;
        var format = query["format"].ToString();
        if (format is not ("" or "json" or "junit"))
            return ControlAnswer.RefuseAsync(context, Refusal.BadRequest($"The value '{format}' of parameter format is not valid: json or junit is needed."));
        if (format != "junit")
            return ControlAnswer.WriteAsync(context, world.Journal.Report(), Json.Report);

        context.Response.ContentType = "application/xml; charset=utf-8";
        return JUnitReport.WriteAsync(world.Journal.Report(), context.Response.Body, context.RequestAborted);
    }

    private static (int? Value, string? Wrong) WholeNumber(IQueryCollection query, string name, int least, int most)
    {
        if (query[name] is not [{ } text])
            return (null, null);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? (value, null)
            : (null, $"The value '{text}' of parameter {name} is not valid: a whole number from {least} to {most} is needed.");
    }
}
