using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TvmEmulator.Admission;
using TvmEmulator.Api;
using TvmEmulator.Assessments;
using TvmEmulator.Blobs;
using TvmEmulator.Configuration;
using TvmEmulator.Control;
using TvmEmulator.Entities.Baselines;
using TvmEmulator.Entities.BrowserExtensions;
using TvmEmulator.Entities.Machines;
using TvmEmulator.Entities.Recommendations;
using TvmEmulator.Entities.Remediation;
using TvmEmulator.Entities.Scores;
using TvmEmulator.Entities.Software;
using TvmEmulator.Entities.Vulnerabilities;
using TvmEmulator.Faults;
using TvmEmulator.Identity;
using TvmEmulator.Identity.Login;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.Journal;
using TvmEmulator.OData;
using TvmEmulator.Pipeline;
using TvmEmulator.Quotas;
using TvmEmulator.Scenarios;
using TvmEmulator.Storage;
using TvmEmulator.TenantData;
using TvmEmulator.Tenants.Given;
using TvmEmulator.Tls;
using TvmEmulator.Worlds;

namespace TvmEmulator;

/// <summary>The emulator as an object: set it up, start it, use its URL, dispose of it. The command line is a thin caller of it.</summary>
public sealed class TvmEmulatorServer : IAsyncDisposable
{
    // Five seconds are promised between SIGTERM and the end; streams that are still open after two are cut.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly Readiness _readiness = new();
    private readonly EmulatorOptions _options;
    private readonly ServerCertificate? _certificate;

    /// <summary>Sets the emulator up; nothing listens yet.</summary>
    /// <param name="options">What the user wants.</param>
    /// <param name="time">The wall clock.</param>
    /// <param name="logging">Where log messages go; nowhere when null.</param>
    /// <param name="cancellation">Stops the reading of the organization's files.</param>
    /// <exception cref="ScenarioException">The scenario file is wrong.</exception>
    /// <exception cref="TenantDataException">The files of the organization are wrong.</exception>
    /// <exception cref="CertificateUnusableException">A file of the https options cannot be used.</exception>
    public TvmEmulatorServer(EmulatorOptions options, TimeProvider time, Action<ILoggingBuilder>? logging = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _certificate = options.ServesTls ? ServerCertificate.Of(options, time) : null;
        _application = Build(options, time, logging, cancellation);
        // Made here, so that changes which the organization cannot take are told before anything listens.
        Worlds = _application.Services.GetRequiredService<WorldRegistry>();
        Route(_application, options);
        new AuthorityRoute(_certificate).Map(_application);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:8080</c>; an address of all interfaces is given as it is.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public Uri Url => AddressOf(Uri.UriSchemeHttp) ?? throw new InvalidOperationException("The emulator has not been started.");

    /// <summary>Where it listens with TLS; null when it does not, or has not been started.</summary>
    public Uri? TlsUrl => AddressOf(Uri.UriSchemeHttps);

    /// <summary>What is mapped; known once it has been started.</summary>
    internal IReadOnlyList<Endpoint> Routes => _application.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>The organization that it was given; null when it is generated.</summary>
    internal GivenOrganization? Given => Worlds.Start.Given;

    /// <summary>Its worlds.</summary>
    internal WorldRegistry Worlds { get; }

    /// <summary>Starts to listen and returns when a request through the whole pipeline has succeeded.</summary>
    /// <exception cref="AddressUnavailableException">The port or the interface cannot be used.</exception>
    /// <exception cref="StorageUnavailableException">The storage account of the options cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        if (_application.Services.GetService<OutsideExports>() is { } outside)
            await outside.OpenAsync(cancellation);

        // The first snapshot is counted while the listener comes up.
        var first = Worlds.Default.Snapshots.NewestAsync(cancellation);
        try
        {
            await _application.StartAsync(cancellation);
        }
        catch (Exception unusable) when ((unusable as SocketException ?? unusable.InnerException) is SocketException or AddressInUseException)
        {
            throw Unavailable(unusable);
        }

        await first;
        await ProbeAsync(cancellation);
        // The probe was a call like any other.
        Worlds.Default.Reset(WorldParts.Quotas | WorldParts.Journal);
        _readiness.Set();

        // Nobody has asked for a token yet; who does finds the key made.
        _ = _application.Services.GetRequiredService<SigningKeySource>().GetAsync(CancellationToken.None);
    }

    /// <summary>The violations in the conduct of the clients of all tenants, one line each; empty when all is well.</summary>
    public IReadOnlyList<string> Violations() => Worlds.Violations;

    /// <summary>Stops to listen; running answers get two seconds to end.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => _application.StopAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _certificate?.Dispose();
    }

    private Uri? AddressOf(string scheme) => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(address => new Uri(address))
        .FirstOrDefault(address => address.Scheme == scheme);

    private AddressUnavailableException Unavailable(Exception unusable)
    {
        // Ports are opened one after the other, http first. When that one is open, the interface is good.
        var isHttpOpen = AddressOf(Uri.UriSchemeHttp) is not null;
        var option = isHttpOpen ? "--tls-port" : "--port";
        var port = (isHttpOpen ? _options.Tls.Port : _options.Port).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var cause = unusable.InnerException ?? unusable;
        if (cause is AddressInUseException)
            return new AddressUnavailableException(option, port, $"something else listens there on {_options.Bind}; choose another port, or 0 for any", unusable);

        return isHttpOpen
            ? new AddressUnavailableException(option, port, $"cannot be opened on {_options.Bind}: {cause.Message}", unusable)
            : new AddressUnavailableException("--bind", _options.Bind.ToString(), $"port {port} cannot be opened there: {cause.Message}", unusable);
    }

    private WebApplication Build(EmulatorOptions options, TimeProvider time, Action<ILoggingBuilder>? logging, CancellationToken cancellation)
    {
        // The empty builder reads no files and no variables of the framework: the options are all that counts.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            Listen(kestrel, options.Bind, options.Port, _ => { });
            if (_certificate is not null)
                Listen(kestrel, options.Bind, options.Tls.Port, listener => listener.UseHttps(_certificate.ApplyTo));
        });
        if (logging is not null)
            builder.Services.AddLogging(logging);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopLimit);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(ScenarioFile.Of(options));
        if (TenantDataFolder.Of(options, cancellation) is { } given)
            builder.Services.AddSingleton(given);
        builder.Services.AddSingleton<WorldRegistry>();
        builder.Services.AddSingleton(_readiness);
        builder.Services.AddSingleton<LinkBase>();
        builder.Services.AddSingleton<SigningKeySource>();
        builder.Services.AddSingleton<TokenIssuer>();
        builder.Services.AddSingleton<CallerReader>();
        builder.Services.AddSingleton<TokenEndpoints>();
        builder.Services.AddSingleton<DiscoveryRoutes>();
        builder.Services.AddSingleton(Assessment.All(options));
        builder.Services.AddSingleton<PartFileStore>();
        builder.Services.AddSingleton<BlobEndpoint>();
        builder.Services.AddSingleton<RequestPlace>();
        if (options.Blobs is { } account)
        {
            builder.Services.AddSingleton(_ => new StorageContainers(account, time));
            builder.Services.AddSingleton<ExportWriter>();
            builder.Services.AddSingleton<OutsideExports>();
        }

        builder.Services.AddSingleton<AssessmentRoutes>();
        builder.Services.AddSingleton<ChangeRoutes>();
        builder.Services.AddSingleton<DistributionRoutes>();
        builder.Services.AddSingleton<SoftwareRoutes>();
        builder.Services.AddSingleton<MachineRoutes>();
        builder.Services.AddSingleton<VulnerabilityRoutes>();
        builder.Services.AddSingleton<MachineVulnerabilityRoutes>();
        builder.Services.AddSingleton<RecommendationRoutes>();
        builder.Services.AddSingleton<MachineRecommendationRoutes>();
        builder.Services.AddSingleton<ScoreRoutes>();
        builder.Services.AddSingleton<RemediationTaskRoutes>();
        builder.Services.AddSingleton<BaselineRoutes>();
        builder.Services.AddSingleton<BrowserExtensionRoutes>();
        builder.Services.AddSingleton<MetadataRoutes>();
        builder.Services.AddControlApi();
        return builder.Build();
    }

    private static void Listen(KestrelServerOptions kestrel, IPAddress address, int port, Action<ListenOptions> configure)
    {
        if (address.Equals(IPAddress.IPv6Any))
            kestrel.ListenAnyIP(port, configure);
        else
            kestrel.Listen(address, port, configure);
    }

    /// <summary>The way of a request: whose it is, journal, envelope for what nobody answers, the control API's key, faults, admission, quotas, route.</summary>
    private static void Route(WebApplication application, EmulatorOptions options)
    {
        var services = application.Services;
        application.UseTrustedProxies(options);
        if (options.HostMode)
            application.Use(ServiceHostRouting.PlaceAccount);
        application.Use(VersionPrefix.Remove);
        application.UseRouting();
        if (options.HostMode)
            application.Use(ServiceHostRouting.KeepApart);
        application.UseMiddleware<ExchangeStart>();
        application.UseMiddleware<JournalKeeper>();
        application.UseMiddleware<RefusalFallback>();
        application.UseMiddleware<ControlGate>();
        application.UseMiddleware<FaultInjection>();
        application.UseMiddleware<TokenAdmission>();
        application.UseMiddleware<QuotaGate>();

        var assessments = services.GetRequiredService<AssessmentRoutes>();
        foreach (var assessment in services.GetRequiredService<IReadOnlyList<Assessment>>())
            assessments.Map(application, assessment);
        services.GetRequiredService<ChangeRoutes>().Map(application);
        services.GetRequiredService<DistributionRoutes>().Map(application);
        services.GetRequiredService<SoftwareRoutes>().Map(application);
        services.GetRequiredService<MachineRoutes>().Map(application);
        services.GetRequiredService<VulnerabilityRoutes>().Map(application);
        services.GetRequiredService<MachineVulnerabilityRoutes>().Map(application);
        services.GetRequiredService<RecommendationRoutes>().Map(application);
        services.GetRequiredService<MachineRecommendationRoutes>().Map(application);
        services.GetRequiredService<ScoreRoutes>().Map(application);
        services.GetRequiredService<RemediationTaskRoutes>().Map(application);
        services.GetRequiredService<BaselineRoutes>().Map(application);
        services.GetRequiredService<BrowserExtensionRoutes>().Map(application);
        services.GetRequiredService<MetadataRoutes>().Map(application);
        application.MapControlApi();
        services.GetRequiredService<TokenEndpoints>().Map(application);
        services.GetRequiredService<DiscoveryRoutes>().Map(application);
        if (options.Blobs is null)
            services.GetRequiredService<BlobEndpoint>().Map(application);
    }

    /// <summary>A request through the real pipeline: what is compiled by it, no caller waits for.</summary>
    private async Task ProbeAsync(CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = ReachableUrl.Of(Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", _options.Auth == AuthMode.Strict ? await MintAsync(cancellation) : "probe");
        using var page = await client.GetAsync("/api/machines/SoftwareInventoryByMachine?pageSize=1", cancellation);
        page.EnsureSuccessStatusCode();
    }

    private async Task<string> MintAsync(CancellationToken cancellation)
    {
        var issuer = _application.Services.GetRequiredService<TokenIssuer>();
        var grant = new TokenGrant("probe", AcceptedAudiences.Required);
        return (await issuer.MintAsync(Worlds.Default, grant, Url.GetLeftPart(UriPartial.Authority), cancellation)).Text;
    }

    /// <summary>Whoever made the server decides when it ends; it listens to no signals of its own.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
