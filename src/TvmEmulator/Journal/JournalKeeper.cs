using System.Globalization;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal;

/// <summary>Notes every request to the emulated service in the journal of its world. The emulator's own pages and calls leave no trace there.</summary>
internal sealed class JournalKeeper(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => IsOfTheService(context.Request.Path) ? KeepAsync(context) : next(context);

    private static bool IsOfTheService(PathString path) =>
        path.Value is not (null or "" or "/")
        && !path.StartsWithSegments("/_emulator", StringComparison.OrdinalIgnoreCase)
        && !path.Equals("/favicon.ico", StringComparison.OrdinalIgnoreCase);

    private async Task KeepAsync(HttpContext context)
    {
        var exchange = context.Exchange();
        var request = context.Request;
        var query = request.QueryString.Value ?? "";
        var form = CopyForm(request, exchange);
        var wall = exchange.World.Time.Wall;
        var start = wall.GetTimestamp();
        var journal = exchange.World.Journal;
        var call = journal.Begin(request.Method, request.Path.Value!, query, exchange.Route, exchange.Caller);

        // What stays when an answer breaks off with an exception.
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.RequestAborted.IsCancellationRequested && !exchange.Faults.CutsConnection ? CallEnd.CallerLeft : context.Response.StatusCode;
        }
        finally
        {
            journal.End(call, new CallEnd(status, wall.GetElapsedTime(start))
            {
                Hint = context.Response.Headers[Hint.Header],
                RetryAfter = RetryAfterOf(context.Response),
                FaultIds = exchange.FaultIds,
                OnlyDelayed = exchange.Faults.OnlyDelays,
                HasLostRows = exchange.Faults.LosesRows,
                Form = form?.Text,
                Query = query,
                Facts = exchange.Facts,
            });
        }
    }

    /// <summary>Of all bodies only those that a token endpoint reads are of interest.</summary>
    private static CopiedBody? CopyForm(HttpRequest request, Exchange exchange)
    {
        if (exchange.Route is not { Kind: RouteKind.Token } || !HttpMethods.IsPost(request.Method))
            return null;

        var copied = new CopiedBody(request.Body);
        request.Body = copied;
        return copied;
    }

    private static int? RetryAfterOf(HttpResponse response) =>
        int.TryParse(response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
