using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>What a paper on a case is.</summary>
public sealed record CitizenDocumentKind : CodeWord<CitizenDocumentKind>
{
    public static readonly CitizenDocumentKind Application = new("ansoegning", "Ansøgning");
    public static readonly CitizenDocumentKind Certificate = new("attest", "Lægeattest");
    public static readonly CitizenDocumentKind Cv = new("cv", "Cv");
    public static readonly CitizenDocumentKind Education = new("uddannelse", "Bevis for uddannelse");
    public static readonly CitizenDocumentKind Means = new("oekonomi", "Økonomi");
    public static readonly CitizenDocumentKind Letter = new("brev", "Brev");
    public static readonly CitizenDocumentKind Other = new("andet", "Andet");

    private CitizenDocumentKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>The papers on a citizen's case, the newest first.</summary>
public sealed record SeeCitizenDocuments(CitizenId Citizen) : IQuery<CitizenDocuments>, IAboutCitizen;

public sealed record CitizenDocuments(string Name, IReadOnlyList<CitizenDocument> All);

public sealed record CitizenDocument(
    Guid Id,
    string Title,
    CitizenDocumentKind Kind,
    DateOnly ReceivedOn,
    string AddedBy
)
{
    internal static CitizenDocument Of(Paper paper) =>
        new(paper.Id, paper.Title, CitizenDocumentKind.Stored(paper.Kind), paper.ReceivedOn, paper.AddedBy);
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
    CitizenDocumentKind Kind,
    DateOnly ReceivedOn,
    string FileName,
    Stream Content
) : ICommand<Done>, IAboutCitizen;

[Requires("casework.document.write")]
internal sealed class AddCitizenDocumentHandler(IPapers papers) : IUseCase<AddCitizenDocument, Done>
{
    public Task<Outcome<Done>> RunAsync(AddCitizenDocument command, CancellationToken ct = default) =>
        papers.AddAsync(
            Party.Of(command.Citizen),
            new(command.Title, command.Kind.Code, command.ReceivedOn, command.FileName, command.Content),
            ct
        );
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
