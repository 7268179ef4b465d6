using System.Net.Http.Headers;
using System.Text.Json;

namespace TvmEmulator.ContractTests.Hosting;

/// <summary>Asks an emulator for tokens, and takes them to its API.</summary>
internal static class Login
{
    /// <summary>What clients ask for.</summary>
    public const string Audience = "https://api.securitycenter.microsoft.com";

    /// <summary>The v2 endpoint of a tenant.</summary>
    public const string V2 = "/contoso.onmicrosoft.com/oauth2/v2.0/token";

    /// <summary>The v1 endpoint of a tenant.</summary>
    public const string V1 = "/contoso.onmicrosoft.com/oauth2/token";

    /// <summary>Sends a form, written as <c>name=value&amp;name=value</c> without escapes.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this RunningServer server, string path, string fields, params (string Name, string Value)[] headers)
    {
        using var client = server.NewClientWithoutToken();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(Pairs(fields)) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await client.SendAsync(request);
    }

    /// <summary>A token of an application.</summary>
    public static async Task<string> TokenAsync(this RunningServer server, string audience = Audience, string client = "my-app", string path = V2)
    {
        using var response = await server.PostFormAsync(path, $"grant_type=client_credentials&client_id={client}&client_secret=s&scope={audience}/.default");
        return await TokenOfAsync(response);
    }

    /// <summary>A token as the control API makes it to order: <c>{"roles":[...]}</c> or <c>{"scopes":[...]}</c>.</summary>
    public static async Task<string> MintAsync(this RunningServer server, string order)
    {
        using var client = server.NewClientWithoutToken();
        using var response = await client.PostAsync("/_emulator/tokens", new StringContent(order));
        return await TokenOfAsync(response);
    }

    /// <summary>The token in an answer.</summary>
    public static async Task<string> TokenOfAsync(HttpResponseMessage response)
    {
        var body = JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        return body.GetProperty("access_token").GetString()!;
    }

    /// <summary>Gets something with a token.</summary>
    public static async Task<HttpResponseMessage> GetAsync(this RunningServer server, string path, string token)
    {
        using var client = server.NewClientWithoutToken();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(path);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string fields) =>
        fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
