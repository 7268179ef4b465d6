using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TvmEmulator.UnitTests.Blobs;

/// <summary>Keeps what is logged from warnings on.</summary>
internal class ListLogger : ILogger
{
    public ConcurrentQueue<(string Message, Exception? Exception)> Warnings { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Warnings.Enqueue((formatter(state, exception), exception));
    }
}

/// <summary>The same, for one class.</summary>
internal sealed class ListLogger<T> : ListLogger, ILogger<T>;

/// <summary>Gives all classes one logger.</summary>
internal sealed class OneLogger(ILogger logger) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => logger;

    public void Dispose()
    {
    }
}
