using System.IO.Compression;
using System.Text.Json;
using TvmEmulator.TenantData;

namespace TvmEmulator.Redaction;

/// <summary>Copies the files of an organization with pseudonyms in place of its names. It goes through them twice: the first time it learns the names.</summary>
internal sealed class FolderRedaction
{
    private readonly NameBook _names = new();
    private readonly Pseudonyms _pseudonyms;
    private readonly TextRedaction _redaction;

    /// <param name="key">What the pseudonyms follow from.</param>
    public FolderRedaction(byte[] key)
    {
        _pseudonyms = new Pseudonyms(key);
        _redaction = new TextRedaction(_names, _pseudonyms);
    }

    /// <summary>How many names of each kind were replaced.</summary>
    public IEnumerable<(NameKind Kind, int Count)> Counts => _pseudonyms.Counts;

    /// <summary>The columns that nothing is known of; complete once the files were written.</summary>
    public UnknownColumns UnknownColumns { get; } = new();

    /// <summary>Writes the files, and stops at the first that is no JSON; what is written by then has no names either.</summary>
    /// <param name="files">The files.</param>
    /// <param name="output">Where they go; a file that is there stays as it is.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="TenantDataException">A file is wrong or cannot be read.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(IReadOnlyList<DataFile> files, string output, CancellationToken cancellation)
    {
        foreach (var file in files)
            ForEachChunk(file, chunk => TextTokens.Visit(chunk, (column, rule, text) => Learn(file, column, rule, text)), cancellation);
        foreach (var file in files)
            Write(file, Path.Combine([output, .. _redaction.RedactPath(file.Name).Split('/')]), cancellation);
    }

    private void Learn(DataFile file, string column, ColumnRule rule, string text)
    {
        if (!ColumnRules.IsKnown(column))
            UnknownColumns.Add(column, file.Name);
        if (rule == ColumnRule.DeviceName)
            _names.AddDeviceName(text);
        else if (rule == ColumnRule.Id)
            _names.AddDeviceId(text.Split('_')[0]);
        else if (rule == ColumnRule.GroupName)
            _names.AddGroup(text);
        else if (rule is ColumnRule.Text or ColumnRule.Addresses)
            LearnUsers(text);
    }

    private void LearnUsers(string text)
    {
        foreach (var user in TextRedaction.UsersIn(text))
            _names.AddUser(user);
    }

    private void Write(DataFile file, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var stream = file.IsCompressed ? new GZipStream(target, CompressionLevel.Optimal) : (Stream)new BufferedStream(target);
        ForEachChunk(file, chunk => TextTokens.Copy(chunk, (_, rule, text) => _redaction.Redact(rule, text), stream), cancellation);
    }

    private static void ForEachChunk(DataFile file, ChunkAction action, CancellationToken cancellation)
    {
        var place = new DataPlace(file.Name, 1);
        try
        {
            using var stream = file.Open();
            var chunks = new JsonChunks(stream);
            while (chunks.TryRead(out var chunk))
            {
                cancellation.ThrowIfCancellationRequested();
                place = place with { Line = chunks.Line };
                action(chunk);
            }
        }
        catch (JsonException wrong)
        {
            throw new TenantDataException([$"{place with { Line = place.Line + (int)(wrong.LineNumber ?? 0) }}: is not JSON, from byte {wrong.BytePositionInLine + 1} on"], wrong);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            throw new TenantDataException([$"{place}: {(wrong is InvalidDataException ? wrong.Message : "holds text that is not valid")}"], wrong);
        }
    }

    private delegate void ChunkAction(ReadOnlySpan<byte> chunk);
}
