namespace TvmEmulator.Control;

/// <summary>Whether the emulator serves: its tenant stands and a request through the real pipeline has succeeded.</summary>
internal sealed class Readiness
{
    private volatile bool _isReady;

    /// <summary>Whether it serves.</summary>
    public bool IsReady => _isReady;

    /// <summary>Says that it serves from now on.</summary>
    public void Set() => _isReady = true;
}
