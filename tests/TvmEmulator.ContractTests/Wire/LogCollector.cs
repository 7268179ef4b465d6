using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TvmEmulator.ContractTests.Wire;

/// <summary>Keeps every log message, and tells when a request has come to its end.</summary>
internal sealed class LogCollector : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _messages = new();
    private readonly SemaphoreSlim _begun = new(0);
    private readonly SemaphoreSlim _ended = new(0);

    /// <summary>Warnings and worse.</summary>
    public IEnumerable<string> Complaints => _messages.Where(message => message.Level >= LogLevel.Warning).Select(message => $"{message.Level}: {message.Text}");

    /// <summary>Waits until the hosting layer reports the beginning of one more request.</summary>
    public async Task RequestBegunAsync() => (await _begun.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("the request did not begin");

    /// <summary>Waits until the hosting layer reports the end of one more request.</summary>
    public async Task RequestEndedAsync() => (await _ended.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue("the request did not end");

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        _messages.Enqueue((logLevel, exception is null ? text : $"{text} {exception}"));
        if (text.StartsWith("Request starting", StringComparison.Ordinal))
            _begun.Release();
        if (text.StartsWith("Request finished", StringComparison.Ordinal))
            _ended.Release();
    }

    public void Dispose()
    {
        _begun.Dispose();
        _ended.Dispose();
    }
}
