using Microsoft.OData.Edm;
using TvmEmulator.OData.Model;

namespace TvmEmulator.OData;

/// <summary>
/// The part of the service's data model that concerns threat and vulnerability management, as Microsoft.OData.Edm knows it: what is served, and what
/// is going to be.
/// </summary>
internal static class ServiceModel
{
    /// <summary>The model, made when somebody asks: few do, and starting should not wait for it. It does not change.</summary>
    public static Lazy<IEdmModel> Lazily { get; } = new(Build);

    /// <summary>The entity sets that the service document lists. The model holds more; they cannot be read yet.</summary>
    public static IReadOnlyList<string> ReadableSets { get; } =
    [
        "Machines", "Software", "Vulnerabilities", "Recommendations", "RemediationTasks", "BaselineConfigurations", "BaselineProfiles",
    ];

    /// <summary>The model; made now if need be.</summary>
    public static IEdmModel Shared => Lazily.Value;

    /// <summary>Builds the model anew.</summary>
    public static IEdmModel Build()
    {
        using var table = new StreamReader(typeof(ServiceModel).Assembly.GetManifestResourceStream("service-model.txt")!);
        return ModelTable.Read(table);
    }
}
