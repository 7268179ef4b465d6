using System.Reflection;

namespace TvmEmulator;

/// <summary>The version of the emulator.</summary>
internal static class EmulatorVersion
{
    /// <summary>As packages have it, without what a build appends.</summary>
    public static string Text { get; } =
        typeof(EmulatorVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
