using TvmEmulator.Configuration;
using TvmEmulator.OData.Queries;
using TvmEmulator.Tenants.Findings;

namespace TvmEmulator.Entities.Remediation;

/// <summary>The columns of remediation tasks (contract: get-remediation-all-activities, metadata).</summary>
internal static class RemediationTaskShape
{
    private static readonly string[] ShownIn2021 =
    [
        "id", "title", "createdOn", "requesterId", "requesterEmail", "status", "statusLastModifiedOn", "description", "relatedComponent", "targetDevices",
        "rbacGroupNames", "fixedDevices", "requesterNotes", "dueOn", "category", "productivityImpactRemediationType", "priority", "completionMethod",
        "completerId", "completerEmail", "scid", "type", "productId", "vendorId", "nameId", "recommendedVersion", "recommendedVendor", "recommendedProgram",
    ];

    // Whoever asks for a task closes it as well.
    private static readonly EntityShape<RemediationTask> All = new EntityShape<RemediationTask>("RemediationTask")
        .Text("id", row => row.Id.ToString())
        .Text("title", row => row.Title)
        .Time("createdOn", row => row.CreatedOn.Utc)
        .Text("requesterId", row => row.RequesterId.ToString())
        .Text("requesterEmail", row => row.RequesterEmail)
        .Text("status", row => row.CompletedOn is null ? "Active" : "Completed")
        .Time("statusLastModifiedOn", row => (row.CompletedOn ?? row.CreatedOn).Utc)
        .Text("description", row => row.Description)
        .Text("relatedComponent", row => row.Product?.Title ?? row.Configuration!.Component)
        .Integer("targetDevices", row => row.TargetDevices)
        .Texts("rbacGroupNames", row => row.GroupNames)
        .Integer("fixedDevices", row => row.FixedDevices)
        .Text("requesterNotes", row => row.RequesterNotes)
        .Time("dueOn", row => row.DueOn.Utc)
        .Text("category", row => row.Product is null ? "SecurityConfiguration" : "Software")
        .Text("productivityImpactRemediationType", row => row.Product is null ? "AllExposedAssets" : null)
        .Text("priority", row => row.Priority)
        .Text("completionMethod", row => row.CompletedOn is null ? null : "Manual")
        .Text("completerId", row => row.CompletedOn is null ? null : row.RequesterId.ToString())
        .Text("completerEmail", row => row.CompletedOn is null ? null : row.RequesterEmail)
        .Text("scid", row => row.Configuration?.Id)
        .Text("type", row => row.Type.ToString())
        .Text("productId", row => row.Product?.Id)
        .Text("vendorId", row => row.Product?.Vendor)
        .Text("nameId", row => row.Product?.Name)
        .Text("recommendedVersion", row => row.RecommendedVersion)
        .Text("recommendedVendor", _ => null)
        .Text("recommendedProgram", _ => null)
        .Text("recommendationReference", row => row.RecommendationId)
        .DocumentsFiltersOn("createdOn", "status");

    /// <summary>The shape of an edition; that of 2021 shows what its pages do.</summary>
    public static EntityShape<RemediationTask> Of(ContractEdition edition) => edition == ContractEdition.Edition2026 ? All : All.Showing(ShownIn2021);
}
