using System.Text.Json;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace TvmEmulator.ContractTests.Readers;

/// <summary>
/// Reads answers by nothing but themselves and the metadata that their server gives: the reader of Microsoft.OData.Core with all of its checks on,
/// and <see cref="RowShape"/> for what those let pass. What kind of answer it is, and of which type its rows are, the answer's own context says.
/// </summary>
internal sealed class StrictReader
{
    // The library passes over annotations that it does not know.
    private static readonly string[] KnownAnnotations = ["@odata.context", "@odata.count", "@odata.nextLink", "@odata.type"];

    private readonly HttpClient _client;

    private StrictReader(HttpClient client, IEdmModel model) => (_client, Model) = (client, model);

    /// <summary>The server's model, read from its metadata document.</summary>
    public IEdmModel Model { get; }

    /// <summary>A reader for a server.</summary>
    public static async Task<StrictReader> OfAsync(HttpClient client)
    {
        using var reader = new ODataMessageReader((IODataResponseMessage)await ReceivedMessage.OfAsync(client, "/api/$metadata"), Settings());
        return new StrictReader(client, reader.ReadMetadataDocument());
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="ODataException">Something about the answer is wrong.</exception>
    public async Task<StrictAnswer> ReadAsync(string path)
    {
        var message = await ReceivedMessage.OfAsync(_client, path);
        if (message.GetHeader("OData-Version") != "4.0")
            throw new ODataException($"The header OData-Version is '{message.GetHeader("OData-Version")}'.");

        using var reader = new ODataMessageReader((IODataResponseMessage)message, Settings(), Model);
        var kinds = reader.DetectPayloadKind().Select(kind => kind.PayloadKind).ToArray();
        return kinds switch
        {
            [ODataPayloadKind.Error] => new StrictAnswer(ODataPayloadKind.Error) { Error = reader.ReadError() },
            [ODataPayloadKind.MetadataDocument] => Metadata(reader),
            [ODataPayloadKind.ServiceDocument] => ServiceDocument(reader),
            _ when kinds.Contains(ODataPayloadKind.ResourceSet) => Rows(message, reader.CreateODataResourceSetReader(), ODataPayloadKind.ResourceSet),
            _ when kinds.Contains(ODataPayloadKind.Resource) => Rows(message, reader.CreateODataResourceReader(), ODataPayloadKind.Resource),
            _ => throw new ODataException($"No kind of payload that is known here: {string.Join(", ", kinds)}"),
        };
    }

    /// <summary>Reads an answer and all that its nextLinks lead to.</summary>
    /// <exception cref="ODataException">Something about one of the answers is wrong.</exception>
    public async Task<IReadOnlyList<StrictAnswer>> ReadChainAsync(string path)
    {
        var answers = new List<StrictAnswer>();
        for (var next = path; next is not null; next = answers[^1].NextLink is { } link ? PathOf(link) : null)
            answers.Add(await ReadAsync(next));
        return answers;
    }

    private static string PathOf(Uri link) => link.OriginalString[link.GetLeftPart(UriPartial.Authority).Length..];

    private static StrictAnswer Metadata(ODataMessageReader reader)
    {
        reader.ReadMetadataDocument();
        return new StrictAnswer(ODataPayloadKind.MetadataDocument);
    }

    private static StrictAnswer ServiceDocument(ODataMessageReader reader) =>
        new(ODataPayloadKind.ServiceDocument) { Sets = [.. reader.ReadServiceDocument().EntitySets.Select(set => set.Name)] };

    private StrictAnswer Rows(ReceivedMessage message, ODataReader reader, ODataPayloadKind kind)
    {
        var rows = new List<ODataResource>();
        Uri? nextLink = null;
        var depth = 0;
        while (reader.Read())
        {
            if (reader.State == ODataReaderState.ResourceStart)
                depth++;
            if (reader.State == ODataReaderState.ResourceEnd && --depth == 0)
                rows.Add((ODataResource)reader.Item);
            if (reader is { State: ODataReaderState.ResourceSetEnd, Item: ODataResourceSet set } && depth == 0)
                nextLink = set.NextPageLink;
        }

        var body = JsonElement.Parse(message.Body);
        var annotations = body.EnumerateObject().Select(member => member.Name).Where(name => name.StartsWith('@'));
        if (annotations.FirstOrDefault(name => !KnownAnnotations.Contains(name)) is { } unknown)
            throw new ODataException($"The annotation {unknown} is unknown.");

        IEnumerable<JsonElement> texts = kind == ODataPayloadKind.ResourceSet ? body.GetProperty("value").EnumerateArray() : [body];
        var selected = SelectedColumns.Of(body.GetProperty("@odata.context").GetString()!);
        foreach (var (row, text) in rows.Zip(texts))
            RowShape.Check(text, (IEdmStructuredType)Model.FindType(row.TypeName), selected);
        return new StrictAnswer(kind) { Rows = rows, NextLink = nextLink };
    }

    private static ODataMessageReaderSettings Settings() => new() { Validations = ValidationKinds.All };
}
