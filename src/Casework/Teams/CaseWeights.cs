using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// How much a case weighs against a job-ready one (1.0), by benefit: the municipality's own number where it has set
/// one, else the usual one that Virker comes with. It compares portfolios and says nothing about the work in a single
/// case.
/// </summary>
internal sealed class CaseWeights(IReadOnlyDictionary<int, CaseWeightRow> own)
{
    private const double Otherwise = 0.5;

    private static readonly IReadOnlyDictionary<int, (double Weight, string Why)> Usual = new[]
    {
        (Benefit.Unemployment, 0.7, "A-kassen holder en del af samtalerne."),
        (Benefit.JobReady, 1.0, "Målestokken: en jobparat på kontanthjælp."),
        (Benefit.ActivityReady, 1.4, "Flere parter, længere samtaler og flere planer på tværs."),
        (Benefit.EducationHelp, 1.3, "Unge: uddannelsesplan og samarbejde med skoler."),
        (Benefit.Transition, 1.4, "Program, tolk og danskuddannelse."),
        (Benefit.SickPay, 1.1, "Lægeoplysninger og kontakt til arbejdsgiver."),
        (Benefit.JobClarification, 1.5, "Afklaring med mange parter."),
        (Benefit.ResourceCourse, 1.5, "Afklaring med mange parter."),
        (Benefit.UnemploymentFlex, 1.0, "Som en jobparat: samtaler og virksomhedskontakt."),
        (Benefit.FlexJob, 0.3, "Er i job; opfølgning en gang imellem."),
        (Benefit.Rehabilitation, 1.2, "Uddannelse eller optræning, der skal følges."),
        (Benefit.DisabilityPension, Otherwise, "Ingen særlig vægt."),
    }.ToDictionary(u => u.Item1.Number!.Value, u => (u.Item2, u.Item3));

    public static async Task<CaseWeights> ReadAsync(VirkerContext db, CancellationToken ct) =>
        new((await db.Set<CaseWeightRow>().AsNoTracking().ToListAsync(ct)).ToDictionary(w => w.Benefit));

    public double Of(int? benefit) =>
        benefit is not { } code ? Otherwise
        : own.TryGetValue(code, out var set) ? set.Weight / 100.0
        : Usual.TryGetValue(code, out var usual) ? usual.Weight
        : Otherwise;

    /// <summary>What running cases on these benefits weigh together (belastning), wherever it is shown.</summary>
    public double Of(IEnumerable<int?> benefits) => Math.Round(benefits.Sum(Of), 1);

    public IReadOnlyList<CaseWeight> All(DateOnly today) =>
        [
            .. CodeList
                .Benefits.All.Where(b => b.Number is { } number && Usual.ContainsKey(number))
                .Select(b =>
                    own.GetValueOrDefault(b.Number!.Value) is { } set
                        ? new CaseWeight(
                            b.Number!.Value,
                            b.Label(today),
                            set.Weight / 100.0,
                            set.Why,
                            set.ChangedBy,
                            set.ChangedAt
                        )
                        : new CaseWeight(
                            b.Number!.Value,
                            b.Label(today),
                            Of(b.Number),
                            Usual[b.Number!.Value].Why,
                            null,
                            null
                        )
                ),
        ];
}

/// <summary>The weights as they stand. <paramref name="Benefit"/>: the register's code.</summary>
public sealed record CaseWeight(
    int Benefit,
    string Name,
    double Weight,
    string Why,
    string? ChangedBy,
    DateTimeOffset? ChangedAt
);

public sealed record SeeCaseWeights : IQuery<CaseWeightList>;

public sealed record CaseWeightList(IReadOnlyList<CaseWeight> All);

[Requires("team.load.see")]
internal sealed class SeeCaseWeightsHandler(VirkerContext db, TimeProvider clock)
    : IUseCase<SeeCaseWeights, CaseWeightList>
{
    public async Task<Outcome<CaseWeightList>> RunAsync(SeeCaseWeights query, CancellationToken ct = default) =>
        new CaseWeightList((await CaseWeights.ReadAsync(db, ct)).All(clock.Today()));
}

/// <summary>Set what a case on a benefit weighs, and say why.</summary>
public sealed record SetCaseWeight(int Benefit, double Weight, string Why) : ICommand<Done>;

[Requires("team.weight.set")]
internal sealed class SetCaseWeightHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SetCaseWeight, Done>
{
    public async Task<Outcome<Done>> RunAsync(SetCaseWeight command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal)
            return refusal;
        if (
            (await CaseWeights.ReadAsync(db, ct))
                .All(clock.Today())
                .Any(w => w.Benefit == command.Benefit && w.Weight == command.Weight && w.Why == command.Why.Trim())
        )
            return Done.It;
        var row = await db.Set<CaseWeightRow>().FirstOrDefaultAsync(w => w.Benefit == command.Benefit, ct);
        if (row is null)
            db.Add(row = new CaseWeightRow { Benefit = command.Benefit });
        (row.Weight, row.Why, row.ChangedAt, row.ChangedBy) = (
            (int)Math.Round(command.Weight * 100),
            command.Why.Trim(),
            clock.GetUtcNow(),
            actor.Value.Name
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    internal static Refusal? Decide(SetCaseWeight command) => Refusal.Each(
        CodeList.Benefits.All.All(b => b.Number != command.Benefit)
            ? new Refusal("weight.benefit", "Vælg ydelsen.", Field: nameof(command.Benefit)) : null,
        command.Weight is not (>= 0 and <= 10)
            ? new Refusal("weight.range", "Vægten skal ligge mellem 0 og 10.", Field: nameof(command.Weight)) : null,
        string.IsNullOrWhiteSpace(command.Why) || command.Why.Length > 300
            ? new Refusal("weight.no-reason",
                "Skriv, hvorfor sagerne vejer det (højst 300 tegn). Kollegerne skal kunne forstå tallet.",
                Field: nameof(command.Why)) : null);
}
