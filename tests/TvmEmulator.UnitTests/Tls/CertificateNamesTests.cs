using System.Net;
using TvmEmulator.Configuration;
using TvmEmulator.Tls;

namespace TvmEmulator.UnitTests.Tls;

public sealed class CertificateNamesTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("build-7")]
    [InlineData("api.securitycenter.microsoft.com")]
    [InlineData("api-eu.securitycenter.windows.com")]
    [InlineData("swa.api.security.microsoft.com")]
    [InlineData("api-gcc.securitycenter.microsoft.us")]
    [InlineData("login.microsoftonline.com")]
    [InlineData("login.windows.net")]
    [InlineData("login.microsoftonline.us")]
    [InlineData("tvmexportstrstgeus.blob.core.windows.net")]
    public void Of_DefaultOptions_HasTheMachineAndTheService(string name) => CertificateNames.Of(new EmulatorOptions(), "build-7").Contains(name, StringComparer.Ordinal).ShouldBeTrue();

    [Fact]
    public void Of_Options_HasTheirNamesToo()
    {
        var names = CertificateNames.Of(
            new EmulatorOptions
            {
                Bind = IPAddress.Parse("192.168.1.5"),
                PublicUrl = new Uri("https://tvm.example:81/base"),
                Tls = new TlsOptions { Hosts = ["*.blob.core.windows.net", "10.0.0.7"] },
            },
            "build-7");

        foreach (var name in new[] { "192.168.1.5", "tvm.example", "*.blob.core.windows.net", "10.0.0.7" })
            names.Contains(name, StringComparer.Ordinal).ShouldBeTrue(name);
    }

    [Theory]
    [InlineData("my machine")]
    [InlineData("")]
    [InlineData("LOCALHOST")]
    public void Of_MachineNameThatIsNoHostOrIsThere_IsLeftOut(string machine)
    {
        var names = CertificateNames.Of(new EmulatorOptions(), machine);

        names.Contains(machine, StringComparer.Ordinal).ShouldBeFalse();
        names.ShouldBeUnique(StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public void Of_AllInterfaces_AreNoAddress(string bind) =>
        CertificateNames.Of(new EmulatorOptions { Bind = IPAddress.Parse(bind) }, "build-7").Contains(bind, StringComparer.Ordinal).ShouldBeFalse();
}
