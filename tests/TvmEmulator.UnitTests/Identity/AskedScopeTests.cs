using TvmEmulator.Identity.Login;

namespace TvmEmulator.UnitTests.Identity;

public sealed class AskedScopeTests
{
    [Theory]
    [InlineData(false, "https://a.example/.default", "https://a.example", ".default")]
    [InlineData(false, "https://a.example//.default", "https://a.example/", ".default")]
    [InlineData(false, "https://a.example/api/.default", "https://a.example/api", ".default")]
    [InlineData(false, "fc780465-2017-40d4-a0c5-307022471b92/.default", "fc780465-2017-40d4-a0c5-307022471b92", ".default")]
    [InlineData(false, "  https://a.example/.default  https://a.example/.default ", "https://a.example", ".default,.default")]
    [InlineData(true, "openid https://a.example/One offline_access https://a.example/Two", "https://a.example", "One,Two")]
    public void Read_OneResource_IsAudienceAndNames(bool isUser, string text, string audience, string names)
    {
        var asked = AskedScope.Read(text, isUser).ShouldNotBeNull();

        asked.Audience.ShouldBe(audience);
        string.Join(',', asked.Names).ShouldBe(names);
    }

    [Theory]
    [InlineData(false, " ")]
    [InlineData(false, "/.default")]
    [InlineData(false, ".default")]
    [InlineData(false, "https://a.example/")]
    [InlineData(false, "https://a.example/Software.Read.All")]
    [InlineData(false, "https://a.example/.DEFAULT")]
    [InlineData(false, "openid https://a.example/.default")]
    [InlineData(false, "https://a.example/.default https://b.example/.default")]
    [InlineData(true, "https://a.example/One https://b.example/One")]
    [InlineData(true, "openid")]
    [InlineData(true, "Software.Read")]
    public void Read_NoResourceOrSeveral_IsNothing(bool isUser, string text) => AskedScope.Read(text, isUser).ShouldBeNull();
}
