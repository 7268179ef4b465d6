using System.CommandLine;
using System.CommandLine.Parsing;
using TvmEmulator.Configuration;

namespace TvmEmulator.CommandLine;

/// <summary>
/// The commands and options of the command line. System.CommandLine only takes the words apart: its own errors, help and exit codes are
/// not used, because every error of every source is told at once and in one way.
/// </summary>
internal sealed class CommandLineSyntax
{
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private readonly (OptionEntry Entry, Option<string> Option)[] _options = [.. OptionTable.All.Select(entry => (entry, OptionOf(entry)))];
    private readonly Option<bool> _help = new("--help", "-h", "-?") { Arity = ArgumentArity.Zero, Recursive = true };
    private readonly Option<bool> _version = new("--version") { Arity = ArgumentArity.Zero, Recursive = true };
    private readonly Option<string> _output = new("--output") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _key = new("--key") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string> _folder = new("DIR") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Command _serve = new("serve");
    private readonly Command _generate = new("generate");
    private readonly Command _healthcheck = new("healthcheck");
    private readonly Command _authority = new("ca");
    private readonly Command _redact = new("redact") { TreatUnmatchedTokensAsErrors = false };
    private readonly Command _root;

    public CommandLineSyntax()
    {
        _root = new Command("tvm-emulator") { TreatUnmatchedTokensAsErrors = false, Subcommands = { _serve, _generate, _redact, _healthcheck, _authority } };
        _generate.Options.Add(_output);
        _redact.Arguments.Add(_folder);
        _redact.Options.Add(_output);
        _redact.Options.Add(_key);
        foreach (var option in (IEnumerable<Option>)[.. _options.Select(pair => pair.Option), _help, _version])
            _root.Options.Add(option);
    }

    /// <summary>Takes the words of a command line apart.</summary>
    public ParseResult Parse(IReadOnlyList<string> args) => _root.Parse(args, Plain);

    public bool AsksForHelp(ParseResult parsed) => parsed.GetValue(_help);

    public bool AsksForVersion(ParseResult parsed) => parsed.GetValue(_version);

    public bool AsksForHealth(ParseResult parsed) => parsed.CommandResult.Command == _healthcheck;

    public bool AsksForAuthority(ParseResult parsed) => parsed.CommandResult.Command == _authority;

    public bool AsksForFiles(ParseResult parsed) => parsed.CommandResult.Command == _generate;

    public bool AsksForRedaction(ParseResult parsed) => parsed.CommandResult.Command == _redact;

    /// <summary>What <c>redact</c> is told; good once <see cref="Read"/> has found no error.</summary>
    public RedactOrder RedactionOf(ParseResult parsed, string workingDirectory) => new(
        Path.GetFullPath(parsed.GetValue(_folder)!, workingDirectory), Path.GetFullPath(parsed.GetValue(_output)!, workingDirectory), parsed.GetValue(_key));

    /// <summary>The folder that <c>generate</c> writes to; null when it is to write to the storage account.</summary>
    public string? OutputOf(ParseResult parsed, string workingDirectory) =>
        parsed.GetValue(_output) is { } folder ? Path.GetFullPath(folder, workingDirectory) : null;

    /// <summary>Reads the options, and notes words that mean nothing.</summary>
    public void Read(ParseResult parsed, OptionReading into)
    {
        foreach (var (entry, option) in _options)
        {
            if (parsed.GetResult(option) is { } result)
                ReadOption(entry, result, parsed, into);
        }

        if (AsksForFiles(parsed))
            ReadOutput(parsed, into);
        if (AsksForRedaction(parsed))
            ReadRedaction(parsed, into);

        var afterUnknownOption = false;
        foreach (var word in parsed.UnmatchedTokens)
        {
            var isOption = word.StartsWith('-');
            if (isOption)
                into.Error(UnknownOption(word.Split('=')[0]));
            else if (!afterUnknownOption)
                into.Error(UnknownWord(word, parsed));

            // In `--prot 8081` the number is a value, not a word of its own.
            afterUnknownOption = isOption && !word.Contains('=');
        }
    }

    private static Option<string> OptionOf(OptionEntry entry) => new(entry.Name) { Arity = ArgumentArity.ZeroOrOne, Recursive = true };

    private void ReadOption(OptionEntry entry, OptionResult result, ParseResult parsed, OptionReading into)
    {
        if (AsksForHealth(parsed))
            into.Error($"{entry.Name}: not an option of healthcheck, which reads the environment and {SettingsFile.Name}");
        else if (AsksForAuthority(parsed) && entry.Name != "--tls-dir")
            into.Error($"{entry.Name}: not an option of ca");
        else if (AsksForRedaction(parsed))
            into.Error($"{entry.Name}: not an option of redact, which takes {_output.Name} and {_key.Name}");
        else if (AsksForFiles(parsed) && !Generate.Options.Contains(entry.Name, StringComparer.Ordinal))
            into.Error($"{entry.Name}: not an option of generate, which takes {_output.Name}, {string.Join(", ", Generate.Options)}");
        else if (result.IdentifierTokenCount > 1)
            into.Error($"{entry.Name}: given more than once");
        else if (result.Tokens is [{ Value: var text }] && !text.StartsWith("--", StringComparison.Ordinal))
            into.Set(entry, text, $"{entry.Name} {entry.Shown(text)}");
        else
            ReadMissingValue(entry, result, into);
    }

    // An empty text, and so an error that says what is needed. In `--port --prot 1` the parser takes the misspelt option for the value.
    private void ReadMissingValue(OptionEntry entry, OptionResult result, OptionReading into)
    {
        into.Set(entry, "", entry.Name);
        if (entry.IsSecret)
            return;
        foreach (var token in result.Tokens)
            into.Error(UnknownOption(token.Value.Split('=')[0]));
    }

    /// <summary>The one thing that only <c>generate</c> is told: where the files go.</summary>
    private void ReadOutput(ParseResult parsed, OptionReading into)
    {
        var blobs = _options.Single(pair => pair.Entry.Name == "--blobs").Option;
        if (parsed.GetResult(_output) is not { } output)
        {
            // Any error may be the reason why no account is there.
            if (into.Options.Blobs is null && into.Errors.Count == 0)
                into.Error($"generate: {_output.Name} DIR, or {blobs.Name} with a storage account, is needed");
        }
        else if (output.IdentifierTokenCount > 1)
        {
            into.Error($"{_output.Name}: given more than once");
        }
        else if (output.Tokens is not [{ Value: var folder }] || folder.StartsWith("--", StringComparison.Ordinal) || ValueTexts.Folder(folder) is null)
        {
            into.Error($"{_output.Name}: the name of a folder is needed");
        }
        else if (parsed.GetResult(blobs) is not null)
        {
            into.Error($"{_output.Name} and {blobs.Name}: one of them is needed, not both");
        }
    }

    private void ReadRedaction(ParseResult parsed, OptionReading into)
    {
        if (ValueTexts.Folder(parsed.GetValue(_folder) ?? "") is null)
            into.Error("redact: the folder of the files is needed: redact DIR --output DIR");
        if (parsed.GetResult(_output) is not { IdentifierTokenCount: 1, Tokens: [{ Value: var output }] } || output.StartsWith("--", StringComparison.Ordinal) || ValueTexts.Folder(output) is null)
            into.Error($"{_output.Name}: the name of a folder is needed, once");
        if (parsed.GetResult(_key) is { } key && (key is not { IdentifierTokenCount: 1, Tokens: [{ Value: var text }] } || text.StartsWith("--", StringComparison.Ordinal) || text.Length == 0))
            into.Error($"{_key.Name}: a text is needed, once");
    }

    private string UnknownOption(string name) =>
        $"unknown option {name}, {EditDistance.Advice(name, [.. _root.Options.Select(option => option.Name)])}";

    private string UnknownWord(string word, ParseResult parsed) => parsed.CommandResult.Command == _root
        ? $"unknown command {word}, known are {string.Join(", ", _root.Subcommands.Select(command => command.Name))}"
        : $"unknown word {word} after {parsed.CommandResult.Command.Name}";
}
