using Microsoft.AspNetCore.WebUtilities;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Faults.Rows;
using TvmEmulator.Pipeline;
using TvmEmulator.Tenants.Snapshots;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Worlds;

namespace TvmEmulator.Blobs;

/// <summary>
/// The storage account of the export files, read-only and part of the emulator: <c>/account/container/name</c>, opened by a SAS. It answers as
/// Azure Storage does, not as Azurite where the two differ.
/// </summary>
internal sealed class BlobEndpoint(EmulatorOptions options, IReadOnlyList<Assessment> assessments, PartFileStore store)
{
    // They name another resource than the blob itself; part files have none of those.
    private static readonly HashSet<string> SubResources = new(["comp", "restype", "snapshot", "versionid"], StringComparer.OrdinalIgnoreCase);

    private static readonly ApiRoute Blob = new("Blob", RouteKind.Blob, Permission: null, Quota: null);

    private readonly IReadOnlyList<string> _containers = [.. assessments.Select(assessment => assessment.Container).Distinct(StringComparer.Ordinal)];

    /// <summary>Maps everything below the account, and the containers of other accounts, so that a wrong account is answered by storage as well.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map($"/{StorageAccount.Name}/{{**blob}}", AnswerAsync).WithMetadata(Blob);
        foreach (var container in _containers)
            routes.Map($"/{{account}}/{container}/{{**blob}}", AnswerAsync).WithMetadata(Blob);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var exchange = context.Exchange();
        var world = exchange.World;
        var address = BlobAddress.Parse(context.Request.Path);
        var sas = SasToken.Read(context.Request.QueryString);
        BlobHeaders.SetCommon(context, world, sas);
        try
        {
            var refusal = await ServeAsync(context, world, sas, address);
            exchange.Facts = new BlobFacts(address.Name, context.Request.Headers.Authorization.Count > 0, refusal is { IsExpired: true });
            if (refusal is not null)
                await BlobErrorAnswer.WriteAsync(context, refusal, world.Time.GetUtcNow());
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left; there is nobody to answer.
        }
    }

    private async Task<BlobRefusal?> ServeAsync(HttpContext context, World world, SasToken sas, BlobAddress address)
    {
        if (RefuseAccess(context.Request, world, sas, address) is { } refusal)
            return refusal;

        var (assessment, snapshot, file) = await FindAsync(world, address, context.RequestAborted);
        if (assessment is null || snapshot is null || file is null)
            return BlobRefusal.BlobNotFound($"no such part file; the newest {SnapshotStore.KeptMarks} snapshots up to {world.Snapshots.NewestMark} are kept");

        var modified = snapshot.Mark.At.Utc;
        var etag = ETagOf(world, assessment, snapshot, file);
        BlobHeaders.SetIdentity(context.Response, etag, modified);
        if (BlobConditions.Refuse(context.Request.Headers, etag, modified) is { } unmet)
            return unmet;

        var faults = context.Exchange().Faults;
        await faults.WaitForRowsAsync(file.Rows, world.Time.Wall, context.RequestAborted);
        if (faults.ChangesRows)
        {
            await FaultyPartFile.SendAsync(context, faults, assessment, snapshot, file);
            return null;
        }

        try
        {
            using var stored = await store.OpenAsync(assessment, snapshot, file, context.RequestAborted);
            return await SendAsync(context, stored, modified);
        }
        catch (PartFileUnavailableException unavailable)
        {
            return BlobRefusal.ServerBusy(unavailable.Message);
        }
    }

    private BlobRefusal? RefuseAccess(HttpRequest request, World world, SasToken sas, BlobAddress address)
    {
        if (address.Account != StorageAccount.Name)
            return BlobRefusal.ResourceNotFound($"the account is {StorageAccount.Name}, in lower case");
        if (address.Container.Length == 0)
            return BlobRefusal.InvalidQuery("the account itself cannot be read; use the URLs from exportFiles");
        if (request.Headers.Authorization.Count > 0)
            return BlobRefusal.AuthenticationFailed(null, "the link carries its own SAS: send it without an Authorization header");
        if (world.Exports.Check.Refuse(sas, address.Resource) is { } refusal)
            return refusal;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return BlobRefusal.PermissionMismatch($"export files can only be read, not {request.Method}");
        if (!sas["sp"].Contains('r', StringComparison.Ordinal))
            return BlobRefusal.PermissionMismatch("the SAS does not allow to read");
        if (!_containers.Contains(address.Container, StringComparer.Ordinal))
            return BlobRefusal.ContainerNotFound($"there is no such container, but {string.Join(" and ", _containers)}");

        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (SubResources.Contains(pair.DecodeName().ToString()))
                return BlobRefusal.InvalidQuery("part files have no snapshots, versions, blocks or tags");
        }

        return null;
    }

    /// <summary>What a name stands for: mark and kind are read from it, the rest is compared with the names that there are.</summary>
    internal async Task<(Assessment? Assessment, Snapshot? Snapshot, PartFile? File)> FindAsync(World world, BlobAddress address, CancellationToken cancellation)
    {
        var parts = address.Name.Split('/', 4);
        var assessment = parts.Length < 4
            ? null
            : assessments.FirstOrDefault(known => known.Container == address.Container && parts.Take(3).Contains(known.BlobKind, StringComparer.Ordinal));
        if (assessment is null || !SnapshotMark.TryParse(string.Join('/', parts.Take(3).Where(part => part != assessment.BlobKind)), out var mark) || !world.Snapshots.IsKept(mark))
            return default;

        var snapshot = await world.Snapshots.GetAsync(mark, cancellation);
        return (assessment, snapshot, world.Exports.Names.Of(assessment, snapshot).Find(address.Name));
    }

    private string ETagOf(World world, Assessment assessment, Snapshot snapshot, PartFile file)
    {
        // The version stands for the rendering, the dataset hash for the data: other bytes never go under the same strong ETag.
        var hash = world.Derive($"etag {EmulatorVersion.Text} {snapshot.Mark} {snapshot.DatasetHash} {options.Contract} {options.FileCasing} {assessment.BlobKind} {file.Index}");
        return $"\"0x8D{Convert.ToHexString(hash.AsSpan(0, 7))}\"";
    }

    private static async Task<BlobRefusal?> SendAsync(HttpContext context, StoredFile file, DateTimeOffset created)
    {
        // Properties have no ranges.
        var isHead = HttpMethods.IsHead(context.Request.Method);
        var range = new BlobRange(0, file.Length, IsPart: false);
        if (!isHead && BlobRange.Read(context.Request.Headers, file.Length, out range) is { } refusal)
        {
            if (refusal.Status == StatusCodes.Status416RangeNotSatisfiable)
                context.Response.Headers.ContentRange = $"bytes */{file.Length}";
            return refusal;
        }

        BlobHeaders.SetContent(context.Response, file, range, created);
        if (!isHead)
            await BlobBody.SendAsync(context, file, range);
        return null;
    }
}
