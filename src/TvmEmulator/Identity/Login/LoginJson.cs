using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TvmEmulator.Identity.Login;

/// <summary>The answers of the login service as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TokenAnswerV1))]
[JsonSerializable(typeof(TokenAnswerV2))]
[JsonSerializable(typeof(LoginError))]
[JsonSerializable(typeof(OpenIdConfiguration))]
[JsonSerializable(typeof(InstanceMetadata))]
[JsonSerializable(typeof(KeySet))]
internal sealed partial class LoginJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON must.</summary>
    public static LoginJson Relaxed => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
