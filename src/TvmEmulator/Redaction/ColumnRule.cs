namespace TvmEmulator.Redaction;

/// <summary>What is done to the texts of a column.</summary>
internal enum ColumnRule
{
    /// <summary>Any names in it are replaced; so are those of columns that nobody knows.</summary>
    Text,

    /// <summary>Nothing: everybody may know what stands there, or it is in a column of its own inside.</summary>
    Public,

    /// <summary>It begins with the id of a device.</summary>
    Id,

    /// <summary>It is the name of a device.</summary>
    DeviceName,

    /// <summary>It is the name of an RBAC group.</summary>
    GroupName,

    /// <summary>As <see cref="Text"/>, and addresses are replaced. In other columns they cannot be told from versions.</summary>
    Addresses,

    /// <summary>It names the holder or issuer of a certificate.</summary>
    Holder,
}
