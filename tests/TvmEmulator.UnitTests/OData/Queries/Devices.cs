using Microsoft.AspNetCore.Http;
using Microsoft.OData.Edm;
using TvmEmulator.OData;
using TvmEmulator.OData.Queries;

namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>Model, shape and rows of the made-up devices.</summary>
internal static class Devices
{
    public static Lazy<IEdmModel> Model { get; } = new(BuildModel);

    /// <summary>Devices with their peers and hosts, whose peers and hosts can be asked for as well.</summary>
    public static EntityShape<Device> Shape { get; } = Linked(Linked(Linked(Plain)));

    private static EntityShape<Device> Plain => new EntityShape<Device>("Device")
        .Text("id", device => device.Id)
        .Text("name", device => device.Name)
        .Integer("weaknesses", device => device.Weaknesses)
        .Integer("osBuild", device => device.OsBuild)
        .Single("impact", device => device.Impact)
        .Double("score", device => device.Score)
        .Boolean("isJoined", device => device.IsJoined)
        .Time("lastSeen", device => device.LastSeen)
        .Guid("directoryId", device => device.DirectoryId)
        .Text("risk", device => device.Risk)
        .Texts("tags", device => device.Tags)
        .Complexes("addresses", AddressShape, device => device.Addresses)
        .Complex("cloud", CloudShape, device => device.Cloud);

    private static EntityShape<Address> AddressShape => new EntityShape<Address>("Address")
        .Text("ip", address => address.Ip)
        .Integer("port", address => address.Port);

    private static EntityShape<Cloud> CloudShape => new EntityShape<Cloud>("Cloud").Text("vmId", cloud => cloud.VmId);

    /// <summary>Four devices: one with everything, one of another kind, one with nothing, one with the awkward values.</summary>
    public static IReadOnlyList<Device> Four { get; } =
    [
        new("a")
        {
            Name = "Alpha.Contoso",
            Weaknesses = 3,
            OsBuild = 17763,
            Impact = 2.39947438f,
            Score = 3.9441860465116285,
            IsJoined = true,
            LastSeen = Samples.Utc("2024-01-02T03:04:05.1234567"),
            DirectoryId = new Guid("0b7e1e6c-0000-4000-8000-00000000000a"),
            Risk = "High",
            Tags = ["prod", "web"],
            Addresses = [new("10.0.0.1", 80), new("10.0.0.2", null)],
            Cloud = new("vm-1"),
        },
        new("b")
        {
            Name = "beta",
            Weaknesses = 10,
            OsBuild = 19041,
            Impact = 0.5f,
            Score = -1.5,
            IsJoined = false,
            LastSeen = Samples.Utc("2024-01-01T00:00:00"),
            Risk = "Low",
            Tags = [],
            Addresses = [],
            Cloud = new(null),
        },
        new("c"),
        new("d") { Name = "o'brien + søn", Weaknesses = -2, Impact = 46.2037163f, Score = 340, Risk = "Of no enumeration", Tags = ["prod"] },
    ];

    /// <summary>The ids of the devices that a query finds, in its order.</summary>
    public static string Find(string queryString, IReadOnlyList<Device>? rows = null, int pageSize = 100)
    {
        var (query, refusal) = Read(queryString);
        refusal.ShouldBeNull(refusal?.Message);
        return string.Join(' ', query.ShouldNotBeNull().Run(rows ?? Four, pageSize, CancellationToken.None).Rows.Select(device => device.Id));
    }

    /// <summary>Three devices: one has the others as peers and the last as its host, whose peer has a peer; one has nothing.</summary>
    public static IReadOnlyList<Device> Network { get; } = BuildNetwork();

    /// <summary>Reads a query; the time is noon of 2 January 2024.</summary>
    public static (EntityQuery<Device>? Query, Refusal? Refusal) Read(string queryString) => new EntityQueryReader<Device>(Model, Shape, 100)
        .ReadList(QueryParameters.Parse(new QueryString("?" + queryString)), Samples.Utc("2024-01-02T12:00:00"));

    private static EntityShape<Device> Linked(EntityShape<Device> inner) => Plain
        .NavigationToMany("peers", inner, device => device.Peers)
        .NavigationToOne("host", inner, device => device.Host);

    private static Device[] BuildNetwork()
    {
        var quiet = new Device("quiet") { Weaknesses = 1 };
        var busy = new Device("busy") { Name = "Busy", Weaknesses = 2, Peers = [new Device("far") { Peers = [quiet] }] };
        return [new Device("hub") { Peers = [quiet, busy], Host = busy }, quiet, busy];
    }

    private static EdmModel BuildModel()
    {
        var model = new EdmModel();
        var risk = new EdmEnumType(ODataAnswer.Namespace, "Risk", EdmPrimitiveTypeKind.Byte, isFlags: false);
        foreach (var (name, value) in new[] { ("None", 0), ("Low", 10), ("High", 30) })
            risk.AddMember(name, new EdmEnumMemberValue(value));
        model.AddElement(risk);

        var address = new EdmComplexType(ODataAnswer.Namespace, "Address");
        address.AddStructuralProperty("ip", EdmPrimitiveTypeKind.String);
        address.AddStructuralProperty("port", EdmPrimitiveTypeKind.Int32);
        model.AddElement(address);

        var cloud = new EdmComplexType(ODataAnswer.Namespace, "Cloud");
        cloud.AddStructuralProperty("vmId", EdmPrimitiveTypeKind.String);
        model.AddElement(cloud);

        var device = new EdmEntityType(ODataAnswer.Namespace, "Device");
        device.AddKeys(device.AddStructuralProperty("id", EdmPrimitiveTypeKind.String, isNullable: false));
        device.AddStructuralProperty("name", EdmPrimitiveTypeKind.String);
        device.AddStructuralProperty("weaknesses", EdmPrimitiveTypeKind.Int64, isNullable: false);
        device.AddStructuralProperty("osBuild", EdmPrimitiveTypeKind.Int32);
        device.AddStructuralProperty("impact", EdmPrimitiveTypeKind.Single, isNullable: false);
        device.AddStructuralProperty("score", EdmPrimitiveTypeKind.Double);
        device.AddStructuralProperty("isJoined", EdmPrimitiveTypeKind.Boolean);
        device.AddStructuralProperty("lastSeen", EdmPrimitiveTypeKind.DateTimeOffset);
        device.AddStructuralProperty("directoryId", EdmPrimitiveTypeKind.Guid);
        device.AddStructuralProperty("risk", new EdmEnumTypeReference(risk, isNullable: true));
        device.AddStructuralProperty("tags", EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetString(isNullable: true)));
        device.AddStructuralProperty("addresses", EdmCoreModel.GetCollection(new EdmComplexTypeReference(address, isNullable: true)));
        device.AddStructuralProperty("cloud", new EdmComplexTypeReference(cloud, isNullable: true));
        device.AddStructuralProperty("notInThisEdition", EdmPrimitiveTypeKind.String);
        foreach (var (name, many) in new[] { ("peers", EdmMultiplicity.Many), ("host", EdmMultiplicity.ZeroOrOne), ("neighbours", EdmMultiplicity.Many) })
            device.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = name, Target = device, TargetMultiplicity = many });
        model.AddElement(device);

        var container = new EdmEntityContainer(ODataAnswer.Namespace, "Container");
        container.AddEntitySet("Devices", device);
        model.AddElement(container);
        return model;
    }
}
