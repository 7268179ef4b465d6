namespace TvmEmulator.OData.Queries;

/// <summary>What of a row an answer shows.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Expansions">Other rows that belong to it.</param>
/// <param name="Context">What <c>$select</c> and <c>$expand</c> add to the context.</param>
internal sealed record Projection<TRow>(IReadOnlyList<RowColumn<TRow>> Columns, IReadOnlyList<Expansion<TRow>> Expansions, IReadOnlyList<string> Context)
{
    /// <summary>What an answer shows when nobody asks for anything else.</summary>
    public static Projection<TRow> Of(EntityShape<TRow> shape) => new(shape.Shown, [], []);

    /// <summary>Writes an array of rows.</summary>
    public async ValueTask WriteArrayAsync(AnswerStream answer, IReadOnlyList<TRow> rows)
    {
        answer.Json.WriteStartArray();
        foreach (var row in rows)
        {
            await WriteAsync(answer, row);
            await answer.SendAsync();
            if (answer.IsClosed)
                return;
        }

        answer.Json.WriteEndArray();
    }

    /// <summary>Writes an object.</summary>
    public async ValueTask WriteAsync(AnswerStream answer, TRow row)
    {
        answer.Json.WriteStartObject();
        await WriteMembersAsync(answer, row);
        answer.Json.WriteEndObject();
    }

    /// <summary>Writes an object without its braces.</summary>
    public async ValueTask WriteMembersAsync(AnswerStream answer, TRow row)
    {
        foreach (var column in Columns)
            column.Write(answer.Json, row);
        foreach (var expansion in Expansions)
            await expansion.WriteAsync(answer, row);
    }
}
