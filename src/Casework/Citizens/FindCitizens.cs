using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>
/// Find citizens by name (words in any order) or by CPR number (exact), a page at a time (page 1 first). The asker's
/// own come first, then the teams', then other running cases. A name does not
/// find children under <see cref="YoungestByName"/>, nor those who have moved away or died: they are found by the whole
/// CPR number only.
/// </summary>
public sealed record FindCitizens(string Text, int Page = 1) : IQuery<CitizensFound>
{
    public const int PageSize = 30;

    /// <summary>Years; a younger one has no case of their own.</summary>
    public const int YoungestByName = 15;
}

/// <summary><paramref name="Total"/> counts those on other pages too.</summary>
public sealed record CitizensFound(IReadOnlyList<CitizenFound> Citizens, int Total) : IRevealsCitizens
{
    public int Page { get; init; } = 1;

    public IEnumerable<CitizenId> Revealed => Citizens.Select(c => c.Id);
}

/// <summary>
/// <paramref name="Address"/> is null when it is protected, or when nobody knows whether it is (<paramref
/// name="AddressProtected"/>).
/// </summary>
public sealed record CitizenFound(
    CitizenId Id,
    string Name,
    DateOnly Born,
    string? Address,
    bool AddressProtected,
    string? Team,
    string? Worker,
    bool HasLeft
)
{
    public CitizenNearness Nearness { get; init; }
}

/// <summary>How near a citizen is to the one who searches; hits stand in this order.</summary>
public enum CitizenNearness
{
    /// <summary>The asker's own case.</summary>
    Own,

    /// <summary>That of a colleague whom the asker covers for today.</summary>
    Covered,

    /// <summary>A running case of one of the asker's teams.</summary>
    Team,

    /// <summary>A running case.</summary>
    Running,

    Other,
}

[Requires("casework.citizen.find", Purpose = "Søgning efter en borger")]
internal sealed class FindCitizensHandler(
    VirkerContext db,
    CprIndex index,
    IStaffDirectory directory,
    CurrentActor actor,
    TimeProvider clock
) : IUseCase<FindCitizens, CitizensFound>
{
    private const int PageSize = FindCitizens.PageSize;

    public async Task<Outcome<CitizensFound>> RunAsync(FindCitizens query, CancellationToken ct = default)
    {
        var words = Words(query.Text);
        if (words.IsRefused) return words.Refusal;
        var matching = Cpr.TryParse(query.Text, out var cpr) ? WithCpr(cpr.Value) : WithWords(words.Value);
        var total = await matching.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var away = await directory.AwayForAsync(actor.Value.User, clock.Today(), ct);
        var found = await Nearest(matching, away).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var staff = await directory.ReadAsync(ct);
        return new CitizensFound([.. found.Select(f => Hit(f, staff))], total) { Page = page };
    }

    internal static Outcome<IReadOnlyList<(string Folded, string Small)>> Words(string text)
    {
        var words = WrittenText.SearchPairs(text);
        return words.Sum(w => w.Small.Length) < 2
            ? new Refusal(
                "citizen.search-too-short",
                "Skriv mindst to bogstaver af navnet eller hele CPR-nummeret.",
                Field: nameof(FindCitizens.Text)
            )
            : words.ToList();
    }

    private IQueryable<CitizenRow> WithCpr(Cpr cpr)
    {
        var hash = index.Of(cpr);
        return db.Set<CitizenRow>().Where(c => c.CprIndex == hash);
    }

    private IQueryable<CitizenRow> WithWords(IReadOnlyList<(string Folded, string Small)> words)
    {
        var (today, bornBy) = (clock.Today(), clock.Today().AddYears(-FindCitizens.YoungestByName));
        return words.Aggregate(
            db.Set<CitizenRow>()
                .Where(c => c.Born <= bornBy && (c.ResidenceTo == null || c.ResidenceTo >= today)),
            (citizens, word) =>
                citizens.Where(c => c.SearchName.Contains(word.Folded) || c.SearchName.Contains(word.Small))
        );
    }

    private sealed record Found(CitizenRow Citizen, CitizenNearness Nearness, CaseRow? Running);

    private IQueryable<Found> Nearest(IQueryable<CitizenRow> matching, IReadOnlyList<UserId> away)
    {
        var (user, teams) = (actor.Value.User, actor.Value.Units.Select(TeamId.From).ToList());
        return from c in matching
            join running in db.Set<CaseRow>().Where(k => k.Closed == null) on c.Id equals running.CitizenId into cases
            from running in cases.DefaultIfEmpty()
            let nearness = running == null ? CitizenNearness.Other
            : user == null ? CitizenNearness.Running
            : running.WorkerId == user ? CitizenNearness.Own
            : running.WorkerId != null && away.Contains(running.WorkerId.Value) ? CitizenNearness.Covered
            : teams.Contains(running.TeamId) ? CitizenNearness.Team
            : CitizenNearness.Running
            orderby nearness, c.SearchName, c.Id
            select new Found(c, nearness, running);
    }

    private CitizenFound Hit(Found found, Staff staff) =>
        new(
            found.Citizen.Id,
            found.Citizen.Name,
            found.Citizen.Born,
            found.Citizen.ShownAddress,
            found.Citizen.AddressProtected != false,
            staff.NameOf(found.Running?.TeamId),
            staff.NameOf(found.Running?.WorkerId),
            found.Citizen.ResidenceTo < clock.Today()
        )
        {
            Nearness = found.Nearness,
        };
}
