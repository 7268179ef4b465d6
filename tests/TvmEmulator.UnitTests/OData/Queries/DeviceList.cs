using System.Text;
using Microsoft.AspNetCore.Http;
using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.OData.Queries;
using TvmEmulator.Pipeline;
using TvmEmulator.UnitTests.Worlds;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>The entity set of the made-up devices, asked without a server.</summary>
internal static class DeviceList
{
    /// <summary>What its links begin with.</summary>
    public const string Base = "https://api.test";

    private static readonly World World = new(
        "contoso.com",
        WorldSettings.Of(new EmulatorOptions { Devices = 3 }),
        new EmulatorOptions(),
        new SettableTime { Now = Samples.Utc("2024-01-02T12:00:00") },
        new TenantPool());

    /// <summary>The answer to a query for the list.</summary>
    public static async Task<(HttpResponse Response, string Body)> ListAsync(
        string query, IEnumerable<Device> rows, int pageSize = 100, string accept = "", Stream? body = null, int mostSorted = 1_000_000)
    {
        var context = Request(query, accept, body ?? new MemoryStream());
        await List(pageSize, mostSorted).AnswerAsync(context, Base, "/api/devices", rows);
        return (context.Response, BodyOf(context));
    }

    /// <summary>The answer to a query for one device.</summary>
    public static async Task<string> EntityAsync(string query, Device device, string accept = "", string? ownContext = null)
    {
        var context = Request(query, accept, new MemoryStream());
        await List(pageSize: 100).AnswerEntityAsync(context, Base, device, ownContext);
        return BodyOf(context);
    }

    /// <summary>Asks for rows that cannot be written.</summary>
    /// <returns>What was sent before it was noticed.</returns>
    public static async Task<string> BrokenAsync()
    {
        using var body = new MemoryStream();
        var http = Request("", "", body);
        var shape = Devices.Shape.Text("broken", _ => throw new InvalidOperationException("broken"));
        var list = new EntityList<Device>(Devices.Model, shape, "Devices");
        await Should.ThrowAsync<InvalidOperationException>(list.AnswerAsync(http, "https://api.test", "/api/devices", Devices.Four));
        await http.Response.BodyWriter.FlushAsync();
        return BodyOf(http);
    }

    private static EntityList<Device> List(int pageSize, int mostSorted = 1_000_000) =>
        new(Devices.Model, Devices.Shape.DocumentsFiltersOn("id"), "Devices", pageSize, mostSorted);

    private static DefaultHttpContext Request(string query, string accept, Stream body)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/api/devices", QueryString = new QueryString("?" + query) } };
        context.Request.Headers.Accept = accept;
        context.Response.Body = body;
        context.Features.Set(new Exchange(World, Caller.Anonymous, route: null));
        return context;
    }

    private static string BodyOf(HttpContext context)
    {
        context.Response.BodyWriter.Complete();
        return Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
    }
}
