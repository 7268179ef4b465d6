using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TvmEmulator.Faults;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Pipeline;
using TvmEmulator.UnitTests.Journal.Conduct;

namespace TvmEmulator.UnitTests.Journal;

public sealed class JournalKeeperTests
{
    private const string TokenPath = "/contoso/oauth2/token";

    [Fact]
    public async Task Request_Answered_IsNotedWithWhatItsRouteSaid()
    {
        await using var server = await JournalServer.StartAsync(routes => routes.MapGet("/api/x", context =>
        {
            context.Exchange().Faults = new FaultPlan([new FaultRule("slow", new FaultMatch(), new EmptyFault())]);
            context.Exchange().Facts = new BlobFacts("a", HasAuthorization: true, IsExpired: false);
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "8";
            context.Response.Headers["x-tvm-emulator-hint"] = "a hint";
            return Task.CompletedTask;
        }).WithMetadata(ConductFeed.Blob));
        using var response = await server.Client.GetAsync("/api/x?a=b&sig=c");

        var entry = server.Entries.ShouldHaveSingleItem();
        (entry.Method, entry.Path, entry.Query, entry.Route, entry.Application).ShouldBe(("GET", "/api/x", "?a=b&sig=***", "Blob", "anonymous"));
        (entry.Status, entry.RetryAfter, entry.Hint).ShouldBe((429, 8, "a hint"));
        entry.FaultIds.ShouldBe(["slow"]);
        server.World.Journal.Report().Findings.ShouldHaveSingleItem().Id.ShouldBe("bearer-to-storage");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/favicon.ico")]
    [InlineData("/_emulator")]
    [InlineData("/_Emulator/requests")]
    public async Task Request_OfTheEmulatorItself_LeavesNoTrace(string path)
    {
        await using var server = await JournalServer.StartAsync(_ => { });
        using var response = await server.Client.GetAsync(path);

        server.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/_emulators")]
    [InlineData("//")]
    [InlineData("/nothing")]
    public async Task Request_ToAnUnknownPath_IsNoted(string path)
    {
        await using var server = await JournalServer.StartAsync(_ => { });
        using var response = await server.Client.GetAsync(new Uri(server.Client.BaseAddress + path[1..]));

        server.Entries.ShouldHaveSingleItem().Status.ShouldBe(404);
    }

    [Fact]
    public async Task Form_OfATokenEndpoint_IsNotedAndStillReadWhole()
    {
        var form = "grant_type=client_credentials&client_secret=abc&scope=" + new string('s', 20_000);
        var read = "";
        await using var server = await JournalServer.StartAsync(routes => routes.MapPost(TokenPath, async context =>
        {
            var fields = await context.Request.ReadFormAsync();
            read = $"{fields["grant_type"]} {fields["client_secret"]} {fields["scope"].ToString().Length}";
        }).WithMetadata(ConductFeed.Token));
        using var content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await server.Client.PostAsync(TokenPath, content);

        read.ShouldBe("client_credentials abc 20000");
        server.Entries.ShouldHaveSingleItem().Body.ShouldBe(form[..4_096].Replace("abc", "***", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_OfAnotherRoute_IsNotNoted()
    {
        await using var server = await JournalServer.StartAsync(routes =>
            routes.MapPost("/api/x", async context => await context.Request.ReadFormAsync()).WithMetadata(ConductFeed.Inventory));
        using var content = new FormUrlEncodedContent([new("grant_type", "x")]);
        using var response = await server.Client.PostAsync("/api/x", content);

        server.Entries.ShouldHaveSingleItem().Body.ShouldBeNull();
    }

    [Fact]
    public async Task Request_WhoseCallerLeaves_HasStatus499()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await JournalServer.StartAsync(routes => routes.MapGet("/api/x", async context =>
        {
            arrived.SetResult();
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (context.RequestAborted.Register(left.SetResult))
                await left.Task;
        }));
        using var leave = new CancellationTokenSource();
        var request = server.Client.GetAsync("/api/x", leave.Token);
        await arrived.Task;
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(request);
        await server.Ended;

        server.Entries.ShouldHaveSingleItem().Status.ShouldBe(499);
    }

    [Fact]
    public async Task Request_WhoseAnswerBreaksOff_HasStatus500()
    {
        await using var server = await JournalServer.StartAsync(routes => routes.MapGet("/api/x", async context =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("an answer that cannot be finished");
        }));
        await Should.ThrowAsync<HttpRequestException>(server.Client.GetStringAsync("/api/x"));
        await server.Ended;

        server.Entries.ShouldHaveSingleItem().Status.ShouldBe((int)HttpStatusCode.InternalServerError);
    }
}
