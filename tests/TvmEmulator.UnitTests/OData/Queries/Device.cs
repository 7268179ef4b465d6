namespace TvmEmulator.UnitTests.OData.Queries;

/// <summary>A made-up row with a property of every kind.</summary>
internal sealed record Device(string Id)
{
    public string? Name { get; init; }

    public long Weaknesses { get; init; }

    public long? OsBuild { get; init; }

    public float Impact { get; init; }

    public double? Score { get; init; }

    public bool? IsJoined { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    public Guid? DirectoryId { get; init; }

    public string? Risk { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<Address>? Addresses { get; init; }

    public Cloud? Cloud { get; init; }

    public IReadOnlyList<Device> Peers { get; init; } = [];

    public Device? Host { get; init; }
}

/// <summary>A row inside a list of a <see cref="Device"/>.</summary>
internal sealed record Address(string Ip, long? Port);

/// <summary>A row inside a <see cref="Device"/>.</summary>
internal sealed record Cloud(string? VmId);
