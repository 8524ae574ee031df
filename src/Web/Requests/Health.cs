using Microsoft.AspNetCore.Authorization;
using Virker.Platform;

namespace Virker.Web;

/// <summary>
/// /sund: the process answers. /klar: every municipality's database, schema, keys and disk are well too.
/// </summary>
internal sealed class Health : IMapsEndpoints
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sund", () => Results.Text("sund"))
            .WithMetadata(EndpointRuleAttribute.Asset, new AuthorizeAttribute(Policies.Anyone));
        app.MapGet("/klar", ReadyAsync)
            .WithMetadata(EndpointRuleAttribute.Asset, new AuthorizeAttribute(Policies.Anyone));
    }

    private static async Task<IResult> ReadyAsync(
        MunicipalityCatalogue catalogue,
        MunicipalityHealth health,
        ILoggerFactory logs,
        CancellationToken ct
    )
    {
        foreach (var municipality in catalogue.All)
        {
            var report = await health.CheckAsync(municipality, ct);
            if (report.IsWell)
                continue;
            logs.CreateLogger("Virker.Web.Health")
                .LogError(
                    "{Municipality} is not well: {Findings}",
                    municipality.Slug,
                    string.Join(", ", report.Findings.Where(f => !f.IsWell).Select(f => $"{f.Name} {f.Text}"))
                );
            return Results.Text("ikke klar", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.Text("klar");
    }
}
