using TvmEmulator.Tenants.Catalog;
using TvmEmulator.Tenants.Time;
using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>A row of the inventory whose software is a number.</summary>
internal readonly record struct InventoryDraft(int Software, int Weaknesses, SupportState Support, EvidenceVariant? Paths, Moment FirstSeen, Moment? LastSeen);
