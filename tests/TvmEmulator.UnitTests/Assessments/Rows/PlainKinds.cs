using TvmEmulator.Assessments.Baselines;
using TvmEmulator.Assessments.BrowserExtensions;
using TvmEmulator.Assessments.Certificates;
using TvmEmulator.Assessments.GatheredInformation;
using TvmEmulator.Assessments.Hardware;
using TvmEmulator.Assessments.NonCpeSoftware;
using TvmEmulator.Assessments.SecureConfigurations;
using TvmEmulator.Configuration;
using TvmEmulator.Tenants.Baselines;
using TvmEmulator.Tenants.BrowserExtensions;
using TvmEmulator.Tenants.Certificates;
using TvmEmulator.Tenants.GatheredInformation;
using TvmEmulator.Tenants.Hardware;
using TvmEmulator.Tenants.NonCpeSoftware;
using TvmEmulator.Tenants.SecureConfigurations;

namespace TvmEmulator.UnitTests.Assessments.Rows;

/// <summary>The kinds of rows with their oracles (contract: family, 2.4 to 2.10; metadata).</summary>
internal static class PlainKinds
{
    private const ContractEdition Old = ContractEdition.Edition2021, New = ContractEdition.Edition2026;
    private const FileCasing Pascal = FileCasing.Pascal, Camel = FileCasing.Camel;

    public static IReadOnlyDictionary<string, PlainKind> All { get; } = new Dictionary<string, PlainKind>(StringComparer.Ordinal)
    {
        ["SecureConfigurations"] = new(new SecureConfigurationAssessment(Old, Pascal), new SecureConfigurationAssessment(New, Camel), SecureConfigurations),
        ["NonCpeSoftware"] = new(new NonCpeInventory(Old, Pascal), new NonCpeInventory(New, Camel), NonCpeSoftware),
        ["BrowserExtensions"] = new(new BrowserExtensionInventory(Old, Pascal), new BrowserExtensionInventory(New, Camel), BrowserExtensions) { HasPascalPage = true },
        ["Certificates"] = new(new CertificateAssessment(Old, Pascal), new CertificateAssessment(New, Camel), Certificates),
        ["Hardware"] = new(new HardwareInventory(Pascal), new HardwareInventory(Camel), Hardware),
        ["Baselines"] = new(new BaselineAssessment(Old, Pascal), new BaselineAssessment(New, Camel), Baselines),
        ["GatheredInformation"] = new(new InformationGathering(Pascal), new InformationGathering(Camel), GatheredInformation)
        {
            HasPages = false,
            PascalNames = new Dictionary<string, string>(StringComparer.Ordinal),
        },
    };

    private static IEnumerable<PlainForms> SecureConfigurations(PlainDevice device)
    {
        var rows = new List<SecureConfigurationRow>();
        SecureConfigurationRules.Find(device.Device, device.Snapshot.Mark.At, rows);
        var version = device.OsVersion;
        var seen = PlainDevice.Text(device.Seen, "yyyy-MM-dd HH:mm:ss.fff");
        foreach (var row in rows)
        {
            var setting = row.Configuration;
            var older = new
            {
                deviceId = device.Id,
                rbacGroupName = device.GroupName,
                deviceName = device.Name,
                osPlatform = device.Platform,
                osVersion = version,
                timestamp = seen,
                configurationId = setting.Id,
                configurationCategory = setting.Category,
                configurationSubcategory = setting.Subcategory,
                configurationImpact = setting.Impact,
                isCompliant = row.IsCompliant,
                isApplicable = row.IsApplicable,
                isExpectedUserImpact = setting.HasUserImpact,
                configurationName = setting.Name,
                recommendationReference = $"sca-_-{setting.Id}",
            };
            var newer = new
            {
                older.deviceId,
                rbacGroupId = device.GroupId,
                older.rbacGroupName,
                older.deviceName,
                older.osPlatform,
                older.osVersion,
                older.timestamp,
                older.configurationId,
                older.configurationCategory,
                older.configurationSubcategory,
                older.configurationImpact,
                older.isCompliant,
                older.isApplicable,
                older.isExpectedUserImpact,
                older.configurationName,
                older.recommendationReference,
            };
            yield return new PlainForms(older, newer, newer);
        }
    }

    private static IEnumerable<PlainForms> NonCpeSoftware(PlainDevice device)
    {
        var rows = new List<NonCpeRow>();
        NonCpeRules.Find(device.Device, device.Snapshot.Mark.At, rows);
        foreach (var row in rows)
        {
            var older = new
            {
                deviceId = device.Id,
                rbacGroupId = device.GroupId,
                rbacGroupName = device.GroupName,
                deviceName = device.Name,
                osPlatform = device.Platform,
                softwareVendor = row.Product.Vendor,
                softwareName = row.Product.Name,
                softwareVersion = row.Version,
                softwareLastSeenTimestamp = PlainDevice.Text(device.Seen, "yyyy-MM-dd HH:mm:ss.fff"),
            };
            var newer = new
            {
                older.deviceId,
                older.rbacGroupId,
                older.rbacGroupName,
                older.deviceName,
                older.osPlatform,
                older.softwareVendor,
                older.softwareName,
                older.softwareVersion,
                older.softwareLastSeenTimestamp,
                registryPath = row.Product.RegistryPath,
            };
            yield return new PlainForms(older, newer, newer);
        }
    }

    private static IEnumerable<PlainForms> BrowserExtensions(PlainDevice device)
    {
        var rows = new List<BrowserExtensionRow>();
        BrowserExtensionRules.Find(device.Snapshot, device.Device, rows);
        foreach (var row in rows)
        {
            var (extension, installed) = (row.Extension, PlainDevice.Text(PlainDevice.TimeOf(row.Installed), "yyyy-MM-ddTHH:mm:ss.000Z"));
            var permissions = extension.Permissions
                .Select(grant => new { id = grant.Permission.Key, isRequired = grant.IsRequired, risk = Enum.GetName(grant.Permission.Risk) })
                .ToList();
            var line = new
            {
                deviceId = device.Id,
                deviceName = device.Name,
                rbacGroupId = device.GroupId,
                rbacGroupName = device.GroupName,
                installationTime = installed,
                browserName = row.Browser.Name,
                extensionId = extension.IdIn(row.Browser),
                extensionName = extension.Name,
                extensionDescription = extension.Description,
                extensionVersion = row.Version,
                extensionRisk = Enum.GetName(extension.Risk),
                extensionVendor = extension.Vendor,
                isActivated = row.IsActivated,
                permissions,
            };
            var older = new
            {
                line.deviceId,
                line.deviceName,
                line.rbacGroupId,
                line.rbacGroupName,
                line.installationTime,
                line.browserName,
                line.extensionId,
                line.extensionName,
                line.extensionDescription,
                line.extensionVersion,
                line.extensionRisk,
                line.isActivated,
                line.permissions,
            };
            var newer = new
            {
                line.deviceId,
                line.rbacGroupId,
                line.rbacGroupName,
                line.installationTime,
                line.browserName,
                line.extensionId,
                line.extensionName,
                line.extensionDescription,
                line.extensionVersion,
                line.extensionRisk,
                line.extensionVendor,
                line.isActivated,
                line.permissions,
            };
            yield return new PlainForms(older, newer, line);
        }
    }

    private static IEnumerable<PlainForms> Certificates(PlainDevice device)
    {
        var rows = new List<CertificateRow>();
        CertificateRules.Find(device.Snapshot, device.Device, rows);
        foreach (var row in rows)
        {
            var certificate = row.Certificate;
            var older = new
            {
                deviceId = device.Id,
                deviceName = device.Name,
                thumbprint = row.Thumbprint,
                path = row.PathOn(device.Device, device.Names),
                signatureAlgorithm = certificate.Algorithm,
                keyLength = certificate.KeySize,
                notAfter = PlainDevice.Text(PlainDevice.TimeOf(row.NotAfter), "yyyy-MM-ddTHH:mm:ssZ"),
                notBefore = PlainDevice.Text(PlainDevice.TimeOf(row.NotBefore), "yyyy-MM-ddTHH:mm:ssZ"),
                subjectType = certificate.SubjectType,
                serialNumber = row.SerialNumber,
                subjectObject = (string?)null,
                issuerObject = (string?)null,
                keyUsageArray = (string?)null,
                extendedKeyUsageArray = (string?)null,
                isSelfSigned = certificate.IsSelfSigned,
                rbacGroupId = device.GroupId,
                rbacGroupName = device.GroupName,
            };
            var newer = new
            {
                older.deviceId,
                older.deviceName,
                older.thumbprint,
                older.path,
                older.signatureAlgorithm,
                keySize = older.keyLength,
                expirationDate = older.notAfter,
                issueDate = older.notBefore,
                older.subjectType,
                older.serialNumber,
                issuedTo = row.SubjectOn(device.Device, device.Names),
                issuedBy = row.IssuerOn(device.Device, device.Names),
                keyUsage = string.Join(", ", certificate.KeyUsage),
                extendedKeyUsage = certificate.ExtendedKeyUsage is null ? null : string.Join(", ", certificate.ExtendedKeyUsage),
                older.rbacGroupId,
                older.rbacGroupName,
            };
            yield return new PlainForms(older, newer, newer);
        }
    }

    private static IEnumerable<PlainForms> Hardware(PlainDevice device)
    {
        var rows = new List<HardwareRow>();
        HardwareRules.Find(device.Device, device.Snapshot.Mark.At, rows);
        foreach (var row in rows)
        {
            var model = row.Model;
            var fields = row.Component switch
            {
                HardwareComponent.Hardware =>
                    $$"""{"SystemSKU":"{{model.Sku}}","BaseBoardManufacturer":"{{model.Maker}}","BaseBoardProduct":"{{model.Board}}","BaseBoardVersion":"{{row.Version}}","DeviceFamily":"{{model.DeviceFamily}}"}""",
                HardwareComponent.Bios => $$"""{"ReleaseDate":"{{PlainDevice.Text(PlainDevice.TimeOf(row.FirmwareReleased), "yyyy-MM-dd")}}"}""",
                _ => null,
            };
            var form = new
            {
                deviceId = device.Id,
                rbacGroupId = device.GroupId,
                rbacGroupName = device.GroupName,
                deviceName = device.Name,
                componentType = Enum.GetName(row.Component),
                manufacturer = row.Manufacturer,
                componentName = row.Name,
                componentVersion = row.Version,
                additionalFields = fields,
            };
            yield return new PlainForms(form, form, form);
        }
    }

    private static IEnumerable<PlainForms> Baselines(PlainDevice device)
    {
        var rows = new List<BaselineRow>();
        BaselineRules.Find(device.Device, device.Snapshot.Mark.At, rows);
        var version = device.OsVersion;
        foreach (var row in rows)
        {
            var older = new
            {
                id = $"{device.Id}_{row.Profile.Id}_{row.Setting.Id}",
                configurationId = row.Setting.Id,
                deviceId = device.Id,
                deviceName = device.Name,
                profileId = row.Profile.Id,
                osPlatform = device.Platform,
                osVersion = version,
                rbacGroupId = device.GroupId,
                rbacGroupName = device.GroupName,
                isApplicable = row.IsApplicable,
                isCompliant = row.IsCompliant,
                dataCollectionTimeOffset = row.IsApplicable ? PlainDevice.Text(device.Seen, "yyyy-MM-ddTHH:mm:ss.fffZ") : null,
                complianceCalculationTimeOffset = PlainDevice.Text(PlainDevice.TimeOf(device.Snapshot.Mark.At), "yyyy-MM-ddTHH:mm:ss.000Z"),
                recommendedValue = row.Setting.RecommendedValue,
                currentValue = row.CurrentValue,
                source = row.Setting.Source,
            };
            var newer = new
            {
                older.id,
                older.configurationId,
                older.deviceId,
                older.deviceName,
                older.profileId,
                older.osPlatform,
                older.osVersion,
                older.rbacGroupId,
                older.rbacGroupName,
                older.isApplicable,
                older.isCompliant,
                older.dataCollectionTimeOffset,
                older.complianceCalculationTimeOffset,
                older.recommendedValue,
                older.currentValue,
                rawValue = row.CurrentValue,
                older.source,
                isExempt = false,
                complianceEvaluationDetails = (string?)null,
            };
            yield return new PlainForms(older, newer, newer);
        }
    }

    private static IEnumerable<PlainForms> GatheredInformation(PlainDevice device)
    {
        var facts = GatheredFactsRules.Of(device.Snapshot, device.Device);
        var line = new
        {
            rbacGroupName = device.GroupName,
            timestamp = PlainDevice.Text(PlainDevice.TimeOf(device.Snapshot.Mark.At), "yyyy-MM-dd HH:mm:ss"),
            lastSeenTime = PlainDevice.Text(device.Seen, "yyyy-MM-dd HH:mm:ss"),
            deviceName = device.Name,
            osPlatform = device.Platform,
            osVersion = device.OsVersion,
            deviceGatheredInfo = System.Text.Json.JsonSerializer.Serialize(new
            {
                facts.AvMode,
                facts.AvEngineVersion,
                facts.AvSignatureVersion,
                facts.AvPlatformVersion,
                facts.CloudProtectionState,
                Log4j_CVE_2021_44228 = (string?)null,
                EBPFStatus = facts.EbpfStatus,
                facts.IsAvEngineLoaded,
            }),
            deviceId = device.Id,
            rbacGroupId = device.GroupId,
        };
        yield return new PlainForms(line, line, line);
    }
}
