namespace TvmEmulator.Api;

/// <summary><c>/api/v1.0/...</c> is the same as <c>/api/...</c> (contract: exposed-apis-list; the current version is v1.0).</summary>
internal static class VersionPrefix
{
    /// <summary>Takes the version out of the path; stands before routing.</summary>
    public static Task Remove(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api/v1.0", StringComparison.OrdinalIgnoreCase, out var rest))
            context.Request.Path = new PathString("/api").Add(rest);
        return next(context);
    }
}
