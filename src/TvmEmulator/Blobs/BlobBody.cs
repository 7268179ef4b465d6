namespace TvmEmulator.Blobs;

/// <summary>Sends bytes of a file.</summary>
internal static class BlobBody
{
    // Read straight into large spans of the response: several times faster than SendFileAsync and memory maps.
    private const int SpanBytes = 256 * 1024;

    /// <summary>Sends a range; stops when the caller is gone.</summary>
    public static async Task SendAsync(HttpContext context, StoredFile file, BlobRange range)
    {
        var writer = context.Response.BodyWriter;
        var offset = range.First;
        var end = range.First + range.Count;
        while (offset < end)
        {
            var span = writer.GetSpan(SpanBytes);
            var read = RandomAccess.Read(file.Handle, span[..(int)Math.Min(span.Length, end - offset)], offset);
            writer.Advance(read);
            offset += read;
            // Nothing read: somebody cut the file short behind our back. A cut connection tells the caller so.
            if (read == 0 || (await writer.FlushAsync()).IsCompleted || context.RequestAborted.IsCancellationRequested)
            {
                if (offset < end)
                    context.Abort();
                return;
            }
        }
    }
}
