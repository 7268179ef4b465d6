using TvmEmulator.Configuration;
using TvmEmulator.Identity;
using TvmEmulator.Identity.Tokens;
using TvmEmulator.Quotas;
using TvmEmulator.UnitTests.Worlds;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Identity;

/// <summary>An issuer that the tests of this folder share, because making its key takes a while.</summary>
internal static class Tokens
{
    public const string BaseUrl = "http://tvm.example";

    public const string Audience = "https://api.securitycenter.microsoft.com";

    public static DateTimeOffset Now { get; } = new DateTimeOffset(2026, 6, 30, 9, 41, 27, TimeSpan.Zero).AddMilliseconds(765);

    public static SigningKeySource Keys { get; } = new();

    public static TokenIssuer Issuer { get; } = new(Keys);

    public static World World { get; } =
        new(WorldRegistry.DefaultName, new WorldSettings(1, 3, null, QuotaSettings.Published), new EmulatorOptions(), new SettableTime { Now = Now }, new TenantPool());

    public static async Task<string> MintAsync(TokenGrant grant) => (await Issuer.MintAsync(World, grant, BaseUrl, CancellationToken.None)).Text;

    public static Task<string> MintAsync(string application = "my-app") => MintAsync(new TokenGrant(application, Audience));

    /// <summary>The Authorization header with a token that nobody signed.</summary>
    public static string Foreign(string payload, string header = """{"alg":"RS256","kid":"other"}""") => "Bearer " + PlainJwt.Encode(header, payload);

    public static Caller Read(string authorization) => new CallerReader(Keys).Read(authorization);
}
