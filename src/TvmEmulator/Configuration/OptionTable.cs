using TvmEmulator.Storage;
using TvmEmulator.Tenants.Time;
using static TvmEmulator.Configuration.ValueRule;

namespace TvmEmulator.Configuration;

/// <summary>Every option, in the order of the help. A new option is a property of <see cref="EmulatorOptions"/> and an entry here.</summary>
internal static class OptionTable
{
    public static IReadOnlyList<OptionEntry> All { get; } =
    [
        new("--port", "N", "8080", "http port; 0 picks one and prints it",
            WholeNumber(0, 65535, (options, number) => options with { Port = (int)number })),

        new("--bind", "ADDRESS", "127.0.0.1", "interface to listen on; * is all of them",
            Parsed("an IP address, localhost or *", ValueTexts.Address, (options, address) => options with { Bind = address })),

        new("--devices", "N", "1000", "devices of the tenant, up to 1000000",
            WholeNumber(1, 1_000_000, (options, number) => options with { Devices = (int)number })),

        new("--seed", "N", "1", "what the tenant follows from",
            WholeNumber(long.MinValue, long.MaxValue, (options, number) => options with { Seed = number })),

        new("--tenant-data", "DIR", "none", "export files of an organization, in place of a generated one",
            Parsed("the name of a folder", ValueTexts.Folder, (options, folder) => options with { TenantData = folder })),

        new("--data-time", "TIME|live", "2026-06-30T02:00Z", "newest snapshot (02, 08, 14, 20 o'clock UTC); live follows the clock",
            new($"live or a time yyyy-MM-ddTHH:mmZ from {ValueTexts.OfMark(SnapshotMark.Earliest)} to {ValueTexts.OfMark(SnapshotMark.Latest)}",
                (options, text) => text == "live" ? options with { DataTime = null }
                    : ValueTexts.Mark(text) is { } mark ? options with { DataTime = mark }
                    : null)),

        new("--contract", "2021|2026", "2021", "edition of the published contract",
            OneOf(
                ("2021", options => options with { Contract = ContractEdition.Edition2021 }),
                ("2026", options => options with { Contract = ContractEdition.Edition2026 }))),

        new("--auth", "lenient|strict|off", "lenient", "lenient takes any Bearer token, strict its own only, off asks for none",
            OneOf(
                ("lenient", options => options with { Auth = AuthMode.Lenient }),
                ("strict", options => options with { Auth = AuthMode.Strict }),
                ("off", options => options with { Auth = AuthMode.Off }))),

        new("--quotas", "on|off|FACTOR", "on", "published numbers of calls, none, or FACTOR times the published",
            new("on, off or a factor from 0.01 to 1000",
                (options, text) => text == "on" ? options with { QuotaFactor = 1 }
                    : text == "off" ? options with { QuotaFactor = null }
                    : ValueTexts.Factor(text) is { } factor ? options with { QuotaFactor = factor }
                    : null)),

        new("--blobs", "embedded|CONNECTION", "embedded", "where export files live: here, or in a storage account",
            new("embedded, UseDevelopmentStorage=true or a quoted connection string with an AccountKey",
                (options, text) => text == "embedded" ? options with { Blobs = null }
                    : StorageConnection.TryParse(text) is { } account ? options with { Blobs = account }
                    : null)) { IsSecret = true },

        new("--file-casing", "pascal|camel", "pascal", "letter case of the keys in export files",
            OneOf(
                ("pascal", options => options with { FileCasing = FileCasing.Pascal }),
                ("camel", options => options with { FileCasing = FileCasing.Camel }))),

        new("--public-url", "URL", "from the request", "base of all links, behind a proxy",
            Parsed("an absolute http or https URL without query and fragment", ValueTexts.Base, (options, url) => options with { PublicUrl = url })),

        new("--trusted-proxies", "CIDR,...", "none", "proxies whose X-Forwarded-* headers count",
            Parsed("a list of networks such as 10.0.0.0/8,::1", ValueTexts.Networks, (options, networks) => options with { TrustedProxies = networks })),

        new("--tls", "on|off", "off", "https as well; --host-mode and --tls-cert turn it on",
            Switch((options, isOn) => options with { Tls = options.Tls with { IsOn = isOn } })),

        new("--tls-port", "N", "8443", "https port; 0 picks one and prints it",
            WholeNumber(0, 65535, (options, number) => options with { Tls = options.Tls with { Port = (int)number } })),

        new("--tls-dir", "DIR", "in memory", "where the CA is kept, so that trust in it survives a restart",
            Parsed("the name of a folder", ValueTexts.Folder, (options, folder) => options with { Tls = options.Tls with { Dir = folder } })),

        new("--tls-hosts", "NAME,...", "none", "more names for the certificate",
            Parsed("a list of host names or IP addresses", ValueTexts.Hosts, (options, hosts) => options with { Tls = options.Tls with { Hosts = hosts } })),

        new("--tls-cert", "FILE", "made at the start", "a certificate of one's own: PEM, or PFX without a password",
            Parsed("the name of a file", ValueTexts.File, (options, file) => options with { Tls = options.Tls with { CertFile = file } })),

        new("--tls-key", "FILE", "in --tls-cert", "its private key: PEM without a password",
            Parsed("the name of a file", ValueTexts.File, (options, file) => options with { Tls = options.Tls with { KeyFile = file } })),

        new("--host-mode", "on|off", "off", "links under the service's own host names, without a port",
            Switch((options, isOn) => options with { HostMode = isOn })),

        new("--cache-dir", "DIR", "a temp folder", "where part files are kept",
            Parsed("the name of a folder", ValueTexts.Folder, (options, folder) => options with { CacheDir = folder })),

        new("--scenario", "FILE", "none", "faults, quotas, clocks, clients and changes of the data, in one file",
            Parsed("the name of a file", ValueTexts.File, (options, file) => options with { ScenarioFile = file })),

        new("--journal", "N", "10000", "requests kept for /_emulator/requests, up to 1000000",
            WholeNumber(0, 1_000_000, (options, number) => options with { Journal = (int)number })),

        new("--exit-on-violation", "on|off", "off", "end with exit code 3 if the report holds a violation",
            Switch((options, on) => options with { ExitOnViolation = on })),

        new("--control-key", "KEY", "none", "what calls below /_emulator must send as x-tvm-emulator-key",
            Parsed("a text of 1 to 256 ASCII characters without blanks", ValueTexts.Key, (options, key) => options with { ControlKey = key })) { IsSecret = true },
    ];
}
