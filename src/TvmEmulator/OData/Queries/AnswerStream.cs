using System.Text.Json;

namespace TvmEmulator.OData.Queries;

/// <summary>The JSON of an answer on its way to the caller. It is sent in pieces, so memory stays small however long the answer becomes.</summary>
internal sealed class AnswerStream(HttpContext http) : IAsyncDisposable
{
    // Enough to keep the pipe busy, little enough to keep memory small.
    private const int PieceBytes = 64 * 1024;

    private long _sent;

    /// <summary>What writes the answer.</summary>
    public Utf8JsonWriter Json { get; } = new(http.Response.BodyWriter, RowJson.Options);

    /// <summary>Whether nobody reads any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Stops the work for a caller who has left.</summary>
    public CancellationToken Cancelled => http.RequestAborted;

    /// <summary>Sends what has been written, if it is enough for a piece.</summary>
    public ValueTask SendAsync() => Json.BytesCommitted + Json.BytesPending - _sent < PieceBytes ? ValueTask.CompletedTask : SendPieceAsync();

    public ValueTask DisposeAsync() => Json.DisposeAsync();

    private async ValueTask SendPieceAsync()
    {
        await Json.FlushAsync(Cancelled);
        _sent = Json.BytesCommitted;
        IsClosed = (await http.Response.BodyWriter.FlushAsync(Cancelled)).IsCompleted;
    }
}
