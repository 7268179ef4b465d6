using System.Buffers;
using System.Text.Json;

namespace TvmEmulator.OData.Queries;

/// <summary>
/// The JSON of an answer on its way to the caller. It is sent in pieces, so memory stays small however long the answer becomes. Until the first piece is
/// sent the answer has not begun: when a row cannot be written, something else can be answered in its place.
/// </summary>
internal sealed class AnswerStream : IDisposable
{
    // Enough to keep the pipe busy, little enough to keep memory small.
    private const int PieceBytes = 64 * 1024;

    private readonly HttpContext _http;
    private readonly ArrayBufferWriter<byte> _piece = new();

    public AnswerStream(HttpContext http)
    {
        _http = http;
        Json = new Utf8JsonWriter(_piece, RowJson.Options);
    }

    /// <summary>What writes the answer.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Whether nobody reads any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Stops the work for a caller who has left.</summary>
    public CancellationToken Cancelled => _http.RequestAborted;

    /// <summary>Sends what has been written, if it is enough for a piece.</summary>
    public ValueTask SendAsync() => _piece.WrittenCount + Json.BytesPending < PieceBytes ? ValueTask.CompletedTask : SendRestAsync();

    /// <summary>Sends what has been written.</summary>
    public async ValueTask SendRestAsync()
    {
        Json.Flush();
        IsClosed = (await _http.Response.BodyWriter.WriteAsync(_piece.WrittenMemory, Cancelled)).IsCompleted;
        _piece.ResetWrittenCount();
    }

    public void Dispose() => Json.Dispose();
}
