using System.Text.Json;

namespace TvmEmulator.Configuration;

/// <summary>Reads the options of <c>tvm-emulator.json</c>, an object of option names without dashes in front.</summary>
internal static class SettingsFile
{
    public const string Name = "tvm-emulator.json";

    /// <summary>Reads the file of a folder, if there is one.</summary>
    public static void Read(string folder, OptionReading into)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return;

        try
        {
            // Read as text, because a byte order mark is no JSON.
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
            ReadObject(document.RootElement, into);
        }
        catch (JsonException exception)
        {
            into.Error(Name + Describe(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            into.Error($"{Name}: cannot be read: {exception.Message}");
        }
    }

    private static void ReadObject(JsonElement root, OptionReading into)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            into.Error($"{Name}: an object of options is needed");
            return;
        }

        foreach (var property in root.EnumerateObject())
            ReadProperty(property, into);
    }

    private static void ReadProperty(JsonProperty property, OptionReading into)
    {
        var option = OptionTable.All.FirstOrDefault(entry => entry.Key == property.Name);
        if (option is null)
            into.Error($"{Name}: unknown key {property.Name}, {EditDistance.Advice(property.Name, [.. OptionTable.All.Select(entry => entry.Key)])}");
        else if (Text(property.Value) is { } text)
            into.Set(option, text, $"{Name}: {property.Name} {option.Shown(text)}");
        else
            into.Error($"{Name}: {property.Name}: a string, a number or a boolean is needed");
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>The exception's text without its own, zero-based place.</summary>
    private static string Describe(JsonException exception)
    {
        var what = exception.Message.Split(" LineNumber:")[0].TrimEnd('.');
        return exception.LineNumber is { } line ? $", line {line + 1}: {what}" : $": {what}";
    }
}
