using Microsoft.OData.Edm;
using TvmEmulator.OData.Model;

namespace TvmEmulator.OData;

/// <summary>
/// The part of the service's data model that concerns threat and vulnerability management, as Microsoft.OData.Edm knows it: what is served, and what
/// is going to be.
/// </summary>
internal static class ServiceModel
{
    // Made when somebody asks: few do, and starting should not wait for it.
    private static readonly Lazy<IEdmModel> Model = new(Build);

    /// <summary>The entity sets that the service document lists. The model holds more; they cannot be read yet.</summary>
    public static IReadOnlyList<string> ReadableSets { get; } = [];

    /// <summary>The model; it does not change.</summary>
    public static IEdmModel Shared => Model.Value;

    /// <summary>Builds the model anew.</summary>
    public static IEdmModel Build()
    {
        using var table = new StreamReader(typeof(ServiceModel).Assembly.GetManifestResourceStream("service-model.txt")!);
        return ModelTable.Read(table);
    }
}
