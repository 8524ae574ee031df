using Microsoft.AspNetCore.Authorization;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Casework.Documents;

/// <summary>The papers on a citizen's case as files.</summary>
internal sealed class CitizenFiles : IMapsEndpoints
{
    public static string Url(CitizenId citizen, Guid document) => $"/borgere/{citizen}/dokumenter/{document:N}";

    public void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/borgere/{id:guid}/dokumenter/{document:guid}", OpenAsync)
            .WithMetadata(
                new ForAttribute<OpenCitizenDocument>(),
                new EndpointRuleAttribute(Look.AboutCitizen) { MaxBody = 0 }
            );

    private static async Task<IResult> OpenAsync(
        Guid id,
        Guid document,
        IUseCase<OpenCitizenDocument, OpenedFile> open,
        HttpResponse response,
        CancellationToken ct
    ) =>
        (await open.RunAsync(new(CitizenId.From(id), document), ct)).Match<IResult>(
            file =>
            {
                foreach (var (name, value) in file.Headers.Where(h => h.Key != "Content-Type"))
                    response.Headers[name] = value;
                return Results.Stream(file.Content, file.About.Kind.ContentType);
            },
            refused =>
                refused.Code == "citizen.reason-required"
                    ? Results.Redirect(
                        Reason.ReasonPage.Url(CitizenId.From(id), $"/borgere/{CitizenId.From(id)}/dokumenter")
                    )
                    : Results.NotFound()
        );
}
