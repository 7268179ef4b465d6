using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants;
using TvmEmulator.Tenants.Given;

namespace TvmEmulator.TenantData;

/// <summary>Reads an organization from a folder of export files, or of pages that were saved.</summary>
internal sealed class TenantDataFolder
{
    /// <summary>The most rows that are read.</summary>
    public const int MostRows = 50_000_000;

    private readonly TenantDataProblems _problems = new();
    private readonly GivenOrganizationBuilder _builder = new();
    private readonly RowParser _parser;
    private readonly RowBinder _binder;
    private readonly RowKeeper _keeper;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly UnfinishedPages _unfinished = new();
    private readonly CancellationToken _cancellation;
    private int _rows;

    private TenantDataFolder(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _parser = new RowParser(_problems);
        _binder = new RowBinder(_builder, _problems);
        _keeper = new RowKeeper(_builder, _problems);
    }

    /// <summary>The organization of the options; null when they name none.</summary>
    /// <exception cref="TenantDataException">Something is wrong with the files.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static GivenOrganization? Of(EmulatorOptions options, CancellationToken cancellation = default) =>
        options.TenantData is { } folder ? Read(folder, cancellation) : null;

    /// <summary>Reads a folder, with all folders below.</summary>
    /// <exception cref="TenantDataException">Something is wrong with the files.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static GivenOrganization Read(string folder, CancellationToken cancellation = default)
    {
        var files = DataFile.In(folder).Where(file => file.HoldsRows).ToList();
        var reading = new TenantDataFolder(cancellation);
        using (reading._hash)
        {
            foreach (var file in files)
                reading.Read(file);
            return reading.Build(folder, files.Count);
        }
    }

    private GivenOrganization Build(string folder, int files)
    {
        _problems.ThrowIfAny();
        if (_rows == 0)
            throw new TenantDataException([$"{folder}: {(files == 0 ? "no file ends in .json, .jsonl, .ndjson, or one of them and .gz" : $"no row in {files} files")}"]);
        if (_builder.Devices > Tenant.MostDevices)
            throw new TenantDataException([$"{folder}: {_builder.Devices} devices, at most {Tenant.MostDevices} are possible"]);
        try
        {
            return _builder.Build(_hash.GetHashAndReset(), _unfinished.Notes);
        }
        catch (InvalidDataException tooMuch)
        {
            throw new TenantDataException([$"{folder}: {tooMuch.Message}"], tooMuch);
        }
    }

    private void Read(DataFile file)
    {
        RowKind? kind = null;
        var place = new DataPlace(file.Name, 1);
        try
        {
            using var stream = file.Open();
            var chunks = new JsonChunks(stream);
            while (chunks.TryRead(out var chunk))
            {
                _cancellation.ThrowIfCancellationRequested();
                place = place with { Line = chunks.Line };
                if (JsonChunks.IsBlank(chunk))
                    continue;
                _hash.AppendData(chunk);
                if (!(chunks.IsDocument ? ReadDocument(JsonChunks.WithoutMark(chunk), place, ref kind) : ReadLine(JsonChunks.WithoutMark(chunk), place, ref kind)))
                    return;
            }
        }
        catch (InvalidDataException unreadable)
        {
            _problems.Add(place, unreadable.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new DataPlace(file.Name), $"cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>Reads a line with one row; answers false when nothing more can be read from the file.</summary>
    private bool ReadLine(ReadOnlySpan<byte> line, DataPlace place, ref RowKind? kind)
    {
        // Of what breaks off, the place is behind its last byte, not on the next line.
        var reader = new Utf8JsonReader(line.TrimEnd("\r\n"u8));
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                _problems.Add(place, "is not a row: each line must be a JSON object");
                return true;
            }

            kind ??= KindOf(reader, place);
            if (kind is null)
                return false;
            ReadRow(ref reader, place, kind);
            if (reader.Read())
                _problems.Add(place, "holds more than one JSON object");
        }
        catch (JsonException wrong)
        {
            _problems.Add(place, $"is not JSON, from byte {wrong.BytePositionInLine + 1} on");
        }

        return true;
    }

    private bool ReadDocument(ReadOnlySpan<byte> document, DataPlace place, ref RowKind? kind)
    {
        var reader = new Utf8JsonReader(document);
        var counted = 0;
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && !EnterRows(ref reader, place))
                return true;

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                place = place with { Line = place.Line + document[counted..(int)reader.TokenStartIndex].Count((byte)'\n') };
                counted = (int)reader.TokenStartIndex;
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    _problems.Add(place, "is not a row: the list must hold JSON objects");
                    reader.Skip();
                    continue;
                }

                kind ??= KindOf(reader, place);
                if (kind is null)
                    return false;
                ReadRow(ref reader, place, kind);
            }

            while (EnterRows(ref reader, place))
                reader.Skip();
            while (reader.Read())
            {
            }
        }
        catch (JsonException wrong)
        {
            _problems.Add(place with { Line = (int)(wrong.LineNumber ?? 0) + 1 }, $"is not JSON, from byte {wrong.BytePositionInLine + 1} on");
        }

        return true;
    }

    private void ReadRow(ref Utf8JsonReader reader, DataPlace place, RowKind kind)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_rows > MostRows)
            throw new TenantDataException([$"{place}: there are more than {MostRows} rows"]);
        var row = reader;
        if (!_parser.Read(ref reader, place))
            return;
        if (kind.Kept is not { } kept)
            _binder.Add(kind, _parser.Values, place);
        else if (_binder.AddDevice(_parser.Values, place) is { } device)
            _keeper.Add(kept, device, row, place);
    }

    /// <summary>Goes to the array of a page, and notes a link to the next one on the way.</summary>
    private bool EnterRows(ref Utf8JsonReader reader, DataPlace place)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("value"u8);
            var isNextLink = reader.ValueTextEquals("@odata.nextLink"u8);
            reader.Read();
            if (isRows && reader.TokenType == JsonTokenType.StartArray)
                return true;
            if (isNextLink && reader.TokenType == JsonTokenType.String)
                _unfinished.Add(place.File);
            reader.Skip();
        }

        return false;
    }

    /// <summary>The kind of the file that begins with a row; null, which is noted, when it is unclear.</summary>
    private RowKind? KindOf(Utf8JsonReader row, DataPlace place)
    {
        var columns = new List<string>();
        while (row.Read() && row.TokenType == JsonTokenType.PropertyName)
        {
            columns.Add(Encoding.UTF8.GetString(row.ValueSpan));
            row.Skip();
        }

        var kind = RowKind.Of(columns);
        if (kind is null)
            _problems.Add(place, $"no assessment has these columns; needed are deviceId and, for example, {string.Join("; ", RowKind.All.Take(2).Select(known => $"{string.Join(" and ", known.Marks)} ({known.Name})"))}");
        return kind;
    }
}
