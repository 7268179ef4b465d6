using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck.Fluent;
using TvmEmulator.Faults;
using TvmEmulator.Scenarios;
using TvmEmulator.UnitTests.Faults;

namespace TvmEmulator.UnitTests.Scenarios;

public sealed class FaultRoundTripTests
{
    [Fact]
    public void Read_RuleThatWasWritten_IsTheSame() =>
        Prop.ForAll(Rule.Any.ToArbitrary(), rule => FaultListReader.Read(Written(rule)) is { Rules: [var read] } && read == rule)
            .Hold(cases: 500);

    private static string Written(FaultRule rule)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = rule.Id.Length % 2 == 0, IndentCharacter = '\t', IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            rule.WriteTo(json);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
