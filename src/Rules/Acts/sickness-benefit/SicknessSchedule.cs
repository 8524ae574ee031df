using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The follow-up of a sick-listed person as a schedule. Between 1 February and 30 June 2026 it is not known which rules
/// held.
/// </summary>
public sealed class SicknessSchedule : IRule<SicknessSchedule.Facts, SicknessSchedule.Course>
{
    /// <param name="Category">1–3 until the reform; left out since.</param>
    /// <param name="Employed">Sick-listed from a job.</param>
    /// <param name="WellWithinHalfYear">Both citizen and employer expect it.</param>
    /// <param name="EarlyRequested">The day on which an early follow-up was asked for (§§ 7 c, 7 e).</param>
    public sealed record Facts(
        [Within(1, 3)] int? Category = null,
        bool Employed = false,
        bool WellWithinHalfYear = false,
        DateOnly? EarlyRequested = null
    );

    public sealed record Course(IReadOnlyList<FollowUp> FollowUps);

    /// <param name="By">The last day, by law.</param>
    /// <param name="Suggested">An even spread: Virker's proposal, not a demand of the law.</param>
    /// <param name="InPerson">By personal attendance; otherwise the citizen chooses. Null where no rule has been
    /// found.</param>
    /// <param name="Early">Asked for by the citizen or the employer.</param>
    public sealed record FollowUp(
        int Number,
        DateOnly By,
        DateOnly Suggested,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? InPerson,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Early = false
    );

    public string Id => "sickness.schedule";

    public string Title => "Opfølgning med sygemeldte som et forløb";

    public string Anchor => "Første fraværsdag";

    public IEnumerable<Example> Examples =>
        [
            new("""{"category": 2}""", "2023-04-03"),
            new("""{"category": 3, "early_requested": "2023-04-10"}""", "2023-04-03"),
            new("""{"employed": true, "well_within_half_year": true}""", "2026-08-03"),
            new("""{}""", "2026-08-03"),
        ];

    public Outcome<Finding<Course>> Answer(Facts facts, LawOn law)
    {
        if (law.Has("sickness.schedule.other-count"))
            return SinceReform(facts, law);
        if (facts.Category is null && law.Has("sickness.follow_up.count"))
            return new Refusal("missing-fact", "Oplysningen category mangler.", Field: "category");
        if (facts.Category == 1)
            return law.Knows("sickness.schedule.category-1-weeks", out int weeks)
                ? law.Finds(
                    new Course([]),
                    Danish.Say($"Kategori 1: ventes rask inden for {weeks} uger; ingen opfølgning er fastsat."),
                    "Du ventes rask snart, så der er ingen fast samtale."
                )
                : law.Refused;
        var rule = new SicknessFollowUp().Answer(new(facts.Category ?? 2), law);
        if (rule.IsRefused) return rule.Refusal;
        if (!law.Knows("sickness.schedule.form", out string form)) return law.Refused;
        var (first, count, before) = rule.Value.Answer;
        var ups = Spread(law.Day, first, count, before);
        return Early(facts, law) is { } early
            ? early.IsRefused ? early.Refusal : Found([early.Value, .. ups], form, law)
            : Found(ups, form, law);
    }

    private static Outcome<Finding<Course>> Found(List<FollowUp> ups, string form, LawOn law) =>
        law.Finds(
            new Course(ups),
            Danish.Say($"{ups.Count} opfølgninger, den første senest {ups[0].By} og alle senest {ups.Max(u => u.By)}. {form}."),
            Danish.Say($"Vi holder {ups.Count} samtaler om din sygdom. Den første er senest {ups[0].By:d. MMMM yyyy}.")
        );

    private static List<FollowUp> Spread(DateOnly from, DateOnly first, int count, DateOnly before)
    {
        var rest = (before.DayNumber - first.DayNumber) / Math.Max(1, count);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(n => new FollowUp(n + 1, n == 0 ? first : before.AddDays(-1), first.AddDays(n * rest), n == 0)),
        ];
    }

    private static Outcome<FollowUp>? Early(Facts facts, LawOn law)
    {
        if (facts.EarlyRequested is not { } asked) return null;
        if (!law.Knows("sickness.schedule.early-weeks", out int weeks)) return law.Refused;
        var by = asked.AddDays(7 * weeks);
        return new FollowUp(0, by, by, null, Early: true);
    }

    private static Outcome<Finding<Course>> SinceReform(Facts facts, LawOn law)
    {
        if (facts is { Employed: true, WellWithinHalfYear: true })
            return law.Knows("sickness.schedule.employed-weeks", out int weeks)
                ? law.Finds(
                    new Course([]),
                    Danish.Say($"I arbejde og ventet rask inden for {weeks} uger: som udgangspunkt ingen opfølgning fra kommunen."),
                    "Du og din arbejdsgiver følger selv din sygdom. Kommunen holder som udgangspunkt ingen samtaler."
                )
                : law.Refused;
        if (
            !law.Knows("sickness.schedule.other-count", out int count)
            || !law.Knows("sickness.schedule.other-months", out int months)
        )
            return law.Refused;
        var last = law.Day.AddMonths(months).AddDays(-1);
        var days = last.DayNumber - law.Day.DayNumber;
        List<FollowUp> ups =
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => new FollowUp(n, last, law.Day.AddDays(days * n / (count + 1)), null)),
        ];
        return law.Finds(
            new Course(ups),
            Danish.Say($"Mindst {count} samtale senest {last}."),
            Danish.Say($"Vi holder mindst {count} samtale med dig senest {last:d. MMMM yyyy}.")
        );
    }
}
