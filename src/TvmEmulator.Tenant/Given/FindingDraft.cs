using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;

namespace TvmEmulator.Tenants.Given;

/// <summary>A row of the vulnerabilities whose software and finding are numbers.</summary>
internal readonly record struct FindingDraft(int Software, int Finding, EvidenceVariant? Paths, Moment FirstSeen, Moment? LastSeen);
