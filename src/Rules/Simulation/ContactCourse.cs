using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// A contact course as the register shows it: from the first day of an unbroken time on benefits that have one, to its
/// end. Two stays with at most four weeks between them are one course.
/// </summary>
internal readonly record struct RegisteredCourse(DateOnly From, DateOnly To, int Benefit)
{
    public const string Words =
        "Et kontaktforløb regnes fra første dag på en ydelse med kontaktforløb; højst fire ugers pause afbryder det ikke.";

    private const int Pause = 28;

    /// <summary>LAB § 6, nr. 1–5, 7, 8, 9 (ledighedsydelse) and 10, by the benefit that the register has.</summary>
    private static readonly int[] WithCourse = [1, 2, 3, 4, 5, 7, 8, 9, 11];

    public bool IsUnemploymentBenefit => Benefit == 1;

    /// <summary>Those that begin between two days.</summary>
    public static IEnumerable<RegisteredCourse> BegunBetween(CaseHistory history, DateOnly from, DateOnly to)
    {
        RegisteredCourse? running = null;
        foreach (var stay in history.Benefits.Where(b => WithCourse.Contains(b.Code)))
        {
            if (running is { } goesOn && stay.From.DayNumber - goesOn.To.DayNumber <= Pause + 1)
            {
                running = goesOn with { To = stay.To > goesOn.To ? stay.To : goesOn.To };
                continue;
            }

            if (running is { } ended && ended.From >= from && ended.From <= to) yield return ended;
            running = new(stay.From, stay.To, stay.Code);
        }

        if (running is { } last && last.From >= from && last.From <= to) yield return last;
    }
}

/// <summary>How many conversations the municipality must hold in the courses that begin in the window.</summary>
internal sealed class ConversationsQuestion : ISimulatedQuestion
{
    private const int Months = 6;

    private static readonly ContactCourseConversations Rule = new();

    public string Id => "samtaler";

    public string Title => "Samtaler, som kommunen skal holde i de første seks måneder";

    public string Measure => "samtaler";

    public IReadOnlyList<string> Rules => [Rule.Id];

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) =>
        [
            RegisteredCourse.Words,
            "Samtalerne ligger jævnt i de seks måneder; slutter forløbet før, tæller kun dem, der nåede at forfalde.",
            "Hvor loven kun kræver samtaler med en del af gruppen, tæller den første samtale for alle og resten med andelen.",
            terms.ConversationPrice is { } price
                ? $"En samtale koster {price.ToString("#,0.##", Danish.Culture)} kr."
                : "Prisen for en samtale er ikke oplyst, så der er ingen kroner på.",
        ];

    public IReadOnlyList<string> Lacks(SimulationTerms terms) => [];

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms) =>
        history =>
            RegisteredCourse
                .BegunBetween(history, terms.From, terms.To)
                .Select(course =>
                    Rule.Answer(new(course.IsUnemploymentBenefit ? "dagpenge" : "other"), law.On(course.From))
                        .Match(
                            finding => Part(course, Due(course, finding.Answer, terms.To), terms),
                            refusal => SimulatedPart.Without(course.From, course.Benefit, refusal.Text)
                        )
                );

    private static SimulatedPart Part(RegisteredCourse course, decimal due, SimulationTerms terms) =>
        new(course.From, course.Benefit, due, terms.ConversationPrice * due);

    private static decimal Due(RegisteredCourse course, ContactCourseConversations.Course law, DateOnly until)
    {
        var all = course.From.AddMonths(Months).DayNumber - course.From.DayNumber;
        var last = course.To < until ? course.To : until;
        var due = Math.Min(law.Municipality, law.Municipality * (last.DayNumber - course.From.DayNumber + 1) / all);
        var forAll = law.FirstForAll == true ? Math.Min(1, due) : due;
        return forAll + ((due - forAll) * law.SharePercent / 100m);
    }
}

/// <summary>In how many courses that begin in the window the first conversation was not held in time.</summary>
internal sealed class FirstConversationQuestion : ISimulatedQuestion
{
    private static readonly ContactCourseFirstBy Rule = new();

    public string Id => "foerste-samtale";

    public string Title => "Forløb, hvor den første samtale ikke er holdt inden fristen";

    public string Measure => "forløb";

    public IReadOnlyList<string> Rules => [Rule.Id];

    public IReadOnlyList<string> Assumptions(SimulationTerms terms) =>
    [
        RegisteredCourse.Words,
        "Forløb, der sluttede inden fristen, og frister efter registerets sidste dag tæller ikke.",
    ];

    public IReadOnlyList<string> Lacks(SimulationTerms terms) => [];

    public Func<CaseHistory, IEnumerable<SimulatedPart>> Under(LawVersion law, SimulationTerms terms) =>
        history => Parts(history, law, terms);

    private static IEnumerable<SimulatedPart> Parts(CaseHistory history, LawVersion law, SimulationTerms terms)
    {
        foreach (var course in RegisteredCourse.BegunBetween(history, terms.From, terms.To))
        {
            var group = CaseHistory.CodeOn(history.TargetGroups, course.From);
            if (group is < 1 or > 5) continue;
            var deadline = Rule.Answer(new(group), law.On(course.From));
            if (deadline.IsRefused)
                yield return SimulatedPart.Without(course.From, course.Benefit, deadline.Refusal.Text);
            else
                yield return new(
                    course.From,
                    course.Benefit,
                    IsLate(history, course, Moved(deadline.Value.Answer.By, law, course.From), terms.To) ? 1 : 0
                );
        }
    }

    /// <summary>The deadline counted from the course's own first day when another day's law is asked.</summary>
    private static DateOnly Moved(DateOnly by, LawVersion law, DateOnly from) =>
        from.AddDays(by.DayNumber - law.DayFor(from).DayNumber);

    private static bool IsLate(CaseHistory history, RegisteredCourse course, DateOnly by, DateOnly until) =>
        by <= until && course.To >= by && !history.Conversations.Any(day => day >= course.From && day <= by);
}
