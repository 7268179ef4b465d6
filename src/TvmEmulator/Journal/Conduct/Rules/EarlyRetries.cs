namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds calls that come before the Retry-After of a 429 has passed.</summary>
internal sealed class EarlyRetries(FindingLog found) : ConductRule(found)
{
    private readonly BoundedMap<CallerRoute, Call> _throttled = new();

    public override void Begin(Call call)
    {
        if (!_throttled.TryGet(call.Source, out var throttled))
            return;

        // Time that has gone back says nothing about how long the caller has waited.
        if (call.Entry.Time >= throttled.Entry.Time && call.Entry.Time < MayCallAt(throttled))
            Found.Note(FindingKind.RetryTooEarly, call, cause: throttled);
        else
            _throttled.Remove(call.Source);
    }

    public override void End(Call call, CallAnswer answer)
    {
        if (call is not { Route: not null, Entry: { Status: StatusCodes.Status429TooManyRequests, RetryAfter: not null } })
            return;
        if (!_throttled.TryGet(call.Source, out var throttled) || MayCallAt(call) > MayCallAt(throttled))
            _throttled.Set(call.Source, call);
    }

    // From the beginning of the refused call, so that who waits as told is never taken for early.
    private static DateTimeOffset MayCallAt(Call throttled) => throttled.Entry.Time.AddSeconds(throttled.Entry.RetryAfter ?? 0);
}
