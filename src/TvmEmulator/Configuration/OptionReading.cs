namespace TvmEmulator.Configuration;

/// <summary>The options as they grow from source to source, with everything that was wrong on the way.</summary>
/// <param name="workingDirectory">What a relative path is relative to.</param>
internal sealed class OptionReading(string workingDirectory)
{
    private readonly List<string> _errors = [];
    private readonly List<string> _warnings = [];
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private EmulatorOptions _options = new();

    /// <summary>What all good values make, with full paths; a bad value changes nothing.</summary>
    public EmulatorOptions Options => _options with
    {
        CacheDir = FullPath(_options.CacheDir),
        ScenarioFile = FullPath(_options.ScenarioFile),
        TenantData = FullPath(_options.TenantData),
        Tls = _options.Tls with { Dir = FullPath(_options.Tls.Dir), CertFile = FullPath(_options.Tls.CertFile), KeyFile = FullPath(_options.Tls.KeyFile) },
    };

    /// <summary>One line each; with any of them nothing may be started.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Applies a value, over those of sources before.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">The value.</param>
    /// <param name="place">Source, name and value, as the error line shows them.</param>
    public void Set(OptionEntry option, string text, string place)
    {
        if (option.Rule.Apply(_options, text) is { } changed)
            (_options, _places[option.Name]) = (changed, place);
        else
            Error($"{place}: {option.Rule.Needed} is needed");
    }

    /// <summary>Notes options of any source that contradict each other; after the last source.</summary>
    public void CheckTogether()
    {
        foreach (var generated in (string[])["--devices", "--seed"])
        {
            if (_options.TenantData is not null && _places.TryGetValue(generated, out var place))
                Error($"{place}: not beside --tenant-data, whose files say how large the organization is and what it has");
        }
    }

    /// <summary>Notes what keeps the emulator from starting.</summary>
    public void Error(string line) => _errors.Add(line);

    /// <summary>Notes what may be a mistake.</summary>
    public void Warning(string line) => _warnings.Add(line);

    private string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path, workingDirectory);
}
