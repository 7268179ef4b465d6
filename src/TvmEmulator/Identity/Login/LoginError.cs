namespace TvmEmulator.Identity.Login;

/// <summary>An error as Entra writes it.</summary>
internal sealed record LoginError(
    string Error, string ErrorDescription, IReadOnlyList<int> ErrorCodes, string Timestamp, Guid TraceId, Guid CorrelationId, string ErrorUri);
