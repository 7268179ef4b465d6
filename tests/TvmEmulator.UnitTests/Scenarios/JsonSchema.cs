using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TvmEmulator.UnitTests.Scenarios;

/// <summary>As much of JSON Schema (draft 2020-12) as the scenarios' schema needs; a keyword that it does not know is an error.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    /// <summary>Everything that is wrong with a document; empty when it is valid.</summary>
    public IReadOnlyList<string> Validate(JsonNode? document) => [.. Errors(root, document, "")];

    private IEnumerable<string> Errors(JsonObject schema, JsonNode? value, string place) =>
        schema.SelectMany(keyword => Errors(schema, keyword.Key, keyword.Value, value, place));

    private IEnumerable<string> Errors(JsonObject schema, string keyword, JsonNode? rule, JsonNode? value, string place) => keyword switch
    {
        "$schema" or "title" or "description" or "$defs" => [],
        "$ref" => Errors(root["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, place),
        "type" => Unless((rule is JsonArray types ? types.Select(type => type!.GetValue<string>()) : [rule!.GetValue<string>()]).Any(type => IsOf(type, value)), $"is not {rule}"),
        "const" => Unless(JsonNode.DeepEquals(rule, value), $"is not {rule!.ToJsonString()}"),
        "enum" => Unless(rule!.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), $"is not one of {rule.ToJsonString()}"),
        "required" => value is JsonObject given ? rule!.AsArray().Select(key => key!.GetValue<string>()).Where(key => !given.ContainsKey(key)).Select(key => $"{place}: {key} is missing") : [],
        "properties" => value is JsonObject members ? rule!.AsObject().Where(property => members.ContainsKey(property.Key)).SelectMany(property => Errors(property.Value!.AsObject(), members[property.Key], $"{place}/{property.Key}")) : [],
        "additionalProperties" => value is JsonObject all ? all.Where(member => schema["properties"]?.AsObject().ContainsKey(member.Key) != true).Select(member => $"{place}: {member.Key} is not known") : [],
        "items" => value is JsonArray items ? items.SelectMany((item, index) => Errors(rule!.AsObject(), item, $"{place}/{index}")) : [],
        "maxItems" => Unless(value is not JsonArray { Count: var count } || count <= rule!.GetValue<int>(), $"has more than {rule}"),
        "minLength" => Unless(Text(value) is not { } text || text.Length >= rule!.GetValue<int>(), $"is shorter than {rule}"),
        "maxLength" => Unless(Text(value) is not { } text || text.Length <= rule!.GetValue<int>(), $"is longer than {rule}"),
        "pattern" => Unless(Text(value) is not { } text || Regex.IsMatch(text, rule!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(10)), $"does not look like {rule}"),
        "minimum" => Unless(Number(value) is not { } number || number >= rule!.GetValue<decimal>(), $"is less than {rule}"),
        "maximum" => Unless(Number(value) is not { } number || number <= rule!.GetValue<decimal>(), $"is more than {rule}"),
        "oneOf" => Unless(Valid(rule!, value) == 1, $"is {Valid(rule!, value)} of what one is needed"),
        "anyOf" => Unless(Valid(rule!, value) > 0, "is nothing of what is needed"),
        "not" => Unless(Errors(rule!.AsObject(), value, place).Any(), $"is what must not be: {rule.ToJsonString()}"),
        _ => throw new NotSupportedException($"keyword {keyword}"),
    };

    private int Valid(JsonNode choices, JsonNode? value) => choices.AsArray().Count(choice => !Errors(choice!.AsObject(), value, "").Any());

    private static IEnumerable<string> Unless(bool isGood, string error) => isGood ? [] : [error];

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => Number(value) is { } number && number == decimal.Truncate(number),
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "null" => value is null,
        _ => throw new NotSupportedException($"type {type}"),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), out var number) ? number : null;
}
