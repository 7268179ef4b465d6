using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TvmEmulator.Assessments;

/// <summary>Pieces of JSON as UTF-8, escaped as everywhere in the service's answers: <c>+</c> and letters of any script stay as they are.</summary>
internal sealed class JsonText
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    /// <summary>Number of bytes so far.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Appends text as it is.</summary>
    public JsonText Raw(string text)
    {
        Encoding.UTF8.GetBytes(text, _bytes);
        return this;
    }

    /// <summary>Appends a quoted string.</summary>
    public JsonText String(string text) => Raw("\"").Inside(text).Raw("\"");

    /// <summary>Appends the inside of a quoted string.</summary>
    public JsonText Inside(string text)
    {
        _bytes.Write(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        return this;
    }

    /// <summary>Everything so far.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
