namespace TvmEmulator.Control;

/// <summary>What a token is to say; null stands for what the token endpoints would say.</summary>
/// <param name="Application">Whose it is.</param>
/// <param name="Audience">Who is to accept it.</param>
/// <param name="Roles">Roles of an application's token.</param>
/// <param name="Scopes">Scopes of a user's token; not together with roles.</param>
/// <param name="ExpiresIn">How long it is valid.</param>
internal sealed record TokenOrder(string? Application, string? Audience, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Scopes, TimeSpan? ExpiresIn);
