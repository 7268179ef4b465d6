using FsCheck;

namespace TvmEmulator.UnitTests;

/// <summary>Runs properties with a fixed seed, so that a failure can be repeated and a run takes the same time every day.</summary>
internal static class Properties
{
    public static void Hold(this Property property, int cases = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_260_630, 4_711), property);
}
