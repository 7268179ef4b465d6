// Logs in with one of Microsoft's libraries, follows the inventory from page to page and prints the number of its rows.
// Arguments: the library, the base URL of the login service, that of the API.
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Identity.Client;

const string Tenant = "contoso.onmicrosoft.com";
const string ClientId = "3f1b2a4c-5d6e-4f70-8192-a3b4c5d6e7f8";
const string Secret = "any secret will do";
const string Scope = "https://api.securitycenter.microsoft.com/.default";

var (library, login, api) = (args[0], args[1], args[2]);
// Of a host that is not Microsoft's, the libraries would ask login.microsoftonline.com whether it is a login service.
var isInstanceDiscovered = login == "https://login.microsoftonline.com";

using var client = new HttpClient();
client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", library switch
{
    "MSAL.NET" => await MsalAsync(builder => builder.WithClientSecret(Secret)),
    "MSAL.NET-certificate" => await MsalWithCertificateAsync(),
    _ => await AzureIdentityAsync(),
});

var rows = 0;
for (var next = $"{api}/api/machines/SoftwareInventoryByMachine?pageSize=500"; next is not null;)
{
    var page = JsonElement.Parse(await client.GetByteArrayAsync(new Uri(next)));
    rows += page.GetProperty("value").GetArrayLength();
    next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
}

Console.WriteLine(rows);

async Task<string> MsalAsync(Action<ConfidentialClientApplicationBuilder> addCredential)
{
    var builder = ConfidentialClientApplicationBuilder.Create(ClientId)
        .WithAuthority($"{login}/{Tenant}")
        .WithInstanceDiscovery(isInstanceDiscovered);
    addCredential(builder);
    return (await builder.Build().AcquireTokenForClient([Scope]).ExecuteAsync()).AccessToken;
}

async Task<string> MsalWithCertificateAsync()
{
    using var key = RSA.Create(2048);
    var request = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    using var certificate = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
    return await MsalAsync(builder => builder.WithCertificate(certificate));
}

async Task<string> AzureIdentityAsync()
{
    var options = new ClientSecretCredentialOptions { AuthorityHost = new Uri(login), DisableInstanceDiscovery = !isInstanceDiscovered };
    return (await new ClientSecretCredential(Tenant, ClientId, Secret, options).GetTokenAsync(new TokenRequestContext([Scope]), default)).Token;
}
