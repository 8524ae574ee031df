using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What a paper on a case is.</summary>
public static class CitizenDocumentKind
{
    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        ("ansoegning", "Ansøgning"),
        ("attest", "Lægeattest"),
        ("cv", "Cv"),
        ("uddannelse", "Bevis for uddannelse"),
        ("oekonomi", "Økonomi"),
        ("brev", "Brev"),
        ("andet", "Andet"),
    ];

    public static string Text(string code) => All.FirstOrDefault(k => k.Code == code).Text ?? code;
}

/// <summary>The papers on a citizen's case, the newest first.</summary>
public sealed record SeeCitizenDocuments(CitizenId Citizen) : IQuery<CitizenDocuments>, IAboutCitizen;

public sealed record CitizenDocuments(string Name, IReadOnlyList<CitizenDocument> All);

public sealed record CitizenDocument(Guid Id, string Title, string Kind, DateOnly ReceivedOn, string AddedBy)
{
    internal static CitizenDocument Of(Paper paper) =>
        new(paper.Id, paper.Title, paper.Kind, paper.ReceivedOn, paper.AddedBy);
}

[Requires("casework.document.see")]
internal sealed class SeeCitizenDocumentsHandler(VirkerContext db, IPapers papers)
    : IUseCase<SeeCitizenDocuments, CitizenDocuments>
{
    public async Task<Outcome<CitizenDocuments>> RunAsync(SeeCitizenDocuments query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return CitizenRefusals.NotFound;
        var all = await papers.OfAsync(Party.Of(query.Citizen), ct);
        return new CitizenDocuments(name, [.. all.Select(CitizenDocument.Of)]);
    }
}

/// <summary>Put a paper on a citizen's case.</summary>
public sealed record AddCitizenDocument(
    CitizenId Citizen,
    string Title,
    string Kind,
    DateOnly ReceivedOn,
    string FileName,
    Stream Content
) : ICommand<Done>, IAboutCitizen;

[Requires("casework.document.write")]
internal sealed class AddCitizenDocumentHandler(IPapers papers) : IUseCase<AddCitizenDocument, Done>
{
    public async Task<Outcome<Done>> RunAsync(AddCitizenDocument command, CancellationToken ct = default) =>
        Refusal.Each(papers.Decide(command.Title, command.ReceivedOn), Decide(command)) is { } refusal
            ? refusal
            : await papers.AddAsync(
                Party.Of(command.Citizen),
                new(command.Title, command.Kind, command.ReceivedOn, command.FileName, command.Content),
                ct
            );

    internal static Refusal? Decide(AddCitizenDocument command) =>
        CitizenDocumentKind.All.All(k => k.Code != command.Kind)
            ? new Refusal("document.kind", "Vælg, hvad det er for et dokument.", Field: nameof(command.Kind))
            : null;
}

/// <summary>Open a paper on a citizen's case.</summary>
public sealed record OpenCitizenDocument(CitizenId Citizen, Guid Document) : IQuery<OpenedFile>, IAboutCitizen;

[Requires("casework.document.see")]
internal sealed class OpenCitizenDocumentHandler(IPapers papers) : IUseCase<OpenCitizenDocument, OpenedFile>
{
    public Task<Outcome<OpenedFile>> RunAsync(OpenCitizenDocument query, CancellationToken ct = default) =>
        papers.OpenAsync(Party.Of(query.Citizen), query.Document, ct);
}

/// <summary>
/// Take a paper off the case: it was put on the wrong one. The journal keeps that it was there, and not what stood in
/// it.
/// </summary>
public sealed record RemoveCitizenDocument(CitizenId Citizen, Guid Document) : ICommand<Done>, IAboutCitizen;

[Requires("casework.document.write")]
internal sealed class RemoveCitizenDocumentHandler(IPapers papers) : IUseCase<RemoveCitizenDocument, Done>
{
    public Task<Outcome<Done>> RunAsync(RemoveCitizenDocument command, CancellationToken ct = default) =>
        papers.RemoveAsync(Party.Of(command.Citizen), command.Document, ct);
}
