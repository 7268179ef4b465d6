using System.Globalization;
using System.Text;
using TvmEmulator.Assessments;
using TvmEmulator.Configuration;
using TvmEmulator.Faults.Actions;
using TvmEmulator.Scenarios.Documents;

namespace TvmEmulator.Scenarios;

/// <summary>Reads the action of a fault rule: its kind, and the members that go with it.</summary>
internal static class FaultActionReader
{
    private const int MostBytes = 1 << 30;
    private const int MostSeconds = 24 * 60 * 60;
    private const int MostOfName = 128;

    private static readonly Dictionary<string, Func<ObjectReader, FaultAction>> Kinds = new(StringComparer.Ordinal)
    {
        ["status"] = ReadStatus,
        ["throttle"] = action => new ThrottleFault(ReadRetryAfter(action.Need("retryAfter"))),
        ["empty"] = _ => new EmptyFault(),
        ["expire-token"] = action => new ExpireTokenFault((int)(action.Need("afterCalls").WholeNumber("afterCalls", 0, 1_000_000) ?? 0)),
        ["delay"] = ReadDelay,
        ["drip"] = action => new DripFault((int)(action.Need("bytesPerSecond").WholeNumber("bytesPerSecond", 1, MostBytes) ?? 1)),
        ["reset"] = action => new ResetFault(action.Need("afterBytes").WholeNumber("afterBytes", 0, MostBytes) ?? 0),
        ["truncate"] = ReadTruncate,
        ["corrupt"] = action => new CorruptFault(action.Need("atByte").WholeNumber("atByte", 0, MostBytes) ?? 0),
        ["two-members"] = _ => new TwoMembersFault(),
        ["expired-links"] = _ => new ExpiredLinksFault(),
        ["next-link"] = action => new NextLinkFault(action.Need("mode").Word<NextLinkMode>("mode") ?? default),
        ["empty-page"] = _ => new EmptyPageFault(),
        ["extra-column"] = action => new ExtraColumnFault(action.Need("name", "value").Text("name", MostOfName) ?? "", ReadValue(action)),
        ["null-column"] = action => new NullColumnFault(action.Need("name").Text("name", MostOfName) ?? ""),
    };

    /// <summary>Reads an action; null when its kind is not known.</summary>
    public static FaultAction? Read(ObjectReader action)
    {
        if (action.Need("kind").OneOf("kind", Kinds.Keys) is not { } kind)
            return null;

        var read = Kinds[kind](action);
        action.End();
        return read;
    }

    /// <summary>Whether a text can stand in a path and in a header as it is.</summary>
    public static bool IsPlain(string text) => text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');

    private static StatusFault ReadStatus(ObjectReader action)
    {
        var status = (int)(action.Need("status").WholeNumber("status", 400, 599) ?? 400);
        var body = action.Word<StatusBody>("body") ?? StatusBody.Envelope;
        // A gateway says nothing of its own, and not when to come back.
        if (body == StatusBody.Html)
            action.NotBeside("body", "code", "message", "retryAfter");
        if (body == StatusBody.Empty)
            action.NotBeside("body", "code", "message");
        var code = action.Text("code", MostOfName);
        if (code is not null && !IsPlain(code))
            action.Wrong("code", $"{DocumentErrors.Quoted(code)} may hold letters, digits, dots, dashes and underscores only");
        return new StatusFault(status, body, code, action.Text("message"), (int?)action.WholeNumber("retryAfter", 1, MostSeconds));
    }

    private static int? ReadRetryAfter(ObjectReader action)
    {
        var seconds = action.Value<int>("retryAfter", $"a whole number from 1 to {MostSeconds}, or none,", scalar => scalar switch
        {
            { Kind: ScalarKind.Text, Text: "none" } => 0,
            { Kind: ScalarKind.Number } when int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostSeconds => number,
            _ => null,
        });
        return seconds > 0 ? seconds : null;
    }

    private static DelayFault ReadDelay(ObjectReader action)
    {
        action.NeedOneOf("by", "perRow");
        return new DelayFault(ReadDelay(action, "by"), ReadDelay(action, "perRow"));
    }

    private static TimeSpan ReadDelay(ObjectReader action, string key) => action.Parsed(
        key,
        $"{DurationText.Needed}, more than nothing and at most {FaultAction.MostDelay:c},",
        text => DurationText.Parse(text) is { } duration && duration > TimeSpan.Zero && duration <= FaultAction.MostDelay ? duration : (TimeSpan?)null) ?? TimeSpan.Zero;

    private static TruncateFault ReadTruncate(ObjectReader action)
    {
        action.NeedOneOf("afterBytes", "fraction");
        action.AtMostOneOf("afterBytes", "fraction");
        return new TruncateFault(action.WholeNumber("afterBytes", 0, MostBytes), action.Number("fraction", 0, 1));
    }

    /// <summary>A value as JSON.</summary>
    private static string ReadValue(ObjectReader action)
    {
        switch (action.Scalar("value"))
        {
            case { Kind: ScalarKind.Boolean, Text: var flag }:
                return flag.ToLowerInvariant();
            case { Kind: ScalarKind.Number, Text: var digits }:
                if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    return number.ToString(CultureInfo.InvariantCulture);
                action.Wrong("value", $"a number between {decimal.MinValue} and {decimal.MaxValue} is needed");
                return "null";
            case { Kind: ScalarKind.Text, Text: var text }:
                return Encoding.UTF8.GetString(new JsonText().String(text).ToArray());
            default:
                return "null";
        }
    }
}
