namespace TvmEmulator;

/// <summary>The emulator cannot listen where it was told to.</summary>
public sealed class AddressUnavailableException : Exception
{
    internal AddressUnavailableException(string option, string value, string reason, Exception inner)
        : base($"{option} {value}: {reason}", inner)
    {
    }
}
