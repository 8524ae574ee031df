using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// The list of the day: the caller's own citizens, or (<paramref name="Team"/>) those of one of their teams.
/// </summary>
public sealed record SeeToday(TeamId? Team = null) : IQuery<Today>
{
    /// <summary>Only those with this reason, null is every reason.</summary>
    public WorkReason? Reason { get; init; }

    /// <summary>Only this worker's.</summary>
    public UserId? Worker { get; init; }

    public MarkColour? Colour { get; init; }

    /// <summary>Those on hold instead of those that are not.</summary>
    public bool OnHold { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

/// <summary>
/// Each counter counts exactly the rows that its filter shows. <paramref name="Total"/>: rows of the filter on all
/// pages.
/// </summary>
public sealed record Today(
    DateOnly Day,
    IReadOnlyList<TodayCounter> Counters,
    int OnHold,
    int Cases,
    IReadOnlyList<TodayRow> Rows,
    int Total,
    PortfolioShare Share,
    IReadOnlyList<SavedView> Views
) : IRevealsCitizens
{
    /// <summary>Those with any reason at all, whatever the filter.</summary>
    public int WithReason { get; init; }

    /// <summary>The asker's own teams.</summary>
    public IReadOnlyList<(TeamId Id, string Name)> Teams { get; init; } = [];

    /// <summary>How many of <see cref="Cases"/> are a colleague's, whom the asker covers for today.</summary>
    public int Covered { get; init; }

    public IEnumerable<CitizenId> Revealed => Rows.Select(r => r.Citizen);
}

public sealed record TodayCounter(WorkReason Reason, int Count);

/// <summary>A row answers without being opened: what, why, when, who.</summary>
public sealed record TodayRow(
    CitizenId Citizen,
    string Name,
    DateOnly Born,
    IReadOnlyList<TodayReason> Reasons,
    DateTimeOffset? NextMeeting,
    DateTimeOffset? LastMeeting,
    string? Benefit,
    DateOnly? BenefitSince,
    DateOnly? Deadline,
    string? InterpreterLanguage,
    bool AddressProtected,
    string? Worker,
    MarkColour? Colour,
    DateOnly? HoldUntil,
    HoldReason? HoldReason,
    MeetingId? Meeting
)
{
    /// <summary>It is a colleague's, whom the asker covers for today.</summary>
    public bool IsCovered { get; init; }
}

public sealed record SavedView(Guid Id, string Name, string Query);

[Requires("casework.day.see", Purpose = "Overblik over dagens arbejde")]
internal sealed class SeeTodayHandler(
    VirkerContext db,
    DayBook book,
    OwnMarks own,
    IStaffDirectory directory,
    CurrentActor actor
)
    : IUseCase<SeeToday, Today>
{
    private const int LargestPage = 10_000;

    public async Task<Outcome<Today>> RunAsync(SeeToday query, CancellationToken ct = default)
    {
        if (query.Team is { } team && !actor.Value.Units.Contains(team.Value))
            return new Refusal("team.not-yours", "Du kan kun se sagerne i dine egne team.");
        var user = actor.Value.User;
        bool IsCovered(TodayCase c) => query.Team is null && c.WorkerId != user;
        var day = await book.CurrentAsync(ct);
        var all = await own.PutOnAsync(
            query.Team is { } asked ? day.Cases.OfTeam(asked) : await MineAsync(day, ct),
            ct
        );
        var working = all.Where(c => !c.IsResting && Matches(c, query)).ToList();
        var listed = (
            query.OnHold
                ? all.Where(c => c.IsResting && Matches(c, query))
                : working.Where(c =>
                    query.Reason is null ? c.Reasons.Count > 0 : c.Reasons.Any(r => r.Reason == query.Reason)
                )
        ).ToList();
        var size = Math.Clamp(query.PageSize, 1, LargestPage);
        var page = listed
            .OrderBy(c => c.Reasons.Count == 0 ? int.MaxValue : c.Reasons[0].Reason.Weight)
            .ThenBy(TimeToday)
            .ThenBy(c => Deadline(c) ?? DateOnly.MaxValue)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Skip((Math.Max(1, query.Page) - 1) * size)
            .Take(size);
        var views = await db.Set<SavedViewRow>()
            .Where(v => v.UserId == user)
            .OrderBy(v => v.Name)
            .Select(v => new SavedView(v.Id, v.Name, v.Query))
            .ToListAsync(ct);
        return new Today(
            day.Day,
            Counters(working),
            all.Count(c => c.IsResting && Matches(c, query)),
            all.Count,
            [.. page.Select(c => Row(c) with { IsCovered = IsCovered(c) })],
            listed.Count,
            PortfolioShare.Of(all, day.Day, day.Law),
            views
        )
        {
            WithReason = working.Count(c => c.Reasons.Count > 0),
            Covered = all.Count(IsCovered),
            Teams =
            [
                .. actor
                    .Value.Units.Select(TeamId.From)
                    .Distinct()
                    .Where(t => day.Staff.Team(t) is not null)
                    .Select(t => (t, day.Staff.NameOf(t)!))
                    .OrderBy(t => t.Item2, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The asker's own cases, and on the days of a cover those of the one who is away.</summary>
    private async Task<IReadOnlyCollection<TodayCase>> MineAsync(DayPage day, CancellationToken ct)
    {
        if (actor.Value.User is not { } user) return [];
        var away = await directory.AwayForAsync(user, day.Day, ct);
        return [.. day.Cases.OfWorker(user), .. away.Where(w => w != user).SelectMany(day.Cases.OfWorker)];
    }

    private static IReadOnlyList<TodayCounter> Counters(IReadOnlyList<TodayCase> cases) =>
        [
            .. WorkReason.All.Select(r => new TodayCounter(
                r,
                cases.Count(c => c.Reasons.Any(x => x.Reason == r))
            )),
        ];

    private static bool Matches(TodayCase c, SeeToday query) =>
        (query.Worker is not { } worker || c.WorkerId == worker) && (query.Colour is null || c.Colour == query.Colour);

    /// <summary>Today's conversations stand in the order that they are held in.</summary>
    private static DateTimeOffset? TimeToday(TodayCase c) =>
        c.Reasons.Count > 0 && c.Reasons[0].Reason == WorkReason.MeetingToday ? c.State.NextMeeting : null;

    private static DateOnly? Deadline(TodayCase c) => c.State.Course?.Next?.By;

    private static TodayRow Row(TodayCase c) =>
        new(
            c.Citizen,
            c.Name,
            c.Born,
            c.Reasons,
            c.State.NextMeeting,
            c.State.LastHeld,
            c.Benefit is { } benefit ? CodeList.Benefits.Label(benefit, c.BenefitSince!.Value) : null,
            c.BenefitSince,
            Deadline(c),
            c.InterpreterLanguage,
            c.AddressProtected,
            c.Worker,
            c.Colour,
            c.Hold?.Until,
            c.Hold?.Reason,
            c.Meeting
        );
}
