using TvmEmulator.Tenants.Devices;
using TvmEmulator.Tenants.Snapshots;

namespace TvmEmulator.Assessments.Rows;

/// <summary>Adds the rows of a device, always in the same order.</summary>
internal delegate void RowFinder<TRow>(Snapshot snapshot, in Device device, List<TRow> rows);
