using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Office;

[Part]
internal sealed class Papers(
    VirkerContext db,
    IFileStore files,
    IErasures erasures,
    CurrentActor actor,
    TimeProvider clock
) : IPapers
{
    private static readonly Refusal NotFound = Refusal.NotFound("document.not-found", "Dokumentet findes ikke.");

    public async Task<IReadOnlyList<Paper>> OfAsync(Party party, CancellationToken ct) =>
        await Of(party)
            .OrderByDescending(d => d.ReceivedOn)
            .ThenByDescending(d => d.AddedAt)
            .Select(d => new Paper(d.Id, d.Title, d.Kind, d.ReceivedOn, d.AddedBy))
            .ToListAsync(ct);

    public async Task<Outcome<Done>> AddAsync(Party party, PaperReceived paper, CancellationToken ct)
    {
        if (Decide(paper.Title, paper.ReceivedOn) is { } refusal) return refusal;
        var saved = await files.SaveAsync(new(paper.FileName, paper.Content, FileKind.Papers), ct);
        if (saved.IsRefused) return saved.Refusal;
        db.Add(
            new PaperRow
            {
                Id = Guid.NewGuid(),
                CitizenId = party.Citizen,
                CompanyId = party.Company,
                FileId = saved.Value,
                Title = paper.Title.Trim(),
                Kind = paper.Kind,
                ReceivedOn = paper.ReceivedOn,
                AddedAt = clock.GetUtcNow(),
                AddedBy = actor.Value.Name,
            }
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    public async Task<Outcome<OpenedFile>> OpenAsync(Party party, Guid paper, CancellationToken ct)
    {
        var row = await Of(party).FirstOrDefaultAsync(d => d.Id == paper, ct);
        return row is null ? NotFound : await files.OpenAsync(row.FileId, ct);
    }

    public async Task<Outcome<Done>> RemoveAsync(Party party, Guid paper, CancellationToken ct)
    {
        if (await Of(party).FirstOrDefaultAsync(d => d.Id == paper, ct) is not { } row) return NotFound;
        row.RemovedAt = clock.GetUtcNow();
        erasures.Note("citizen_documents", "id", row.Id, "Dokumentet lå på en forkert sag");
        await db.SaveChangesAsync(ct);
        return await files.RemoveAsync(row.FileId, ct);
    }

    private Refusal? Decide(string title, DateOnly receivedOn) => Refusal.Each(
        string.IsNullOrWhiteSpace(title) || title.Length > 120
            ? new Refusal("document.title",
                "Skriv kort, hvad det er (højst 120 tegn).", Field: nameof(PaperReceived.Title)) : null,
        receivedOn > clock.Today()
            ? new Refusal("document.in-future",
                "Dagen er ikke kommet endnu. Vælg i dag eller en tidligere dag.",
                Field: nameof(PaperReceived.ReceivedOn)) : null);

    private IQueryable<PaperRow> Of(Party party)
    {
        var (citizen, company) = (party.Citizen, party.Company);
        var there = db.Set<PaperRow>().Where(d => d.RemovedAt == null);
        return citizen is not null
            ? there.Where(d => d.CitizenId == citizen)
            : there.Where(d => d.CompanyId == company);
    }
}
