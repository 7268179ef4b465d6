namespace TvmEmulator.Control;

/// <summary>What the control API says when it refuses a call.</summary>
internal sealed record ControlError(ControlError.Description Error)
{
    internal sealed record Description(string Code, string Message);
}
