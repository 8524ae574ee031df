using System.Numerics;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A week on a benefit and its place on the refund ladder: the days with benefit in it (the first bit is the Monday's),
/// and the percentage that the state pays (for dagpenge: that it does not ask the municipality for).
/// </summary>
public readonly record struct LadderWeek(int Benefit, DateOnly Monday, byte WithBenefit, int Week, int StatePercent)
{
    public int Days => BitOperations.PopCount(WithBenefit);

    /// <summary>Those of the days that lie between two, so that a week across two months gives each its own.</summary>
    public int DaysBetween(DateOnly first, DateOnly last)
    {
        var (from, to) = (
            Math.Max(0, first.DayNumber - Monday.DayNumber),
            Math.Min(6, last.DayNumber - Monday.DayNumber)
        );
        return from > to ? 0 : BitOperations.PopCount((uint)WithBenefit >> from & ((1u << (to - from + 1)) - 1));
    }
}

/// <summary>
/// What the law says about refund in each week of a stretch, and where a history's weeks stand on it. A week is the one
/// of the benefit whose stay touches it first.
/// </summary>
public sealed class LadderWeeks
{
    /// <summary>By benefit, as <see cref="Benefit.OnRefundLadder"/> has it: it is asked for every week.</summary>
    private static readonly bool[] OnLadder =
        [.. Enumerable.Range(0, byte.MaxValue).Select(Benefit.OnRefundLadder.Contains)];

    /// <summary>
    /// Førtidspension and flex jobs stand on it only when they were given from this day on
    /// (refund.count.disability-pension, refund.count.flex-job).
    /// </summary>
    private static readonly DateOnly FirstAwards = new(2014, 7, 1);

    /// <summary>A-dagpenge: paid by the unemployment funds, and the municipality pays its share of them.</summary>
    private static readonly int CoFinanced = Benefit.Unemployment.Number!.Value;

    private static readonly int FlexJob = Benefit.FlexJob.Number!.Value;

    private static readonly int DisabilityPension = Benefit.DisabilityPension.Number!.Value;

    private readonly IReadOnlyList<DateOnly> _mondays;
    private readonly WeekLaw[] _law;

    private LadderWeeks(IReadOnlyList<DateOnly> mondays, WeekLaw[] law) => (_mondays, _law) = (mondays, law);

    /// <summary>The law of every Monday between two days, or why it is not known.</summary>
    public static Outcome<LadderWeeks> Between(DateOnly from, DateOnly to, LawVersion version) =>
        OfMondays(from, to, version);

    /// <summary>
    /// The law of every week that has a day between two. Where the first week began before the ladder did, its days
    /// stand as the next week's do (lov om kommunernes finansiering § 29: 1–3 January 2016).
    /// </summary>
    public static Outcome<LadderWeeks> Touching(DateOnly from, DateOnly to, LawVersion version)
    {
        var monday = from.AddDays(-(((int)from.DayOfWeek + 6) % 7));
        if (OfMondays(monday, to, version) is { IsRefused: false } whole) return whole;
        var later = OfMondays(from, to, version);
        return later.IsRefused || monday == from || later.Value._law.Length == 0
            ? later
            : new LadderWeeks([monday, .. later.Value._mondays], [later.Value._law[0], .. later.Value._law]);
    }

    private static Outcome<LadderWeeks> OfMondays(DateOnly from, DateOnly to, LawVersion version)
    {
        var mondays = Enumerable
            .Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1))
            .Select(from.AddDays)
            .Where(d => d.DayOfWeek == DayOfWeek.Monday)
            .ToList();
        var law = new WeekLaw[mondays.Count];
        for (var i = 0; i < law.Length; i++)
        {
            if (i > 0 && version.AsOf is not null)
            {
                law[i] = law[0];
                continue;
            }

            var read = WeekLaw.On(version.On(mondays[i]));
            if (read.IsRefused) return read.Refusal;
            law[i] = read.Value == law[Math.Max(0, i - 1)] ? law[i - 1] : read.Value;
        }

        return new LadderWeeks(mondays, law);
    }

    /// <summary>
    /// Whether a stay's weeks have a place on the ladder; one that has not is no self-support either.
    /// </summary>
    public static bool StandsOn(Stay benefit) =>
        benefit.Code < OnLadder.Length
        && OnLadder[benefit.Code]
        && ((benefit.Code != FlexJob && benefit.Code != DisabilityPension) || benefit.From >= FirstAwards);

    /// <param name="benefits">By first day.</param>
    public IEnumerable<LadderWeek> Of(IReadOnlyList<Stay> benefits)
    {
        var ladder = new LadderSpell[benefits.Count];
        for (var i = 0; i < ladder.Length; i++)
            ladder[i] = new(benefits[i].From.DayNumber / 7, benefits[i].To.DayNumber / 7, StandsOn(benefits[i]));
        var (at, before, week) = (0, -1, 0);
        for (var i = 0; i < _mondays.Count; i++)
        {
            var (monday, sunday) = (_mondays[i], _mondays[i].AddDays(6));
            while (at < benefits.Count && (benefits[at].To < monday || !StandsOn(benefits[at]))) at++;
            if (at == benefits.Count) yield break;
            if (benefits[at].From > sunday) continue;
            var goesOn = before == at && i > 0 && ReferenceEquals(_law[i], _law[i - 1]);
            week = goesOn
                ? week + 1
                : RefundLadder.Week(ladder, monday.DayNumber / 7, _law[i].RestartWeeks, _law[i].RestartWithinYears);
            before = at;
            yield return new(
                benefits[at].Code,
                monday,
                DaysIn(benefits, at, monday, sunday),
                week,
                _law[i].StatePercent(benefits[at].Code == CoFinanced, week)
            );
        }
    }

    /// <summary>Days with a benefit of the ladder in the week, from the stay that has the week and on.</summary>
    private static byte DaysIn(IReadOnlyList<Stay> benefits, int first, DateOnly monday, DateOnly sunday)
    {
        var (days, until) = (0u, monday.DayNumber - 1);
        for (var i = first; i < benefits.Count && benefits[i].From <= sunday; i++)
        {
            if (!StandsOn(benefits[i])) continue;
            var from = Math.Max(benefits[i].From.DayNumber, until + 1);
            var to = Math.Min(benefits[i].To.DayNumber, sunday.DayNumber);
            if (to < from) continue;
            (days, until) = (days | (((1u << (to - from + 1)) - 1) << (from - monday.DayNumber)), to);
        }

        return (byte)days;
    }

    /// <summary>The law of a week: when the count starts again, and step by step what the state pays.</summary>
    private sealed record WeekLaw(int RestartWeeks, int RestartWithinYears, Steps Refund, Steps CoFinancing)
    {
        public int StatePercent(bool coFinanced, int week) => coFinanced ? 100 - CoFinancing.In(week) : Refund.In(week);

        public static Outcome<WeekLaw> On(LawOn law) =>
            law.Knows("refund.week.restart-weeks", out int restart)
            && law.Knows("refund.week.restart-within-years", out int years)
            && Steps.Read(law, "refund.percentage") is { } refund
            && Steps.Read(law, "refund.cofinancing") is { } own
                ? new WeekLaw(restart, years, refund, own)
                : law.Refused;
    }

    /// <summary>The percentage of each step, and the last week of each but the last.</summary>
    private sealed record Steps(int First, int Second, int Third, int Last, (int First, int Second, int Third) Until)
    {
        public int In(int week) =>
            week <= Until.First ? First
            : week <= Until.Second ? Second
            : week <= Until.Third ? Third
            : Last;

        public static Steps? Read(LawOn law, string rule) =>
            law.Knows($"{rule}.weeks-1-4", out int first)
            && law.Knows($"{rule}.weeks-5-26", out int second)
            && law.Knows($"{rule}.weeks-27-52", out int third)
            && law.Knows($"{rule}.weeks-53-on", out int last)
                ? new(
                    first,
                    second,
                    third,
                    last,
                    (law.Limit("refund.steps.first"), law.Limit("refund.steps.second"), law.Limit("refund.steps.third"))
                )
                : null;
    }
}
