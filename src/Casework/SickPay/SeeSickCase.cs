using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// A citizen's sick pay on one page: category, follow-ups by rule, early follow-up, partial return, reassessment, and
/// what the employer sees.
/// </summary>
public sealed record SeeSickCase(CitizenId Citizen) : IQuery<SickView>, IAboutCitizen;

/// <summary>
/// <paramref name="Facts"/>: null until somebody has written them. <paramref name="OnSickPay"/>: the running spell's
/// first day.
/// </summary>
public sealed record SickView(
    string Name,
    DateOnly? OnSickPay,
    SickFacts? Facts,
    ContactCourse? Course,
    LawWord? Reassessment,
    LawWord? Early,
    bool HasCategories,
    IReadOnlyList<PartialReturn> Returns,
    EmployerSees? Employer
)
{
    /// <summary>Those that were made, the newest first.</summary>
    public IReadOnlyList<SickReassessment> Reassessments { get; init; } = [];

    /// <summary>
    /// The last day for the one that waits to be made; null where nothing does, or no law of the day says one.
    /// </summary>
    public DateOnly? ReassessBy { get; init; }

    /// <summary>A conversation has been held since the early follow-up was asked for.</summary>
    public bool EarlyHeld { get; init; }
}

/// <summary>What the follow-up stands on.</summary>
public sealed record SickFacts(DateOnly AbsentFrom)
{
    public int? Category { get; init; }

    public bool Employed { get; init; }

    public string? Employer { get; init; }

    public CompanyId? Company { get; init; }

    public decimal? OrdinaryHours { get; init; }

    public bool CitizenExpectsSoon { get; init; }

    public bool EmployerExpectsSoon { get; init; }

    public DateOnly? EarlyOn { get; init; }

    public EarlyAskedBy? EarlyBy { get; init; }

    public int Version { get; init; }
}

/// <summary>
/// What a rule says about the case, with its paragraphs and how well they are known; or that it is not known.
/// </summary>
public sealed record LawWord(string Text, DateOnly? By, IReadOnlyList<LawRef> Under, LawStatus? Status);

/// <summary>Partly back at work: <paramref name="Share"/> of the job's ordinary hours, where those are known.</summary>
public sealed record PartialReturn(DateOnly From, DateOnly? To, decimal HoursPerWeek, double? Share);

/// <summary>All that the employer's contact sees of the citizen.</summary>
public sealed record EmployerSees(string Name, DateOnly AbsentFrom, PartialReturn? Now, DateOnly? EarlyAsked);

[Requires("casework.sick.see")]
internal sealed class SeeSickCaseHandler(VirkerContext db, CourseReader courses, ILawInForce law, TimeProvider clock)
    : IUseCase<SeeSickCase, SickView>
{
    public async Task<Outcome<SickView>> RunAsync(SeeSickCase query, CancellationToken ct = default)
    {
        var (citizen, today) = (query.Citizen, clock.Today());
        var name = await db.Set<CitizenRow>()
            .Where(c => c.Id == citizen)
            .Select(c => c.GivenName + " " + c.FamilyName)
            .FirstOrDefaultAsync(ct);
        if (name is null) return CitizenRefusals.NotFound;
        var (spells, row) = await RowsAsync(citizen, ct);
        var running = spells.FirstOrDefault(s => s.ToDay is null || s.ToDay >= today);
        var book = await law.ReadAsync(ct);
        var returns = await PartialReturns.OfAsync(db, citizen, row, ct);
        var made = await SickReassessments.MadeAsync(db, citizen, ct);
        return new SickView(
            name,
            running?.FromDay,
            row is null ? null : Facts(row),
            await courses.ReadAsync(citizen, ct),
            running is null ? null : Reassessment(book, spells, today),
            Early(book, row),
            HasCategories(book, row?.AbsentFrom ?? running?.FromDay ?? today),
            returns,
            row?.CompanyId is null ? null : Employer(name, row, returns, today)
        )
        {
            Reassessments = made.ConvertAll(Shown),
            EarlyHeld = (await EarlyHeldAsync(db, row is null ? [] : [row], ct)).Count > 0,
            ReassessBy = SickReassessments.DueOn(Days(spells), SickReassessments.Latest(made), book, today),
        };
    }

    /// <summary>The spells of sick pay and the newest sick case, each the newest first.</summary>
    private async Task<(List<BenefitSpellRow> Spells, SickCaseRow? Case)> RowsAsync(
        CitizenId citizen,
        CancellationToken ct
    ) =>
        (
            await db.Set<BenefitSpellRow>()
                .Where(s => s.CitizenId == citizen && s.Benefit == Benefit.SickPay.Number)
                .OrderByDescending(s => s.FromDay)
                .ToListAsync(ct),
            await db.Set<SickCaseRow>()
                .Where(s => s.CitizenId == citizen)
                .OrderByDescending(s => s.AbsentFrom)
                .FirstOrDefaultAsync(ct)
        );

    private static EmployerSees Employer(
        string name,
        SickCaseRow row,
        IReadOnlyList<PartialReturn> returns,
        DateOnly today
    ) => new(
        name,
        row.AbsentFrom,
        returns.FirstOrDefault(r => r.To is null || r.To >= today),
        row.EarlyBy == EarlyAskedBy.Employer ? row.EarlyOn : null
    );

    private static SickReassessment Shown(SickReassessmentRow row) =>
        new(row.Id, row.DueOn, row.DecidedOn, row.Outcome, row.Reason, row.NextOn, row.MadeBy);

    private static List<(DateOnly From, DateOnly? To)> Days(List<BenefitSpellRow> spells) =>
        spells.ConvertAll(s => (s.FromDay, s.ToDay));

    /// <summary>
    /// Of the cases with an early follow-up, those whose citizen has had a conversation since it was asked for, whether
    /// or not the law's course asks for one.
    /// </summary>
    internal static async Task<IReadOnlySet<CitizenId>> EarlyHeldAsync(
        VirkerContext db,
        IReadOnlyList<SickCaseRow> cases,
        CancellationToken ct
    )
    {
        var asked = cases.Where(c => c.EarlyOn is not null).ToList();
        if (asked.Count == 0)
            return new HashSet<CitizenId>();
        var (citizens, since) = (
            asked.Select(c => c.CitizenId).ToList(),
            asked.Min(c => c.EarlyOn!.Value).DanishStart()
        );
        var held = (
            await db.Set<MeetingRow>()
                .Where(m => m.Status == MeetingStatus.Held && m.At >= since && citizens.Contains(m.CitizenId))
                .Select(m => new { m.CitizenId, m.At })
                .ToListAsync(ct)
        ).ToLookup(m => m.CitizenId, m => m.At.DanishDate());
        return asked.Where(c => held[c.CitizenId].Any(on => on >= c.EarlyOn)).Select(c => c.CitizenId).ToHashSet();
    }

    internal static SickFacts Facts(SickCaseRow r) =>
        new(r.AbsentFrom)
        {
            Category = r.Category,
            Employed = r.Employed,
            Employer = r.Employer,
            Company = r.CompanyId,
            OrdinaryHours = r.OrdinaryHours,
            CitizenExpectsSoon = r.CitizenExpectsSoon,
            EmployerExpectsSoon = r.EmployerExpectsSoon,
            EarlyOn = r.EarlyOn,
            EarlyBy = r.EarlyBy,
            Version = r.Version,
        };

    /// <summary>
    /// Whether the law of the first day of absence knows categories: asked without one, it says that one is missing.
    /// </summary>
    private static bool HasCategories(Lawbook book, DateOnly on) =>
        book.Answer(new SicknessSchedule(), new(), on) is { IsRefused: true, Refusal.Code: "missing-fact" };

    private static LawWord Reassessment(Lawbook book, IReadOnlyList<BenefitSpellRow> spells, DateOnly today) =>
        book.Answer(
                new SicknessReassessment(),
                new([.. spells.Select(s => new SicknessReassessment.Paid(s.FromDay, s.ToDay))]),
                today
            )
            .Match(
                f => new LawWord(f.Why, f.Answer.On, f.Under, f.Status),
                refusal => new LawWord(refusal.Text, null, [], null)
            );

    /// <summary>The last day of an early follow-up that was asked for, where the law of the day is known.</summary>
    private static LawWord? Early(Lawbook book, SickCaseRow? row)
    {
        if (row?.EarlyOn is not { } asked)
            return null;
        var found = book.Answer(new SicknessSchedule(), new(row.Category, row.Employed, false, asked), row.AbsentFrom);
        return found.Match(
            f =>
                f.Answer.FollowUps.FirstOrDefault(u => u.Early) is { } early
                    ? new LawWord(
                        $"Bedt om {asked:dd-MM-yyyy}; holdes senest {early.By:dd-MM-yyyy}.",
                        early.By,
                        f.Under,
                        f.Status
                    )
                    : new LawWord(
                        "Fristen for en tidlig opfølgning er ikke fundet i loven efter reformen. Aftal den hurtigst muligt, og skriv hvornår.",
                        null,
                        [],
                        null
                    ),
            refusal => new LawWord(refusal.Text, null, [], null)
        );
    }
}
