using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using TvmEmulator.Configuration;
using TvmEmulator.OData;
using TvmEmulator.Tls;

namespace TvmEmulator.Control;

/// <summary>Lets calls below <c>/_emulator</c> pass when they have the key, if there is one; probes, and clients that fetch the CA, need none. It also lets their bodies be larger than others.</summary>
internal sealed class ControlGate
{
    /// <summary>The header that holds the key.</summary>
    public const string KeyHeader = "x-tvm-emulator-key";

    /// <summary>The largest body of a control call: an overlay or a scenario.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private static readonly PathString Control = new(ControlAnswer.Path);
    private static readonly PathString Health = Control.Add("/health");
    private static readonly PathString Authority = new(AuthorityRoute.Path);

    private readonly RequestDelegate _next;
    private readonly byte[]? _key;

    public ControlGate(RequestDelegate next, EmulatorOptions options)
    {
        _next = next;
        _key = options.ControlKey is { } key ? Hash(key) : null;
    }

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!IsBelow(path, Control) || IsBelow(path, Health) || IsBelow(path, Authority))
            return _next(context);

        // Hashes have one length, so that the time of the comparison says nothing about the key.
        if (_key is not null && !CryptographicOperations.FixedTimeEquals(_key, Hash(context.Request.Headers[KeyHeader].ToString())))
        {
            return ControlAnswer.RefuseAsync(context, new Refusal(
                StatusCodes.Status401Unauthorized, "Unauthorized", $"The header {KeyHeader} must hold the key that the emulator was started with (--control-key)."));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        return _next(context);
    }

    private static bool IsBelow(PathString path, PathString root) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
