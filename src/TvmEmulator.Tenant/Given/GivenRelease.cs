using TvmEmulator.Tenants.Weaknesses;

namespace TvmEmulator.Tenants.Given;

/// <summary>
/// A version of a product together with all that rows say about it. Where rows of one version differ, because the files know other CVEs of it on
/// some devices, there is one release for each.
/// </summary>
/// <param name="Version">Its text.</param>
/// <param name="Support">What is said about the end of its support.</param>
/// <param name="Findings">The CVEs that affect it, ordered by id.</param>
/// <param name="Unnamed">How many more affect it whose ids no file names.</param>
internal sealed record GivenRelease(string Version, SupportState Support, GivenFinding[] Findings, int Unnamed);
