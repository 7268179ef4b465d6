namespace TvmEmulator.Tenants.Overlays;

/// <summary>Software ids as users write them: <c>vendor-_-name</c>.</summary>
internal static class SoftwareId
{
    private const string Separator = "-_-";

    /// <summary>The id in lower case; null when it is none, which is noted.</summary>
    public static string? Read(string place, string? text, OverlayProblems problems)
    {
        if (!problems.Check(place, text))
            return null;

        var id = text!.ToLowerInvariant();
        var (vendor, name) = Parts(id);
        // A slash would end a segment of a path, a brace would begin a placeholder.
        if (vendor.Length > 0 && name.Length > 0 && id.AsSpan().IndexOfAny("/{}") < 0)
            return id;

        problems.Add(place, $"'{text}' is no software id, it needs the form vendor{Separator}name without any of / {{ }}");
        return null;
    }

    /// <summary>Vendor and name of an id.</summary>
    public static (string Vendor, string Name) Parts(string id)
    {
        var end = id.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? ("", "") : (id[..end], id[(end + Separator.Length)..]);
    }
}
