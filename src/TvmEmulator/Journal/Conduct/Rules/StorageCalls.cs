using TvmEmulator.Pipeline;

namespace TvmEmulator.Journal.Conduct.Rules;

/// <summary>Finds requests to the storage account that bring a token, or come too late.</summary>
internal sealed class StorageCalls(FindingLog found) : ConductRule(found)
{
    public override void End(Call call, CallAnswer answer)
    {
        if (answer.Facts is not BlobFacts blob)
            return;
        if (blob.HasAuthorization)
            Found.Note(FindingKind.BearerToStorage, call);
        if (blob.IsExpired)
            Found.Note(FindingKind.LinkAfterExpiry, call);
    }
}
