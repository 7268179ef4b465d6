namespace TvmEmulator.Redaction;

/// <summary>What a name names.</summary>
internal enum NameKind
{
    /// <summary>A device, by its id.</summary>
    DeviceId,

    /// <summary>A device, by the first label of its name.</summary>
    Host,

    /// <summary>What stands behind the first label.</summary>
    Domain,

    /// <summary>An RBAC group.</summary>
    Group,

    /// <summary>A person's account.</summary>
    User,

    /// <summary>An e-mail address.</summary>
    Mail,

    /// <summary>A Windows account or domain.</summary>
    SecurityId,

    /// <summary>An IP address.</summary>
    Address,

    /// <summary>A network adapter.</summary>
    Hardware,

    /// <summary>The holder or issuer of a certificate.</summary>
    Holder,

    /// <summary>A tenant.</summary>
    Organization,
}
