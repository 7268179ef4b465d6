namespace TvmEmulator.Tenants.Hardware;

/// <summary>A processor.</summary>
/// <param name="Manufacturer">Who makes it.</param>
/// <param name="Name">Its name, as a lower-case token.</param>
/// <param name="Family">Its family and model, as the processor says it.</param>
public sealed record Processor(string Manufacturer, string Name, string Family);
