using System.Text;
using TvmEmulator.Redaction;

namespace TvmEmulator.UnitTests.Redaction;

public sealed class TextRedactionTests
{
    private readonly Pseudonyms _pseudonyms = new("secret"u8.ToArray());
    private readonly NameBook _names = new();

    public TextRedactionTests()
    {
        _names.AddDeviceId("3f0c6a52d1e94b7788a0c1d2e3f405162738495a");
        _names.AddDeviceName("oven-pc.bakery.example");
        _names.AddUser("miller");
        _names.AddUser("windows");
    }

    // {Kind:name} stands for the pseudonym.
    [Theory]
    [InlineData("Text", @"C:\Users\miller\x.exe", @"C:\Users\{User:miller}\x.exe")]
    [InlineData("Text", @"C:\users\MILLER", @"C:\users\{User:miller}")]
    [InlineData("Text", @"D:\backup\miller.old\x", @"D:\backup\{User:miller}.old\x")]
    [InlineData("Text", @"C:\millerton\x", @"C:\millerton\x")]
    [InlineData("Text", @"C:\DOCUME~1\JANE~1.DOE\x.exe", @"C:\DOCUME~1\{User:jane~1.doe}\x.exe")]
    [InlineData("Text", @"C:\Users\Jane Doe\x.exe", @"C:\Users\{User:jane doe}\x.exe")]
    [InlineData("Text", "file:///C:/Users/Jane%20Doe/x.exe", "file:///C:/Users/{User:jane doe}/x.exe")]
    [InlineData("Text", "file:///C:/Users/All%20Users/x.exe", "file:///C:/Users/All%20Users/x.exe")]
    [InlineData("Text", @"C:\Users\Public\x.exe", @"C:\Users\Public\x.exe")]
    [InlineData("Text", @"C:\Windows\x.exe", @"C:\Windows\x.exe")]
    [InlineData("Text", "/home/otto.k/x", "/home/{User:otto.k}/x")]
    [InlineData("Text", "/Users/Shared/x", "/Users/Shared/x")]
    [InlineData("Text", @"\\oven-pc\share", @"\\{Host:oven-pc}\share")]
    [InlineData("Text", @"\\OVEN-PC.bakery.example\share", @"\\{Host:oven-pc}.{Domain:bakery.example}\share")]
    [InlineData("Text", @"HKEY_USERS\S-1-5-21-1-2-3-500\x", @"HKEY_USERS\{SecurityId:S-1-5-21-1-2-3}-500\x")]
    [InlineData("Text", "mail otto@bakery.example now", "mail {Mail:otto@bakery.example} now")]
    [InlineData("Text", "/opt/homebrew/python@3.12/x", "/opt/homebrew/python@3.12/x")]
    [InlineData("Text", @"C:\net\10.0.17763.16\x and 10.1.2.3", @"C:\net\10.0.17763.16\x and 10.1.2.3")]
    [InlineData("Addresses", "{\"Ip\":\"10.1.2.3\",\"Own\":\"127.0.0.1\"}", "{\"Ip\":\"{Address:10.1.2.3}\",\"Own\":\"127.0.0.1\"}")]
    [InlineData("Addresses", "fe80::1 at 00-1A-2B-3C-4D-5E", "{Address:fe80::1} at {Hardware:00-1a-2b-3c-4d-5e}")]
    [InlineData("Id", "3f0c6a52d1e94b7788a0c1d2e3f405162738495a_oven-pc_1.0_CVE-1_", "{DeviceId:3f0c6a52d1e94b7788a0c1d2e3f405162738495a}_oven-pc_1.0_CVE-1_")]
    [InlineData("DeviceName", "till-2", "{Host:till-2}")]
    [InlineData("DeviceName", "oven-pc.bakery.example", "{Host:oven-pc}.{Domain:bakery.example}")]
    [InlineData("GroupName", "Bakery", "{Group:bakery}")]
    [InlineData("GroupName", "Unassigned", "Unassigned")]
    [InlineData("Holder", "CN=Bakery Root", "{Holder:cn=bakery root}")]
    [InlineData("Holder", "DigiCert Global Root G2", "DigiCert Global Root G2")]
    [InlineData("Public", "miller", "miller")]
    public void Redact_Text_ReplacesTheNames(string rule, string text, string expected) =>
        new TextRedaction(_names, _pseudonyms).Redact(Enum.Parse<ColumnRule>(rule), text).ShouldBe(Filled(expected));

    [Theory]
    [InlineData("DeviceId", "3f0c6a52d1e94b7788a0c1d2e3f405162738495a", "^[0-9a-f]{40}$")]
    [InlineData("SecurityId", "S-1-5-21-1004336348-1177238915-682003330-1104", "^S-1-5-21(-[0-9]+){3}-[0-9]{4,10}$")]
    [InlineData("Domain", "bakery.example", "^domain-[0-9a-f]{12}\\.example$")]
    [InlineData("Address", "192.168.1.9", "^10\\.[0-9.]+$")]
    [InlineData("Address", "fe80::1", "^2001:db8:")]
    public void Of_Name_IsAnotherOfTheSameForm(string kind, string name, string form)
    {
        var pseudonym = _pseudonyms.Of(Enum.Parse<NameKind>(kind), name);

        pseudonym.ShouldMatch(form);
        pseudonym.ShouldNotBe(name, StringComparer.Ordinal);
        _pseudonyms.Of(Enum.Parse<NameKind>(kind), name.ToUpperInvariant()).ShouldBe(pseudonym);
    }

    private string Filled(string expected)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < expected.Length;)
        {
            var end = expected.IndexOf('}', at);
            var colon = expected.IndexOf(':', at);
            if (expected[at] == '{' && colon > 0 && end > colon && Enum.TryParse<NameKind>(expected[(at + 1)..colon], out var kind))
            {
                filled.Append(_pseudonyms.Of(kind, expected[(colon + 1)..end]));
                at = end + 1;
            }
            else
            {
                filled.Append(expected[at++]);
            }
        }

        return filled.ToString();
    }
}
