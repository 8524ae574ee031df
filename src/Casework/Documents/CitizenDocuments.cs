using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("citizen_documents")]
internal sealed class CitizenDocumentRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<CitizenRow>]
    public CitizenId CitizenId { get; init; }

    public FileId FileId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>One of <see cref="CitizenDocumentKind"/>.</summary>
    public string Kind { get; init; } = "";

    public DateOnly ReceivedOn { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public string AddedBy { get; init; } = "";

    public DateTimeOffset? RemovedAt { get; set; }

    public int Version { get; private set; }
}

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

public sealed record CitizenDocument(Guid Id, string Title, string Kind, DateOnly ReceivedOn, string AddedBy);

[Requires("casework.document.see")]
internal sealed class SeeCitizenDocumentsHandler(VirkerContext db) : IUseCase<SeeCitizenDocuments, CitizenDocuments>
{
    public async Task<Outcome<CitizenDocuments>> RunAsync(SeeCitizenDocuments query, CancellationToken ct = default)
    {
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == query.Citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return CitizenRefusals.NotFound;
        return new CitizenDocuments(
            name,
            await db.Set<CitizenDocumentRow>()
                .Where(d => d.CitizenId == query.Citizen && d.RemovedAt == null)
                .OrderByDescending(d => d.ReceivedOn)
                .ThenByDescending(d => d.AddedAt)
                .Select(d => new CitizenDocument(d.Id, d.Title, d.Kind, d.ReceivedOn, d.AddedBy))
                .ToListAsync(ct)
        );
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
internal sealed class AddCitizenDocumentHandler(
    VirkerContext db,
    IFileStore files,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<AddCitizenDocument, Done>
{
    public async Task<Outcome<Done>> RunAsync(AddCitizenDocument command, CancellationToken ct = default)
    {
        if (Decide(command, clock.Today()) is { } refusal) return refusal;
        var saved = await files.SaveAsync(new(command.FileName, command.Content, FileKind.Papers), ct);
        if (saved.IsRefused)
            return saved.Refusal with { Field = "File" };
        db.Add(
            new CitizenDocumentRow
            {
                Id = Guid.NewGuid(),
                CitizenId = command.Citizen,
                FileId = saved.Value,
                Title = command.Title.Trim(),
                Kind = command.Kind,
                ReceivedOn = command.ReceivedOn,
                AddedAt = clock.GetUtcNow(),
                AddedBy = actor.Value.Name,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(AddCitizenDocument command, DateOnly today) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Title) || command.Title.Length > 120
            ? new Refusal("document.title",
                "Skriv kort, hvad det er (højst 120 tegn).", Field: nameof(command.Title)) : null,
        CitizenDocumentKind.All.All(k => k.Code != command.Kind)
            ? new Refusal("document.kind", "Vælg, hvad det er for et dokument.", Field: nameof(command.Kind)) : null,
        command.ReceivedOn > today
            ? new Refusal("document.in-future",
                "Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.",
                Field: nameof(command.ReceivedOn)) : null);
}

/// <summary>Open a paper on a citizen's case.</summary>
public sealed record OpenCitizenDocument(CitizenId Citizen, Guid Document) : IQuery<OpenedFile>, IAboutCitizen;

[Requires("casework.document.see")]
internal sealed class OpenCitizenDocumentHandler(VirkerContext db, IFileStore files)
    : IUseCase<OpenCitizenDocument, OpenedFile>
{
    public async Task<Outcome<OpenedFile>> RunAsync(OpenCitizenDocument query, CancellationToken ct = default)
    {
        var document = await db.Set<CitizenDocumentRow>()
            .FirstOrDefaultAsync(
                d => d.Id == query.Document && d.CitizenId == query.Citizen && d.RemovedAt == null,
                ct
            );
        return document is null
            ? Refusal.NotFound("document.not-found", "Dokumentet findes ikke.")
            : await files.OpenAsync(document.FileId, ct);
    }
}

/// <summary>
/// Take a paper off the case: it was put on the wrong one. The journal keeps that it was there, and not what stood in
/// it.
/// </summary>
public sealed record RemoveCitizenDocument(CitizenId Citizen, Guid Document) : ICommand<Done>, IAboutCitizen;

[Requires("casework.document.write")]
internal sealed class RemoveCitizenDocumentHandler(
    VirkerContext db,
    IFileStore files,
    IErasures erasures,
    TimeProvider clock
) : IUseCase<RemoveCitizenDocument, Done>
{
    public async Task<Outcome<Done>> RunAsync(RemoveCitizenDocument command, CancellationToken ct = default)
    {
        var document = await db.Set<CitizenDocumentRow>()
            .FirstOrDefaultAsync(
                d => d.Id == command.Document && d.CitizenId == command.Citizen && d.RemovedAt == null,
                ct
            );
        if (document is null)
            return Refusal.NotFound("document.not-found", "Dokumentet findes ikke.");
        document.RemovedAt = clock.GetUtcNow();
        erasures.Note("citizen_documents", "id", document.Id, "Dokumentet lå på en forkert sag");
        await db.SaveChangesAsync(ct);
        return await files.RemoveAsync(document.FileId, ct);
    }
}
