using System.Text.Encodings.Web;
using System.Text.Json;
using TvmEmulator.OData;
using TvmEmulator.Scenarios;
using TvmEmulator.Tenants.Overlays;
using TvmEmulator.Worlds;

namespace TvmEmulator.Control;

/// <summary><c>GET</c>, <c>POST</c>, <c>DELETE /_emulator/overlay</c>: changes on top of the generated organization.</summary>
internal sealed class OverlayRoutes(ControlWorld worlds)
{
    private static readonly OverlayStateJson Json = new(new JsonSerializerOptions(OverlayStateJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Maps the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_emulator/overlay", worlds.Reads(AnswerAsync));
        routes.MapPost("/_emulator/overlay", worlds.Writes(ChangeAsync));
        routes.MapDelete("/_emulator/overlay", worlds.Writes(RemoveAsync));
    }

    /// <summary>What all changes together come to, in the form that they are read in.</summary>
    private static Task AnswerAsync(HttpContext context, World world) =>
        ControlAnswer.WriteAsync(context, OverlayState.Of(world.Tenant.Overlay), Json.OverlayState);

    private static async Task ChangeAsync(HttpContext context, World world)
    {
        var (overlay, errors) = OverlayReader.Read(await ControlText.ReadAsync(context));
        if (overlay is null)
        {
            await ControlAnswer.RefuseAsync(context, Refusal.BadRequest(string.Join("; ", errors)));
            return;
        }

        try
        {
            world.Change(overlay);
        }
        catch (OverlayException wrong)
        {
            await ControlAnswer.RefuseAsync(context, Refusal.BadRequest(string.Join("; ", ControlAnswer.Shortened(wrong.Problems))));
            return;
        }

        // Answered when it is served: the snapshot with the changes has been counted.
        await world.Snapshots.NewestAsync(context.RequestAborted);
        await AnswerAsync(context, world);
    }

    private static Task RemoveAsync(HttpContext context, World world)
    {
        world.RemoveChanges();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
