using System.Text;

namespace TvmEmulator.Control;

/// <summary>The body of a control call that takes a document, YAML or JSON.</summary>
internal static class ControlText
{
    /// <summary>Reads it; what is no UTF-8 becomes replacement characters, which no document needs.</summary>
    public static async Task<string> ReadAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
