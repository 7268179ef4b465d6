using TvmEmulator.Identity;
using TvmEmulator.Worlds;

namespace TvmEmulator.Pipeline;

/// <summary>Finds out whose a request is: its caller, and the world that a token, a token endpoint's path or a blob's path names.</summary>
internal sealed class ExchangeStart(RequestDelegate next, WorldRegistry worlds)
{
    public Task InvokeAsync(HttpContext context)
    {
        var route = context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>();
        context.Features.Set(new Exchange(worlds.Default, Caller.Anonymous, route));
        return next(context);
    }
}
