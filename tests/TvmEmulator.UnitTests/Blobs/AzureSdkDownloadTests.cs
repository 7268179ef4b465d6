using System.IO.Compression;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.UnitTests.Blobs;

/// <summary>What users do: Azure's own client, given nothing but a link.</summary>
public sealed class AzureSdkDownloadTests
{
    [Theory]
    [InlineData(ContractEdition.Edition2021)]
    [InlineData(ContractEdition.Edition2026)]
    public async Task Download_EveryFile_IsTheWholeInventory(ContractEdition edition)
    {
        await using var server = await BlobServer.StartAsync(Organization.Options2021 with { Contract = edition });
        var files = server.Inventory.FilesOf(server.Snapshot);
        var links = server.LinksTo(server.Inventory);
        links.Count.ShouldBe(files.Count);

        for (var i = 0; i < links.Count; i++)
        {
            var blob = new BlobClient(links[i]);
            var expected = Lines(server, files[i]);
            expected.Count(letter => letter == '\n').ShouldBe(files[i].Rows);

            var content = await blob.DownloadContentAsync();
            Unpack(content.Value.Content.ToStream()).ShouldBe(expected);

            await using var stream = await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 500 });
            Unpack(stream).ShouldBe(expected);

            var properties = (await blob.GetPropertiesAsync()).Value;
            properties.ContentLength.ShouldBe(content.Value.Content.ToMemory().Length);
            properties.BlobType.ShouldBe(BlobType.Block);
            properties.ETag.ShouldBe(content.Value.Details.ETag);
            properties.LastModified.ShouldBe(new DateTimeOffset(2026, 6, 30, 2, 0, 0, TimeSpan.Zero));
            properties.ContentHash.ShouldBe(content.Value.Details.ContentHash);
            properties.ContentEncoding.ShouldBeNull();
        }

        server.Log.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Download_ExpiredLink_ThrowsWithAzuresErrorCode()
    {
        await using var server = await BlobServer.StartAsync(Organization.Options2021);
        var blob = new BlobClient(server.LinksTo(server.Lines)[1]);
        server.Time.Now += TimeSpan.FromHours(1);

        var get = await Should.ThrowAsync<RequestFailedException>(() => blob.DownloadContentAsync());
        var head = await Should.ThrowAsync<RequestFailedException>(() => blob.GetPropertiesAsync());

        get.Status.ShouldBe(403);
        get.ErrorCode.ShouldBe("AuthenticationFailed");
        get.Message.ShouldContain("Signature not valid in the specified time frame");
        head.Status.ShouldBe(403);
        head.ErrorCode.ShouldBe("AuthenticationFailed");
    }

    [Fact]
    public async Task Download_ConditionsAndWrites_AnswerAsAzure()
    {
        await using var server = await BlobServer.StartAsync(Organization.Options2021);
        var blob = new BlobClient(server.LinksTo(server.Lines)[1], new BlobClientOptions { Retry = { MaxRetries = 0 } });
        var etag = (await blob.GetPropertiesAsync()).Value.ETag;

        var range = await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(2, 3), Conditions = new BlobRequestConditions { IfMatch = etag } });
        var changed = await Should.ThrowAsync<RequestFailedException>(() =>
            blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag("other") } }));
        var write = await Should.ThrowAsync<RequestFailedException>(() => blob.DeleteAsync());

        range.Value.Content.ToMemory().Length.ShouldBe(3);
        changed.ErrorCode.ShouldBe("ConditionNotMet");
        write.ErrorCode.ShouldBe("AuthorizationPermissionMismatch");
    }

    private static string Unpack(Stream member)
    {
        using var reader = new StreamReader(new GZipStream(member, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Lines(BlobServer server, PartFile file)
    {
        var reader = server.Inventory.Read(server.Snapshot, RowDress.FileLine, file.FirstRow, file.Rows);
        var buffer = new byte[RowReader.MostRowBytes];
        var text = new StringBuilder();
        for (var filled = reader.Fill(buffer); filled > 0; filled = reader.Fill(buffer))
            text.Append(Encoding.UTF8.GetString(buffer, 0, filled));
        return text.ToString();
    }
}
