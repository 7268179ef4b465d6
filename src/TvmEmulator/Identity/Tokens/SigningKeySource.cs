namespace TvmEmulator.Identity.Tokens;

/// <summary>The signing key, made in the background when it is first asked for: that takes a tenth of a second, which no start should wait for.</summary>
internal sealed class SigningKeySource : IDisposable
{
    private readonly Lazy<Task<SigningKey>> _key = new(() => Task.Run(() => new SigningKey()));

    /// <summary>The key if it is made already.</summary>
    public SigningKey? IfMade => _key is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made } ? made.GetAwaiter().GetResult() : null;

    /// <summary>The key; waits until it is made.</summary>
    public Task<SigningKey> GetAsync(CancellationToken cancellation) => _key.Value.WaitAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => IfMade?.Dispose();
}
