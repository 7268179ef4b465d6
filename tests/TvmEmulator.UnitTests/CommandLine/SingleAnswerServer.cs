using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TvmEmulator.UnitTests.CommandLine;

/// <summary>Takes one request on a free port of the loopback interface, and answers it with a status or not at all.</summary>
internal sealed class SingleAnswerServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="status">The status line's code and reason; null = no answer until the server is disposed.</param>
    public SingleAnswerServer(string? status)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        RequestLine = AnswerAsync(status);
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>The request's first line, once it has been answered; with no answer, once it is there.</summary>
    public Task<string> RequestLine { get; }

    public void Dispose()
    {
        _released.TrySetResult();
        _listener.Dispose();
    }

    private async Task<string> AnswerAsync(string? status)
    {
        var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var line = await new StreamReader(stream, Encoding.ASCII).ReadLineAsync();
        if (status is not null)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            client.Dispose();
        }
        else
        {
            _ = _released.Task.ContinueWith(_ => client.Dispose(), TaskScheduler.Default);
        }

        return line!;
    }
}
