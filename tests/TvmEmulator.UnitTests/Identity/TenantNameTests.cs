using TvmEmulator.Identity;

namespace TvmEmulator.UnitTests.Identity;

public sealed class TenantNameTests
{
    [Theory]
    [InlineData("7d4cfd97-8e5a-4f8e-9a5c-8f0f6f3a2b11", "7d4cfd97-8e5a-4f8e-9a5c-8f0f6f3a2b11")]
    [InlineData("Contoso.onmicrosoft.com", "Contoso.onmicrosoft.com")]
    [InlineData("default", "default")]
    [InlineData("common", "default")]
    [InlineData("Organizations", "default")]
    [InlineData("a", "a")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("contoso_com", null)]
    [InlineData("contoso com", null)]
    [InlineData("{7d4cfd97-8e5a-4f8e-9a5c-8f0f6f3a2b11}", null)]
    [InlineData("cöntoso.com", null)]
    [InlineData("a%2Fb", null)]
    public void Read_Segment_IsATenantOrNothing(string? segment, string? name) => TenantName.Read(segment).ShouldBe(name);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Read_LongSegment_HasALimit(int length, bool isTenant) => (TenantName.Read(new string('a', length)) is not null).ShouldBe(isTenant);
}
