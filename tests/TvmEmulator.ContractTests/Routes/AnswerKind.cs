namespace TvmEmulator.ContractTests.Routes;

/// <summary>What a route answers with; says which parameters it takes.</summary>
internal enum AnswerKind
{
    /// <summary>Pages of an assessment: pageSize, $top, $skip.</summary>
    Page,

    /// <summary>Links to files: sasValidHours.</summary>
    Export,

    /// <summary>Entities: all query options.</summary>
    List,

    /// <summary>One entity: $select and $expand.</summary>
    Entity,

    /// <summary>Rows without query options.</summary>
    PlainRows,
}
