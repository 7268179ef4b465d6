namespace TvmEmulator.Tenants.Given;

/// <summary>The update that a row recommends.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Id">Its number, such as that of a KB article.</param>
/// <param name="Url">Where it is.</param>
/// <param name="IsAvailable">Whether there is one.</param>
public sealed record GivenUpdate(string? Name, string? Id, string? Url, bool? IsAvailable);
