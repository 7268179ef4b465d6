using System.Text;
using Microsoft.OData;
using Microsoft.OData.Edm;
using TvmEmulator.OData;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>Answers as Microsoft.OData.Core reads them with all of its checks on.</summary>
internal static class StrictDevices
{
    /// <summary>The devices of a list with the number of their properties, those of expanded navigations before the one that they belong to.</summary>
    /// <exception cref="ODataException">The reader does not accept the answer.</exception>
    public static IReadOnlyList<(string? Id, int Properties)> Read(string body)
    {
        using var messages = new ODataMessageReader((IODataResponseMessage)Message(body), Settings(), Devices.Model.Value);
        return Read(messages.CreateODataResourceSetReader(Devices.Model.Value.FindDeclaredEntitySet("Devices"), expectedResourceType: null));
    }

    /// <summary>The same of a single device.</summary>
    /// <exception cref="ODataException">The reader does not accept the answer.</exception>
    public static IReadOnlyList<(string? Id, int Properties)> ReadEntity(string body)
    {
        using var messages = new ODataMessageReader((IODataResponseMessage)Message(body), Settings(), Devices.Model.Value);
        return Read(messages.CreateODataResourceReader(Devices.Model.Value.FindDeclaredEntitySet("Devices"), resourceType: null));
    }

    private static List<(string? Id, int Properties)> Read(ODataReader reader)
    {
        // Objects and lists of objects are resources of their own to the reader.
        var read = new List<(string? Id, int Properties)>();
        while (reader.Read())
        {
            if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource { TypeName: $"{ODataAnswer.Namespace}.Device" } row })
                read.Add((row.Properties.FirstOrDefault(property => property.Name == "id")?.Value as string, row.Properties.Count()));
        }

        return read;
    }

    private static ODataMessageReaderSettings Settings() => new() { Validations = ValidationKinds.All };

    private static ODataMessage Message(string body)
    {
        var message = new ODataMessage(new MemoryStream(Encoding.UTF8.GetBytes(body)));
        message.SetHeader("Content-Type", ODataAnswer.ContentType);
        message.SetHeader("OData-Version", "4.0");
        return message;
    }
}
