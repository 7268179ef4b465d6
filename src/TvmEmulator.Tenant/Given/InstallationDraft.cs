using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>An installation whose release is the number of its key.</summary>
internal readonly record struct InstallationDraft(int Key, EvidenceVariant? Paths, Moment FirstSeen, int FirstFinding);
