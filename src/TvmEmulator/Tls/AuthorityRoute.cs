using TvmEmulator.Control;
using TvmEmulator.OData;

namespace TvmEmulator.Tls;

/// <summary><c>GET /_emulator/ca.pem</c>: the CA that a client must trust before it calls over https.</summary>
internal sealed class AuthorityRoute(ServerCertificate? certificate)
{
    /// <summary>Where it is.</summary>
    public const string Path = ControlAnswer.Path + "/ca.pem";

    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    /// <summary>Maps the route.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods(Path, GetAndHead, AnswerAsync);

    private Task AnswerAsync(HttpContext context)
    {
        if (certificate is { AuthorityPem: { } pem })
        {
            context.Response.ContentType = "application/x-pem-file";
            return context.Response.WriteAsync(pem, context.RequestAborted);
        }

        var reason = certificate is null
            ? "there is no CA because https is off; start with --tls"
            : "the certificate comes from --tls-cert; trust whoever has issued it";
        return ControlAnswer.RefuseAsync(context, new Refusal(StatusCodes.Status404NotFound, "NotFound", reason));
    }
}
