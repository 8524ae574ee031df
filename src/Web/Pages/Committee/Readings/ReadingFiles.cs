using System.Text;
using Microsoft.AspNetCore.Authorization;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Web.Pages.Committee.Readings;

/// <summary>The paper as it was handed in, and the right answer: always downloaded, never shown in the page's
/// name.</summary>
internal sealed class ReadingFiles : IMapsEndpoints
{
    public static string Source(ReadingId id) => $"/udvalg/laesninger/{id}/fil";

    public static string Answer(ReadingId id) => $"/udvalg/laesninger/{id}/svar.json";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/udvalg/laesninger/{id:guid}/fil", SourceAsync)
            .WithMetadata(new ForAttribute<OpenReadingFile>(),
            new EndpointRuleAttribute(Look.None) { MaxBody = 0 });
        app.MapGet("/udvalg/laesninger/{id:guid}/svar.json", AnswerAsync)
            .WithMetadata(new ForAttribute<OpenReadingFile>(),
            new EndpointRuleAttribute(Look.None) { MaxBody = 0 });
    }

    private static async Task<IResult> SourceAsync(Guid id, IUseCase<OpenReadingFile, OpenedFile> open,
        HttpResponse response, CancellationToken ct) =>
        (await open.RunAsync(new(ReadingId.From(id)), ct)).Match<IResult>(file =>
        {
            foreach (var (name, value) in file.Headers.Where(h => h.Key != "Content-Type")) response.Headers[name] =
                value;
            return Results.Stream(file.Content, file.About.Kind.ContentType);
        }, _ => Results.NotFound());

    private static async Task<IResult> AnswerAsync(Guid id, IUseCase<ExportCases, CasesExported> export,
        HttpResponse response, CancellationToken ct) =>
        (await export.RunAsync(new(ReadingId.From(id)), ct)).Match<IResult>(cases =>
        {
            response.Headers.ContentDisposition = ContentDisposition.Attachment($"{cases.Cases[0].Stem}.json");
            return Results.Bytes(Encoding.UTF8.GetBytes(cases.Cases[0].Answer), "application/json");
        }, _ => Results.NotFound());
}
