namespace TvmEmulator.Assessments.GatheredInformation;

/// <summary>The only row of a device: all that it says follows from the device.</summary>
internal readonly record struct InformationRow;
