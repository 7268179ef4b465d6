using TvmEmulator.Journal;

namespace TvmEmulator.Control;

/// <summary>The emulator's own calls, below <c>/_emulator</c>.</summary>
internal static class ControlApi
{
    /// <summary>Registers what answers them.</summary>
    public static void AddControlApi(this IServiceCollection services)
    {
        services.AddSingleton<ControlWorld>();
        services.AddSingleton<InfoRoutes>();
        services.AddSingleton<ResetRoutes>();
        services.AddSingleton<ClockRoutes>();
        services.AddSingleton<SnapshotRoutes>();
        services.AddSingleton<QuotaRoutes>();
        services.AddSingleton<WorldRoutes>();
        services.AddSingleton<TokenRoutes>();
        services.AddSingleton<FaultRoutes>();
        services.AddSingleton<OverlayRoutes>();
        services.AddSingleton<ScenarioRoutes>();
        services.AddSingleton<JournalRoutes>();
    }

    /// <summary>Maps them.</summary>
    public static void MapControlApi(this WebApplication application)
    {
        var services = application.Services;
        services.GetRequiredService<InfoRoutes>().Map(application);
        services.GetRequiredService<ResetRoutes>().Map(application);
        services.GetRequiredService<ClockRoutes>().Map(application);
        services.GetRequiredService<SnapshotRoutes>().Map(application);
        services.GetRequiredService<QuotaRoutes>().Map(application);
        services.GetRequiredService<WorldRoutes>().Map(application);
        services.GetRequiredService<TokenRoutes>().Map(application);
        services.GetRequiredService<FaultRoutes>().Map(application);
        services.GetRequiredService<OverlayRoutes>().Map(application);
        services.GetRequiredService<ScenarioRoutes>().Map(application);
        services.GetRequiredService<JournalRoutes>().Map(application);
        OpenApiRoutes.Map(application);
    }
}
