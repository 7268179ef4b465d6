using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds applications that get a new token for every call or two.</summary>
internal sealed class TokenUse(FindingLog found) : ConductRule(found)
{
    private const int FewestCalls = 10;

    private readonly BoundedMap<string, Use> _uses = new();

    public override void End(Call call, CallAnswer answer)
    {
        if (answer.Facts is TokenFacts token)
            UseOf(token.Application).AddToken(call);
        else if (call.Route is { Permission: not null })
            UseOf(call.Entry.Application).Calls++;
    }

    public override void Conclude(DateTimeOffset now, FindingLog found)
    {
        foreach (var (application, use) in _uses.Entries)
        {
            if (use.Calls >= FewestCalls && use.Tokens > use.Calls / 2.0)
                found.Note(FindingKind.TokenPerCall, new CallerRoute(application, use.FirstTokens[0].Source.Route), use.Tokens, use.FirstTokens);
        }
    }

    private Use UseOf(string application) => _uses.GetOrAdd(application, static () => new Use());

    private sealed class Use
    {
        public int Calls { get; set; }

        public int Tokens { get; private set; }

        public List<Call> FirstTokens { get; } = [];

        public void AddToken(Call call)
        {
            Tokens++;
            if (FirstTokens.Count < FindingLog.MostCalls)
                FirstTokens.Add(call);
        }
    }
}
