using TvmEmulator.Storage;

namespace TvmEmulator.UnitTests.Storage;

public sealed class StorageConnectionTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10000/devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite", "http://azurite:10000/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=tvm;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "https://tvm.blob.core.windows.net")]
    [InlineData("AccountName=tvm;AccountKey=c2VjcmV0;BlobEndpoint=http://azurite:10000/tvm/;", "http://azurite:10000/tvm")]
    public void TryParse_AccountWithKey_IsItsBlobEndpoint(string text, string endpoint)
    {
        var account = StorageConnection.TryParse(text).ShouldNotBeNull();

        account.Endpoint.ShouldBe(endpoint);
        account.ToString().ShouldBe(endpoint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("azurite")]
    [InlineData("Embedded")]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("DefaultEndpointsProtocol=https")]
    [InlineData("AccountName=tvm")]
    [InlineData("AccountName=tvm;AccountKey=not base64;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=tvm;AccountKey=c2VjcmV0;BlobEndpoint=nowhere")]
    [InlineData("BlobEndpoint=https://tvm.blob.core.windows.net;SharedAccessSignature=sv=2023-01-03&sig=c2VjcmV0")]
    public void TryParse_NoAccountOrNoKey_IsNull(string text) => StorageConnection.TryParse(text).ShouldBeNull();
}
