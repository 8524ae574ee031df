using Microsoft.AspNetCore.Authorization;
using Virker.Platform;

namespace Virker.Web;

/// <summary>/sund: the process answers. /klar: every municipality's database answers too.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/sund", () => Results.Text("sund")).WithMetadata(EndpointRuleAttribute.Asset, new AuthorizeAttribute(Policies.Anyone));
        app.MapGet("/klar", ReadyAsync).WithMetadata(EndpointRuleAttribute.Asset, new AuthorizeAttribute(Policies.Anyone));
    }

    private static async Task<IResult> ReadyAsync(MunicipalityCatalogue catalogue, ILoggerFactory logs, CancellationToken ct)
    {
        foreach (var municipality in catalogue.All)
        {
            try
            {
                await using var connection = await Connections.OpenAsync(municipality.Database, ct);
                await using var command = connection.CreateCommand();
                command.CommandText = "select 1";
                await command.ExecuteScalarAsync(ct);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                logs.CreateLogger("Virker.Web.Health").LogError(problem, "The database of {Municipality} does not answer.", municipality.Slug);
                return Results.Text("ikke klar", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }

        return Results.Text("klar");
    }
}
