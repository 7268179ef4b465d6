namespace TvmEmulator.Admission;

/// <summary>Marks a route below <c>/api</c> that answers without a token.</summary>
internal sealed class NeedsNoToken
{
    private NeedsNoToken()
    {
    }

    /// <summary>The one instance.</summary>
    public static NeedsNoToken Instance { get; } = new();
}
