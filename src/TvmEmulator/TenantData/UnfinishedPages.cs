namespace TvmEmulator.TenantData;

/// <summary>The saved pages that are not the last ones. Whether the pages behind them are in the folder cannot be known.</summary>
internal sealed class UnfinishedPages
{
    private string? _first;
    private int _others;

    /// <summary>What a user should know about them; nothing when there are none.</summary>
    public IReadOnlyList<string> Notes => _first is null ? [] :
        [$"{_first}{(_others == 0 ? "" : $" and {_others} other files")}: an @odata.nextLink tells of a next page, whose rows are missing unless it is in the folder, too"];

    /// <summary>Takes in a file with a link to a next page.</summary>
    public void Add(string file)
    {
        if (_first is null)
            _first = file;
        else
            _others++;
    }
}
