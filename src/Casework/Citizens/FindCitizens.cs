using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>Find citizens by name (words in any order) or by CPR number (exact). At most <see cref="FindCitizensHandler.Most"/> are shown.</summary>
public sealed record FindCitizens(string Text) : IQuery;

/// <summary><paramref name="Total"/> counts those that were not shown too.</summary>
public sealed record CitizensFound(IReadOnlyList<CitizenFound> Citizens, int Total) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Citizens.Select(c => c.Id);
}

/// <summary><paramref name="Address"/> is null when it is protected, or when nobody knows whether it is (<paramref name="AddressProtected"/>).</summary>
public sealed record CitizenFound(CitizenId Id, string Name, DateOnly Born, string? Address, bool AddressProtected, string? Team, string? Worker, bool HasLeft);

[Requires("casework.citizen.find", Purpose = "Søgning efter en borger")]
internal sealed class FindCitizensHandler(VirkerContext db, KeyRing keys, CurrentMunicipality municipality) : IUseCase<FindCitizens, CitizensFound>
{
    internal const int Most = 50;

    public async Task<Outcome<CitizensFound>> RunAsync(FindCitizens query, CancellationToken ct = default)
    {
        var words = Words(query.Text);
        if (words.IsRefused) return words.Refusal;
        var matching = Cpr.TryParse(query.Text, out var cpr) ? WithCpr(cpr.Value) : WithWords(words.Value);
        var found = await matching.OrderBy(c => c.SearchName).ThenBy(c => c.Id).Take(Most).ToListAsync(ct);
        var total = found.Count < Most ? found.Count : await matching.CountAsync(ct);
        return new CitizensFound(await WithCasesAsync(found, ct), total);
    }

    internal static Outcome<IReadOnlyList<(string Folded, string Small)>> Words(string text)
    {
        var words = WrittenText.SearchPairs(text);
        return words.Sum(w => w.Small.Length) < 2
            ? new Refusal("citizen.search-too-short", "Skriv mindst to bogstaver af navnet eller hele CPR-nummeret.", Field: nameof(FindCitizens.Text))
            : words.ToList();
    }

    private IQueryable<CitizenRow> WithCpr(Cpr cpr)
    {
        var index = keys.Of(municipality.Value).BlindIndex(cpr);
        return db.Set<CitizenRow>().AsNoTracking().Where(c => c.CprIndex == index);
    }

    private IQueryable<CitizenRow> WithWords(IReadOnlyList<(string Folded, string Small)> words) => words.Aggregate(
        db.Set<CitizenRow>().AsNoTracking(), (citizens, word) => citizens.Where(c => c.SearchName.Contains(word.Folded) || c.SearchName.Contains(word.Small)));

    private async Task<IReadOnlyList<CitizenFound>> WithCasesAsync(List<CitizenRow> found, CancellationToken ct)
    {
        var ids = found.Select(c => c.Id).ToList();
        var cases = await (
            from c in db.Set<CaseRow>()
            where c.Closed == null && ids.Contains(c.CitizenId)
            join team in db.Set<TeamRow>() on c.TeamId equals team.Id
            join worker in db.Set<WorkerRow>() on c.WorkerId equals worker.UserId into workers
            from worker in workers.DefaultIfEmpty()
            select new { c.CitizenId, Team = team.Name, Worker = worker == null ? null : worker.Name }).ToDictionaryAsync(c => c.CitizenId, ct);
        return [.. found.Select(c => new CitizenFound(c.Id, c.Name, c.Born, c.ShownAddress, c.AddressProtected != false,
            cases.GetValueOrDefault(c.Id)?.Team, cases.GetValueOrDefault(c.Id)?.Worker, c.ResidenceTo is not null))];
    }
}
