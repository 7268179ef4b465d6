using TvmEmulator.Tls;

namespace TvmEmulator.UnitTests.Tls;

public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net", "tvmexportstrstgeus")]
    [InlineData("Other7.Blob.Core.Windows.net", "other7")]
    [InlineData("blob.core.windows.net", null)]
    [InlineData(".blob.core.windows.net", null)]
    [InlineData("a.b.blob.core.windows.net", null)]
    [InlineData("a%2fb.blob.core.windows.net", null)]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net.example", null)]
    [InlineData("localhost", null)]
    public void AccountOf_AnyHost_IsTheLabelBeforeTheSuffix(string host, string? account) => ServiceHosts.AccountOf(host).ShouldBe(account);

    [Theory]
    [InlineData("login.windows.net", "login.windows.net")]
    [InlineData("login.microsoftonline.us", "login.microsoftonline.us")]
    [InlineData("api.security.microsoft.com", "login.microsoftonline.com")]
    [InlineData("api-gov.securitycenter.microsoft.us", "login.microsoftonline.us")]
    [InlineData("tvm.us", "login.microsoftonline.com")]
    public void LoginFor_AnyHost_IsOfTheSameCloud(string host, string login) => ServiceHosts.LoginFor(host).ShouldBe(login);
}
