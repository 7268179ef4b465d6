using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TvmEmulator.Assessments;
using TvmEmulator.Assessments.Inventory;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Blobs;

/// <summary>The blob endpoint alone on a Kestrel of its own.</summary>
internal sealed class BlobServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly PartFileStore _store;

    private BlobServer(EmulatorOptions options)
    {
        World = Organization.WorldOf(options, Time);
        Inventory = new SoftwareInventory(options.Contract, options.FileCasing);
        _store = new PartFileStore(options, StoreLog);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<ILoggerProvider>(new OneLogger(Log));
        _application = builder.Build();
        _application.UseRouting();
        _application.Use((context, next) =>
        {
            context.Features.Set(new Exchange(World, Caller.Anonymous, route: null));
            return next(context);
        });
        new BlobEndpoint(options, [Inventory, Lines], _store).Map(_application);
    }

    public FakeTime Time { get; } = new();

    public World World { get; }

    public SoftwareInventory Inventory { get; }

    public NumberedLines Lines { get; } = new(50_000, 10);

    public ListLogger Log { get; } = new();

    public ListLogger<PartFileStore> StoreLog { get; } = new();

    public HttpClient Client { get; } = new();

    public string BaseUrl { get; private set; } = "";

    public Snapshot Snapshot { get; private set; } = null!;

    public static async Task<BlobServer> StartAsync(EmulatorOptions options)
    {
        var server = new BlobServer(options);
        await server._application.StartAsync();
        server.BaseUrl = server._application.Urls.Single();
        server.Snapshot = await server.World.Snapshots.NewestAsync(CancellationToken.None);
        return server;
    }

    public IReadOnlyList<Uri> LinksTo(Assessment assessment) =>
        [.. World.Exports.For(assessment, Snapshot, $"{BaseUrl}/{StorageAccount.Name}", TimeSpan.FromHours(1)).Links.Select(link => new Uri(link))];

    public async Task<HttpResponseMessage> SendAsync(Uri link, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, link);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _store.DisposeAsync();
    }
}
