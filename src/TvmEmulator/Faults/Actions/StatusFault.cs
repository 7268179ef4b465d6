using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using TvmEmulator.Configuration;

namespace TvmEmulator.Faults.Actions;

/// <summary>A refusal with any status from 400 to 599, in the words of the service or of a gateway before it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">What stands in the body.</param>
/// <param name="Code">The error code; null takes the one that goes with the status.</param>
/// <param name="Message">The message; null takes the one that goes with the status.</param>
/// <param name="RetryAfter">Seconds of the Retry-After header; null sends none.</param>
internal sealed record StatusFault(int Status, StatusBody Body, string? Code, string? Message, int? RetryAfter) : AnsweringFault
{
    public override string Kind => "status";

    public override string Done => $"answered {Status}";

    public override async Task AnswerAsync(HttpContext context, ContractEdition edition, string hint)
    {
        if (RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        switch (Body)
        {
            case StatusBody.Envelope:
                await FaultAnswer.RefuseAsync(context, Status, Code, Message ?? ReasonPhrases.GetReasonPhrase(Status), hint);
                break;
            case StatusBody.Html:
                await FaultAnswer.WriteGatewayPageAsync(context, Status, hint);
                break;
            default:
                FaultAnswer.Begin(context, Status, hint);
                context.Response.ContentLength = 0;
                break;
        }
    }

    protected override void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber("status", Status);
        json.WriteString("body", JsonNamingPolicy.CamelCase.ConvertName(Body.ToString()));
        if (Code is not null)
            json.WriteString("code", Code);
        if (Message is not null)
            json.WriteString("message", Message);
        if (RetryAfter is { } seconds)
            json.WriteNumber("retryAfter", seconds);
    }
}

/// <summary>What stands in the body of a <see cref="StatusFault"/>.</summary>
internal enum StatusBody
{
    /// <summary>The error as the service, its storage or its login service words it, by the route.</summary>
    Envelope,

    /// <summary>The bare page of a gateway that has lost the service behind it.</summary>
    Html,

    /// <summary>Nothing.</summary>
    Empty,
}
