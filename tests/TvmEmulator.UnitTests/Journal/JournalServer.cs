using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Journal;
using TvmEmulator.Pipeline;
using TvmEmulator.UnitTests.Blobs;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Journal;

/// <summary>The journal's place in the pipeline on a Kestrel of its own, with routes that a test makes up.</summary>
internal sealed class JournalServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JournalServer(Action<IEndpointRouteBuilder> map)
    {
        World = Organization.WorldOf(new EmulatorOptions { Devices = 1 }, new FakeTime());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _application = builder.Build();
        _application.UseRouting();
        _application.Use(async (context, next) =>
        {
            context.Features.Set(new Exchange(World, Caller.Anonymous, context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>()));
            try
            {
                await next(context);
            }
            finally
            {
                _ended.TrySetResult();
            }
        });
        _application.UseMiddleware<JournalKeeper>();
        map(_application);
    }

    public World World { get; }

    public HttpClient Client { get; } = new();

    /// <summary>When the first request has gone the whole way.</summary>
    public Task Ended => _ended.Task;

    public IReadOnlyList<JournalEntry> Entries => World.Journal.Read(new JournalFilter());

    public static async Task<JournalServer> StartAsync(Action<IEndpointRouteBuilder> map)
    {
        var server = new JournalServer(map);
        await server._application.StartAsync();
        server.Client.BaseAddress = new Uri(server._application.Urls.Single());
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
