using TvmEmulator.Identity;

namespace TvmEmulator.UnitTests.Identity;

public sealed class PermissionTests
{
    [Theory]
    [InlineData("Machine.Read.All", true)]
    [InlineData("Machine.ReadWrite.All", true)]
    [InlineData("Machine.Read", false)]
    [InlineData("Software.Read.All", false)]
    public void IsHeldBy_Application_NeedsOneOfTheRoles(string role, bool isHeld) => Permission.Machine.IsHeldBy(Application(role)).ShouldBe(isHeld);

    [Theory]
    [InlineData("Machine.Read", true)]
    [InlineData("Machine.ReadWrite", true)]
    [InlineData("Machine.Read.All", false)]
    public void IsHeldBy_User_NeedsOneOfTheScopes(string scope, bool isHeld) => Permission.Machine.IsHeldBy(User(scope)).ShouldBe(isHeld);

    [Fact]
    public void IsHeldBy_ForApplicationsOnly_IsNoUser()
    {
        var permission = Permission.Software with { IsForApplicationsOnly = true };

        (permission.IsHeldBy(Application("Software.Read.All")), permission.IsHeldBy(User("Software.Read"))).ShouldBe((true, false));
    }

    private static Caller Application(string role) => new("my-app") { Roles = [role] };

    private static Caller User(string scope) => new("my-app") { Scopes = [scope] };
}
