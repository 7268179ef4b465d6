namespace TvmEmulator.Identity;

/// <summary>Who sent a request, as far as its Authorization header says.</summary>
internal sealed record Caller(string Application)
{
    /// <summary>A caller without a token, or with one that says nothing.</summary>
    public static Caller Anonymous { get; } = new("anonymous");
}
