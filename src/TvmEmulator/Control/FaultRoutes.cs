using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.Faults;
using TvmEmulator.OData;
using TvmEmulator.Scenarios;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET</c>, <c>POST</c>, <c>DELETE /_emulator/faults</c> and <c>DELETE /_emulator/faults/{id}</c>: what goes wrong.</summary>
internal sealed class FaultRoutes(ControlWorld worlds, EmulatorOptions options)
{
    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_emulator/faults", worlds.Reads(AnswerAsync));
        routes.MapPost("/_emulator/faults", worlds.Writes(AddAsync));
        routes.MapDelete("/_emulator/faults", worlds.Writes(ClearAsync));
        routes.MapDelete("/_emulator/faults/{id}", worlds.Writes(RemoveAsync));
    }

    /// <summary>The rules in the form that they are read in, each with the requests that fitted it and those that it acted on.</summary>
    private static async Task AnswerAsync(HttpContext context, World world)
    {
        context.Response.ContentType = ControlAnswer.ContentType;
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter, ControlAnswer.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartArray("faults");
            foreach (var fault in world.Faults.All)
            {
                json.WriteStartObject();
                json.WriteString("id", fault.Rule.Id);
                fault.Rule.Match.WriteTo(json);
                fault.Rule.Action.WriteTo(json);
                json.WriteNumber("matches", fault.Matches);
                json.WriteNumber("hits", fault.Hits);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await context.Response.WriteAsync("\n", context.RequestAborted);
    }

    private async Task AddAsync(HttpContext context, World world)
    {
        var (rules, errors) = FaultListReader.Read(await ControlText.ReadAsync(context));
        var wrong = rules is null ? string.Join("; ", errors) : IdleFaults.ReasonAmong(rules, options) ?? world.Faults.Add(rules);
        if (wrong is not null)
            await ControlAnswer.RefuseAsync(context, Refusal.BadRequest(wrong));
        else
            await AnswerAsync(context, world);
    }

    private static Task ClearAsync(HttpContext context, World world)
    {
        world.Faults.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task RemoveAsync(HttpContext context, World world)
    {
        var id = (string)context.GetRouteValue("id")!;
        if (!world.Faults.Remove(id))
            return ControlAnswer.RefuseAsync(context, Refusal.ResourceNotFound($"No fault rule has the id '{id}'; GET {ControlAnswer.Path}/faults lists them."));

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
