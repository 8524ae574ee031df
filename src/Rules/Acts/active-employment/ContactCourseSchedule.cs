using System.Text.Json.Serialization;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// The contact course of one citizen as a schedule: each conversation of the first six months with its window and who
/// holds it. Three regimes: 2020–2023, 2024–June 2026, and from 1 July 2026, when the law also looks at the group (<see
/// cref="ContactCoursePortfolio"/>).
/// </summary>
public sealed class ContactCourseSchedule : IRule<ContactCourseSchedule.Facts, ContactCourseSchedule.Course>
{
    /// <param name="TargetGroup">LAB § 6, nr. 1–13; 9 only on ledighedsydelse.</param>
    /// <param name="FromStart">Dagpenge: visited to the municipality from the first day (§ 27, stk. 3).</param>
    public sealed record Facts([Within(1, 13)] int TargetGroup, bool FromStart = false);

    /// <param name="Conversations">In the order of their windows.</param>
    /// <param name="SharePercent">The share of the group with whom they must be held; under 100 from 1 July
    /// 2026.</param>
    public sealed record Course(IReadOnlyList<Conversation> Conversations, int SharePercent);

    /// <param name="Number">1 the holder's first.</param>
    /// <param name="Holder">municipality, unemployment-fund, or both.</param>
    /// <param name="From">The window's first day.</param>
    /// <param name="By">The window's last day, by law.</param>
    /// <param name="Suggested">An even spread over the window: Virker's proposal, not a demand of the law.</param>
    /// <param name="Voluntary">The citizen may decline it.</param>
    /// <param name="ForAll">It must be held with everybody, also where the share is under 100.</param>
    public sealed record Conversation(
        int Number, string Holder, DateOnly From, DateOnly By, DateOnly Suggested,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Voluntary = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ForAll = false);

    public const string Municipality = "municipality";
    public const string Fund = "unemployment-fund";
    public const string Both = "municipality-and-fund";

    public string Id => "contact_course.schedule";

    public string Title => "Kontaktforløbets samtaler, hver med vindue og hvem der holder den";

    public string Anchor => "Dagen for tilmelding eller første henvendelse";

    public IEnumerable<Example> Examples =>
        [
            new("""{"target_group": 1}""", "2022-02-01"),
            new("""{"target_group": 1}""", "2024-02-01"),
            new("""{"target_group": 1, "from_start": true}""", "2024-02-01"),
            new("""{"target_group": 1}""", "2026-08-03"),
            new("""{"target_group": 2}""", "2024-03-04"),
            new("""{"target_group": 2}""", "2026-08-03"),
        ];

    public Outcome<Finding<Course>> Answer(Facts facts, LawOn law)
    {
        if (NotFound(facts.TargetGroup, law) is { } refusal)
            return refusal;
        if (
            !law.Knows("contact_course.share", out int share)
            || !law.Knows("contact_course.schedule.months", out int months)
        )
            return law.Refused;
        var planned = facts.TargetGroup == 1 ? Dagpenge(facts.FromStart, months, law) : Others(months, law);
        if (planned.IsRefused) return planned.Refusal;
        var first = FirstBy(facts.TargetGroup, law);
        List<Conversation> all = [.. planned.Value.OrderBy(c => c.From).ThenBy(c => c.Suggested).ThenBy(c => c.Number)];
        var opening = all.FindIndex(c => !c.Voluntary);
        var by = first < all[opening].By ? first.Value : all[opening].By;
        all[opening] = all[opening] with
        {
            By = by,
            Suggested = by < all[opening].Suggested ? by : all[opening].Suggested,
            ForAll = share < 100,
        };
        return law.Finds(
            new Course(all, share),
            $"{Sentence(all)}{(share < 100 ? Danish.Say($" Samtalerne holdes med mindst {share} pct. af gruppen; den første med alle.") : "")}",
            Danish.Say($"I de første {months} måneder har du {all.Count(c => !c.Voluntary)} samtaler. Den første er senest {by:d. MMMM yyyy}.")
        );
    }

    /// <summary>
    /// Who the § names: 1–5, 7, 8, 9 and 10 until 30 June 2026; since then only three groups have been found.
    /// </summary>
    private static Refusal? NotFound(int group, LawOn law) =>
        group switch
        {
            6 => new(
                "no-rule-at-date",
                "Sygedagpengemodtagere følger opfølgningen i sygedagpengeloven.",
                new LawRef("Lov om sygedagpenge", "13 b")
            ),
            11 or 12 or 13 => new("no-rule-at-date", Danish.Say($"Kontaktforløbet for målgruppe {group} er ikke fundet i loven.")),
            3 or 4 or 5 or 7 or 8 or 10 when law.Has("contact_course.portfolio.share") => new(
                "no-rule-at-date",
                Danish.Say($"Mindstetallet af samtaler for målgruppe {group} er ikke fundet for {law.Day}.")
            ),
            _ => null,
        };

    private static Outcome<List<Conversation>> Dagpenge(bool fromStart, int months, LawOn law)
    {
        if (fromStart && law.Has("contact_course.schedule.from-start"))
            return law.Knows("contact_course.schedule.from-start", out int whole)
                ? Spread(Municipality, whole, law.Day, 0, months)
                : law.Refused;
        if (fromStart)
            return new Refusal(
                "no-rule-at-date",
                Danish.Say($"Antallet af samtaler for den, der er visiteret til kommunen fra begyndelsen, er ikke fundet for {law.Day}.")
            );
        if (
            !law.Knows("contact_course.dagpenge.municipality", out int municipality)
            || !law.Knows("contact_course.dagpenge.unemployment-fund", out int fund)
        )
            return law.Refused;
        if (law.Has("contact_course.schedule.fund-joint-months"))
            return Jointly(municipality, months, law);
        return law.Knows("contact_course.schedule.fund-months", out int half)
            ? (List<Conversation>)
                [.. Spread(Fund, fund, law.Day, 0, half), .. Spread(Municipality, municipality, law.Day, half, months)]
            : law.Refused;
    }

    /// <summary>
    /// 2020–2023: the municipality's own, and two in which the fund takes part and that the citizen may decline.
    /// </summary>
    private static Outcome<List<Conversation>> Jointly(int municipality, int months, LawOn law)
    {
        if (
            !law.Knows("contact_course.schedule.fund-joint-months", out int border)
            || !law.Knows("contact_course.schedule.fund-takes-part", out string _)
        )
            return law.Refused;
        return (List<Conversation>)
            [
                .. Spread(Municipality, municipality, law.Day, 0, months),
                Spread(Both, 1, law.Day, 0, border)[0] with
                {
                    Voluntary = true,
                },
                Spread(Both, 1, law.Day, border, months)[0] with
                {
                    Number = 2,
                    Voluntary = true,
                },
            ];
    }

    private static Outcome<List<Conversation>> Others(int months, LawOn law) =>
        law.Knows("contact_course.other.municipality", out int count)
            ? Spread(Municipality, count, law.Day, 0, months)
            : law.Refused;

    private static List<Conversation> Spread(string holder, int count, DateOnly from, int begin, int end)
    {
        var (first, last) = (from.AddMonths(begin), from.AddMonths(end).AddDays(-1));
        var days = last.DayNumber - first.DayNumber;
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => new Conversation(n, holder, first, last, first.AddDays(days * n / (count + 1)))),
        ];
    }

    /// <summary>The first conversation's own deadline, where the law gives the group one on the day.</summary>
    private static DateOnly? FirstBy(int group, LawOn law)
    {
        var name = group == 1 ? "contact_course.first_by.weeks-1" : "contact_course.first_by.weeks-2-5";
        return group <= 5 && law.Has(name) && law.Knows(name, out int weeks) ? law.Day.AddDays(7 * weeks) : null;
    }

    private static string Sentence(List<Conversation> all) =>
        "Samtaler: "
        + string.Join(
            "; ",
            all.GroupBy(c => (c.Holder, c.Voluntary))
                .Select(g =>
                    Danish.Say($"{g.Count()} {Words(g.Key.Holder)}{(g.Key.Voluntary ? ", som borgeren kan sige nej til," : "")} fra {g.Min(c => c.From)} til {g.Max(c => c.By)}")
                )
        )
        + ".";

    internal static string Words(string holder) =>
        holder switch
        {
            Fund => "hos a-kassen",
            Both => "hos kommunen sammen med a-kassen",
            _ => "hos kommunen",
        };
}
