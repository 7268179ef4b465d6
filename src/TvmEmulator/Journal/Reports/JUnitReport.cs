using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using TvmEmulator.Journal.Conduct;

namespace TvmEmulator.Journal.Reports;

/// <summary>A report as the JUnit XML that CI services read: a test case for every kind of finding, which fails when there is a violation.</summary>
internal static class JUnitReport
{
    private const string Suite = "tvm-emulator";

    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>Writes a report.</summary>
    public static async Task WriteAsync(Report report, Stream stream, CancellationToken cancellation)
    {
        await using var writer = XmlWriter.Create(stream, Settings);
        await new XDocument(Render(report)).WriteToAsync(writer, cancellation);
    }

    private static XElement Render(Report report)
    {
        var cases = FindingKind.All.Select(kind => RenderCase(kind, [.. report.Findings.Where(finding => finding.Id == kind.Id)])).ToList();
        var seconds = report is { From: { } from, To: { } to } ? Math.Max(0, (to - from).TotalSeconds).ToString("0.###", CultureInfo.InvariantCulture) : "0";
        XAttribute[] counts = [new("tests", cases.Count), new("failures", cases.Count(one => one.Element("failure") is not null))];
        return new XElement("testsuites", counts,
            new XElement("testsuite",
                new XAttribute("name", Suite),
                counts,
                new XAttribute("errors", 0),
                new XAttribute("skipped", 0),
                new XAttribute("time", seconds),
                report.From is { } begin ? new XAttribute("timestamp", begin.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)) : null,
                new XElement("properties", Property("tenant", report.Tenant), Property("requests", report.Requests.ToString(CultureInfo.InvariantCulture))),
                cases));
    }

    private static XElement Property(string name, string value) => new("property", new XAttribute("name", name), new XAttribute("value", Text(value)));

    private static XElement RenderCase(FindingKind kind, IReadOnlyList<Finding> findings)
    {
        var element = new XElement("testcase", new XAttribute("classname", $"{Suite}.conduct"), new XAttribute("name", kind.Id), new XAttribute("time", 0));
        if (findings.Count == 0)
            return element;

        var text = Text(string.Join('\n', findings.SelectMany(Lines)));
        element.Add(kind.Severity == Severity.Violation
            ? new XElement("failure", new XAttribute("message", kind.Summary), new XAttribute("type", kind.Id), text)
            : new XElement("system-out", text));
        return element;
    }

    private static IEnumerable<string> Lines(Finding finding) =>
    [
        $"{finding.Summary} ({finding.Where})",
        .. finding.Requests.Select(request =>
            $"  {request.Id}  {request.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}  {request.Method} {request.Path}{request.Query}  {request.Status}"),
    ];

    // Paths hold what clients send, and XML cannot hold all of it.
    private static string Text(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            safe.Append(!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "?");
        return safe.ToString();
    }
}
