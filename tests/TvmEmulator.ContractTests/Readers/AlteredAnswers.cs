namespace TvmEmulator.ContractTests.Readers;

/// <summary>Replaces a text in every answer but the metadata document, to see who notices.</summary>
internal sealed class AlteredAnswers(string right, string wrong) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType is not { MediaType: "application/json" } type)
            return response;

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        text.ShouldContain(right);
        response.Content = new StringContent(text.Replace(right, wrong, StringComparison.Ordinal));
        response.Content.Headers.ContentType = type;
        return response;
    }
}
