using System.Net;
using TvmEmulator.Configuration;
using TvmEmulator.ContractTests.Hosting;
using TvmEmulator.ContractTests.Snapshots;

namespace TvmEmulator.ContractTests.Responses;

/// <summary>An emulator that was started with <c>--control-key</c>.</summary>
public sealed class ControlKeyTests(ControlKeyTests.Locked locked) : IClassFixture<ControlKeyTests.Locked>
{
    [Theory]
    [InlineData("/_emulator", "x", HttpStatusCode.Unauthorized)]
    [InlineData("/_emulator", null, HttpStatusCode.Unauthorized)]
    [InlineData("/_Emulator/clock", null, HttpStatusCode.Unauthorized)]
    [InlineData("/_emulator", "secret", HttpStatusCode.OK)]
    [InlineData("/_emulator/nothing", "x", HttpStatusCode.Unauthorized)]
    [InlineData("/_emulator/nothing", "secret", HttpStatusCode.NotFound)]
    [InlineData("/_emulator/health/live", null, HttpStatusCode.OK)]
    [InlineData("/_emulator/ca.pem", null, HttpStatusCode.NotFound)]
    [InlineData("/", null, HttpStatusCode.OK)]
    [InlineData("/api", null, HttpStatusCode.OK)]
    public async Task Get_Key_IsNeededBelowEmulatorButForHealthAndTheCa(string path, string? key, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Add("x-tvm-emulator-key", key);
        using var response = await locked.Server.Client.SendAsync(request);

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Get_WithoutKey_SaysWhichHeaderAndNotTheKey() => (await locked.Server.ControlAsync("GET", "clock")).ShouldBeApproved();

    public sealed class Locked : IAsyncLifetime
    {
        public RunningServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await RunningServer.StartAsync(new EmulatorOptions { Devices = 3, ControlKey = "secret" });

        public async Task DisposeAsync() => await Server.DisposeAsync();
    }
}
