using Microsoft.AspNetCore.Http.Features;
using TvmEmulator.Configuration;
using TvmEmulator.Control;
using TvmEmulator.Faults.Actions;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;

namespace TvmEmulator.Faults;

/// <summary>
/// Lets go wrong what the rules of the request's world say. It stands before admission and quotas, so that a fault can hit anything that has a
/// route of the service, and behind the fallback for refusals. The emulator's own pages are never hit, nor is its own first request.
/// </summary>
internal sealed class FaultInjection(RequestDelegate next, EmulatorOptions options, Readiness readiness, RequestPlace places)
{
    public Task InvokeAsync(HttpContext context)
    {
        var exchange = context.Exchange();
        return exchange.Route is not { } route || exchange.World.Faults.IsEmpty || !readiness.IsReady ? next(context) : InjectAsync(context, exchange, route);
    }

    private async Task InjectAsync(HttpContext context, Exchange exchange, ApiRoute route)
    {
        var wall = exchange.World.Time.Wall;
        var patience = FaultAction.MostDelay;
        var acting = new List<FaultRule>();
        var (rules, tokens) = exchange.World.Faults.Acting;
        foreach (var fault in rules)
        {
            if (!await FitsAsync(fault.Rule, context, exchange, route) || IsTokenGood(fault.Rule, context, tokens) || !fault.Count())
                continue;

            acting.Add(fault.Rule);
            exchange.Faults = new FaultPlan(acting);
            if (fault.Rule.Action is DelayFault { By: var by } && by > TimeSpan.Zero && patience > TimeSpan.Zero)
            {
                by = by < patience ? by : patience;
                patience -= by;
                await Task.Delay(by, wall, context.RequestAborted);
            }

            if (fault.Rule.Action is AnsweringFault answer)
            {
                await WithBodiesAsync(context, exchange.Faults, wall, answering => answer.AnswerAsync(answering, options.Contract, exchange.Faults.Hint));
                return;
            }
        }

        if (acting.Count > 0)
            Hint.Set(context, exchange.Faults.Hint);
        await WithBodiesAsync(context, exchange.Faults, wall, next);
    }

    private async ValueTask<bool> FitsAsync(FaultRule rule, HttpContext context, Exchange exchange, ApiRoute route)
    {
        var match = rule.Match;
        return rule.Action.ActsOn(route.Kind)
            && (match.Route == FaultMatch.AnyRoute || match.Route.Equals(route.Name, StringComparison.OrdinalIgnoreCase))
            && (match.Method is null || match.Method.Equals(context.Request.Method, StringComparison.OrdinalIgnoreCase))
            && (match.Caller is null || match.Caller.Equals(exchange.Caller.Application, StringComparison.OrdinalIgnoreCase))
            && (match.Page is null || (route.Kind is RouteKind.Page && match.Page == await places.PageAsync(context.Request, exchange.World, route.Name)))
            && (match.File is null || (route.Kind is RouteKind.Blob && match.File == await places.FileAsync(context.Request, exchange.World)))
            && (rule.Action is not NullColumnFault { Name: var column } || exchange.Faults.Adds(column)
                || await places.HasColumnAsync(context.Request, exchange.World, route.Name, column));
    }

    /// <summary>Whether a rule is about the age of tokens, and that of the request has not reached it.</summary>
    private static bool IsTokenGood(FaultRule rule, HttpContext context, TokenCalls tokens) =>
        rule.Action is ExpireTokenFault expiry
        && (context.Request.Headers.Authorization.ToString() is not { Length: > 0 } authorization || tokens.Count(rule.Id, authorization) <= expiry.AfterCalls);

    /// <summary>Lets an answer be written through the faults of its body.</summary>
    private static async Task WithBodiesAsync(HttpContext context, FaultPlan plan, TimeProvider wall, RequestDelegate answer)
    {
        if (plan.Bodies.Count == 0)
        {
            await answer(context);
            return;
        }

        // The bytes of a range would not be where the headers say.
        if (plan.Bodies.Any(fault => fault is TruncateFault))
        {
            context.Request.Headers.Remove("Range");
            context.Request.Headers.Remove("x-ms-range");
        }

        var genuine = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var last = plan.Bodies[^1].Before(genuine.Stream, context, wall);
        var body = plan.Bodies.Reverse().Skip(1).Aggregate(last, (behind, fault) => fault.Before(behind, context, wall));
        var faulty = new StreamResponseBodyFeature(body, genuine);
        context.Features.Set<IHttpResponseBodyFeature>(faulty);
        try
        {
            await answer(context);
            await faulty.CompleteAsync();
            await body.EndAsync(context.RequestAborted);
        }
        finally
        {
            // What fails before it has begun is answered by somebody else, and soundly.
            context.Features.Set(genuine);
        }
    }
}
