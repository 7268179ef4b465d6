using TvmEmulator.Identity;
using TvmEmulator.Quotas;

namespace TvmEmulator.Pipeline;

/// <summary>What journal, faults, admission and quotas know about a route; stands in its metadata.</summary>
/// <param name="Name">What quotas are counted by and fault rules name, such as <c>SoftwareInventoryByMachine</c>.</param>
/// <param name="Kind">What it answers with.</param>
/// <param name="Permission">What a caller needs; null when no token is asked for.</param>
/// <param name="Quota">The published limits; null when calls are not counted.</param>
internal sealed record ApiRoute(string Name, RouteKind Kind, Permission? Permission, QuotaLimits? Quota)
{
    /// <summary>A route that answers with a document or a list, as often as most routes do.</summary>
    public static ApiRoute OfDocument(string name, Permission permission) => new(name, RouteKind.Document, permission, QuotaLimits.General);
}

/// <summary>What a route answers with.</summary>
internal enum RouteKind
{
    /// <summary>Pages of rows.</summary>
    Page,

    /// <summary>Links to part files.</summary>
    Export,

    /// <summary>A document or a list.</summary>
    Document,

    /// <summary>A part file, or what the storage account says instead.</summary>
    Blob,

    /// <summary>A token, or what the login service says about itself.</summary>
    Token,
}
