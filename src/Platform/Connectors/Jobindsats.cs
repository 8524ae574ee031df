using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The client of jobindsats.dk: its third interface, and its second where the third does not have the table (known from
/// public clients and the agency's examples; see docs/operations/connectors.md). The key is one an organisation, asked
/// for by e-mail.
/// </summary>
internal sealed partial class Jobindsats(ConnectorAddresses addresses, Retries retries, IConnectors connectors)
    : IJobindsats
{
    public async Task<Outcome<OfficialTable>> AskAsync(
        JobindsatsQuestion question,
        string? key,
        CancellationToken ct = default
    )
    {
        if (string.IsNullOrWhiteSpace(key))
            return new Refusal(
                "jobindsats.key",
                "Kommunen har ingen nøgle til jobindsats. Læg den i kommunens nøglemappe, eller indlæs tallene fra en fil."
            );
        var newest = await AskAsync(
            question,
            question.Latest,
            latest => V3(question, latest, key),
            JobindsatsAnswer.ReadV3,
            ct
        );
        return newest.Refusal?.Code == NotThere
            ? await AskAsync(
                question,
                question.Latest,
                latest => V2(question, latest, key),
                JobindsatsAnswer.ReadV2,
                ct
            )
            : newest;
    }

    private const string NotThere = "jobindsats.not-there";

    /// <summary>Asks once more, for as many periods as there are, where it was asked for too many.</summary>
    private async Task<Outcome<OfficialTable>> AskAsync(
        JobindsatsQuestion question,
        int latest,
        Func<int, HttpRequestMessage> make,
        Func<string, Outcome<OfficialTable>> read,
        CancellationToken ct
    )
    {
        var permit = await connectors.PermitAsync(Connector.Jobindsats, ct);
        if (permit.IsRefused) return permit.Refusal;
        var answer = await retries.SendAsync(permit.Value, () => make(latest), ct);
        if (answer.IsRefused) return answer.Refusal;
        var (status, body) = answer.Value;
        if (
            status != HttpStatusCode.OK
            && Available().Match(body) is { Success: true } found
            && WrittenNumber.Code(found.Groups[1].ValueSpan) is { } there
            && there > 0
            && there < latest
        )
            return await AskAsync(question, there, make, read, ct);
        return status switch
        {
            HttpStatusCode.OK => read(body),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new Refusal(
                "jobindsats.key",
                "Jobindsats kender ikke kommunens nøgle."
            ),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new Refusal(
                NotThere,
                $"Jobindsats har ikke tabellen {question.Table}."
            ),
            _ => new Refusal("jobindsats.refused", $"Jobindsats svarede ikke med tal (kode {(int)status})."),
        };
    }

    private HttpRequestMessage V3(JobindsatsQuestion question, int latest, string key)
    {
        var areas = question.Areas == OfficialAreas.WholeCountry ? "/" : "*";
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                addresses.Jobindsats,
                $"v3/data/{Uri.EscapeDataString(question.Table)}?mgroup.*=*&period.{(question.Kind == OfficialPeriodKind.Month ? "M" : "Q")}=latest:{latest}&hierarchy._nykom={areas}&format=json"
            )
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        return request;
    }

    private HttpRequestMessage V2(JobindsatsQuestion question, int latest, string key)
    {
        var areas = question.Areas == OfficialAreas.WholeCountry ? "Hele landet" : "*";
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                addresses.Jobindsats,
                $"v2/data/{Uri.EscapeDataString(question.Table)}/json/?period=l({(question.Kind == OfficialPeriodKind.Month ? "m" : "q")}:{latest})&area={Uri.EscapeDataString(areas)}"
            )
        );
        request.Headers.TryAddWithoutValidation("Authorization", key.Trim());
        return request;
    }

    [GeneratedRegex(@"only (\d{1,4}) periods are available", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Available();
}
