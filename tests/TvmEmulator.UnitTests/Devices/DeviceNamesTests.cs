using TvmEmulator.Tenants.Devices;

namespace TvmEmulator.UnitTests.Devices;

public sealed class DeviceNamesTests
{
    private const int Many = 10_000;

    public static TheoryData<string> Marks => ["2025-01-01/0200", Samples.DefaultMark, "2035-10-01/0800"];

    [Theory]
    [MemberData(nameof(Marks))]
    public void IdOf_TenThousandDevices_IsUniqueLowerCaseHex(string mark)
    {
        var ids = DevicesAt(mark).Select(device => DeviceNames.IdOf(device)).ToList();

        ids.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(Many);
        ids.ShouldAllBe(id => id.Length == 40 && id.All(digit => char.IsAsciiHexDigitLower(digit)));
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void NameOf_TenThousandDevices_IsUniqueInAnyLetterCase(string mark)
    {
        var names = Samples.TenantOf(1, Many).Fleet.Names;

        DevicesAt(mark).Select(device => names.NameOf(device)).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(Many);
    }

    [Fact]
    public void NameOf_SomeDevices_HasNoDot()
    {
        var names = Samples.TenantOf(1, Many).Fleet.Names;

        var withoutDomain = DevicesAt(Samples.DefaultMark).Count(device => !names.NameOf(device).Contains('.', StringComparison.Ordinal));

        withoutDomain.ShouldBeInRange(Many / 100, Many / 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(8)]
    public void NameOf_AnySeed_IsAHostName(long seed)
    {
        var tenant = Samples.TenantOf(seed, 1000);

        var names = Enumerable.Range(0, 1000).Select(ordinal => tenant.Fleet.Names.NameOf(tenant.Fleet.DeviceAt(ordinal, Samples.At("2026-06-30")))).ToList();

        names.Where(name => !name.Split('.').All(label => label.Length is > 0 and < 64 && label.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
            .ShouldBeEmpty();
        names.Where(name => name.Contains('.', StringComparison.Ordinal)).ShouldAllBe(name => name.EndsWith(".example", StringComparison.Ordinal));
    }

    [Fact]
    public void NameOf_DeviceThatStays_IsTheSameAtEveryMark()
    {
        var fleet = Samples.TenantOf(1, 1000).Fleet;
        var (before, after) = (Samples.At("2026-01-01"), Samples.At("2026-06-30"));

        var staying = Enumerable.Range(0, 1000)
            .Select(ordinal => (Before: fleet.DeviceAt(ordinal, before), After: fleet.DeviceAt(ordinal, after)))
            .Where(pair => pair.Before.Key == pair.After.Key)
            .ToList();

        staying.Count.ShouldBeInRange(700, 950);
        staying.ShouldAllBe(pair => fleet.Names.NameOf(pair.Before) == fleet.Names.NameOf(pair.After)
            && fleet.Names.UserOf(pair.Before) == fleet.Names.UserOf(pair.After)
            && DeviceNames.IdOf(pair.Before) == DeviceNames.IdOf(pair.After));
    }

    [Fact]
    public void UserOf_AnyDevice_IsAnAccountName()
    {
        var names = Samples.TenantOf(1, Many).Fleet.Names;

        var users = DevicesAt(Samples.DefaultMark).Select(device => names.UserOf(device)).ToList();

        users.ShouldAllBe(user => user.Length >= 3 && user.All(letter => char.IsAsciiLetterLower(letter)));
        users.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1000);
    }

    private static IEnumerable<Device> DevicesAt(string mark) =>
        Enumerable.Range(0, Many).Select(ordinal => Samples.TenantOf(1, Many).Fleet.DeviceAt(ordinal, Samples.Mark(mark).At));
}
