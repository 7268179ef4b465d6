using TvmEmulator.Storage;

namespace TvmEmulator.CommandLine;

/// <summary>Shows how far <c>generate</c> has come: a bar for a person, a line for every tenth in a log.</summary>
internal sealed class GenerateProgress(string kind, TextWriter error, bool isTerminal) : IProgress<ExportProgress>, IDisposable
{
    private const int BarLength = 40;

    private bool _isBarOpen;

    /// <inheritdoc/>
    public void Report(ExportProgress value)
    {
        if (isTerminal)
            DrawBar(value);
        else if (value.FillsTenth)
            error.WriteLine($"tvm-emulator: {kind}: {value.Percent} % ({value.Done} of {value.Total} files)");
    }

    /// <summary>Ends the bar's line, so that what follows begins on a line of its own.</summary>
    public void Dispose()
    {
        if (_isBarOpen)
            error.WriteLine();
    }

    private void DrawBar(ExportProgress value)
    {
        var filled = BarLength * value.Percent / 100;
        error.Write($"\r{kind} [{new string('#', filled)}{new string('.', BarLength - filled)}] {value.Percent,3} % ({value.Done} of {value.Total} files)");
        _isBarOpen = true;
    }
}
