using System.Net;
using System.Text;
using System.Text.Json;
using Virker.Kernel;

namespace Virker.Platform;

/// <summary>
/// The client of api.statbank.dk: asks with codes, and reads the streamed format, which has no limit of cells.
/// </summary>
internal sealed class StatBank(ConnectorAddresses addresses, Retries retries, IConnectors connectors) : IStatBank
{
    public async Task<Outcome<OfficialTable>> AskAsync(StatBankQuestion question, CancellationToken ct = default)
    {
        if (question.Choices.SelectMany(c => c.Values).Any(IsPaddedCode))
            return new Refusal("statbank.code", "Statistikbankens kommunekoder har tre cifre uden nul foran.");
        var permit = await connectors.PermitAsync(Connector.StatBank, ct);
        if (permit.IsRefused)
            return permit.Refusal;
        var answer = await retries.SendAsync(permit.Value, () => Request(question), ct);
        if (answer.IsRefused)
            return answer.Refusal;
        return answer.Value.Status == HttpStatusCode.OK
            ? Read(answer.Value.Body)
            : new Refusal(
                "statbank.refused",
                $"Statistikbanken svarede: {Message(answer.Value.Body) ?? $"kode {(int)answer.Value.Status}"}"
            );
    }

    internal static Outcome<OfficialTable> Read(string body)
    {
        var lines = WrittenTable.Pasted(body).Rows;
        if (lines.Count == 0)
            return new Refusal("statbank.unreadable", "Svaret fra Statistikbanken er tomt.");
        var columns = lines[0].Cells;
        var rows = lines
            .Skip(1)
            .Select(l =>
                (IReadOnlyList<string?>)
                    [
                        .. l.Cells.Select(
                            (cell, i) =>
                                i == columns.Count - 1 && OfficialTable.Cell(cell) is { } number
                                    ? OfficialTable.FromMachine(number)
                                    : OfficialTable.Cell(cell)
                        ),
                    ]
            )
            .ToList();
        return rows.TrueForAll(r => r.Count == columns.Count)
            ? new OfficialTable(columns, rows)
            : new Refusal("statbank.unreadable", "Svaret fra Statistikbanken kunne ikke læses.");
    }

    private HttpRequestMessage Request(StatBankQuestion question)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                table = question.Table,
                format = "BULK",
                lang = "da",
                valuePresentation = "Code",
                variables = question.Choices.Select(c => new { code = c.Variable, values = c.Values }),
            }
        );
        return new(HttpMethod.Post, new Uri(addresses.StatBank, "v1/data"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }

    private static bool IsPaddedCode(string value) =>
        value.Length == 4 && value[0] == '0' && value.All(char.IsAsciiDigit);

    private static string? Message(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.TrimStart('\ufeff'));
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("message", out var message)
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
