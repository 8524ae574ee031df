using Virker.Rules;

namespace Virker.Bench;

/// <summary>
/// Whole histories of six spells on average between January 2016 and June 2025; one spell in six is a subsidised wage.
/// Everybody has a benefit in the last week, so that every answer is a place on the ladder.
/// </summary>
internal sealed record Histories(LadderSpell[] Spells, int[] Ends)
{
    private const int LongestGap = 58, LongestSpell = 40;

    private static readonly int First = new DateOnly(2016, 1, 4).DayNumber / 7;

    public static readonly int Last = new DateOnly(2025, 6, 30).DayNumber / 7;

    public static Histories Make(int persons)
    {
        var random = new Random(1);
        var spells = new List<LadderSpell>(persons * 7);
        var ends = new int[persons];
        for (var person = 0; person < persons; person++)
        {
            var count = random.Next(2, 12);
            var at = First + random.Next(0, 100);
            for (var spell = 1; spell < count && at < Last - LongestSpell; spell++)
            {
                var last = at + random.Next(1, LongestSpell);
                spells.Add(new(at, last, random.Next(6) > 0));
                at = last + 1 + random.Next(0, LongestGap);
            }

            spells.Add(new(Math.Min(at, Last), Last, true));
            ends[person] = spells.Count;
        }

        return new([.. spells], ends);
    }

    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        var at = 0;
        for (var person = 0; person < Ends.Length; person++)
        {
            for (; at < Ends[person]; at++)
            {
                writer.Write(Spells[at].Counts ? person : -person - 1);
                writer.Write(Spells[at].First - First);
                writer.Write(Spells[at].Last - First);
            }
        }
    }
}

/// <summary>The ladder's law on a Monday, read once.</summary>
internal sealed record Ladder(int Week, int RestartWeeks, int RestartWithinYears, int[] PercentByWeek)
{
    public static Ladder On(DateOnly monday)
    {
        var book = Lawbook.Current;
        return new(
            monday.DayNumber / 7,
            book["refund.week.restart-weeks"].On(monday).Value.Whole,
            book["refund.week.restart-within-years"].On(monday).Value.Whole,
            [0, .. Enumerable.Range(1, 53).Select(week => RefundPercentage.Of(week, monday).Value.Answer.Percent)]
        );
    }

    public long Percents(Histories histories, int[] places)
    {
        RefundLadder.Weeks(histories.Spells, histories.Ends, Week, RestartWeeks, RestartWithinYears, places);
        var sum = 0L;
        foreach (var place in places) sum += PercentByWeek[Math.Min(place, PercentByWeek.Length - 1)];
        return sum;
    }
}

/// <summary>
/// A municipality's contact courses: registered within the latest half-year, with none to six conversations held.
/// </summary>
internal static class Courses
{
    private static readonly DateOnly Today = new(2026, 5, 18);

    public static IReadOnlyList<CourseOfCitizen> Make(int citizens)
    {
        var random = new Random(1);
        int[] groups = [1, 1, 1, 2, 2, 3, 3, 4, 5, 7, 8, 9, 10];
        return
        [
            .. Enumerable
                .Range(0, citizens)
                .Select(_ =>
                {
                    var registered = Today.AddDays(-random.Next(1, 180));
                    List<ContactCourseDue.Held> held =
                    [
                        .. Enumerable
                            .Range(0, random.Next(0, 6))
                            .Select(n => new ContactCourseDue.Held(
                                registered.AddDays(random.Next(1, 180)),
                                n % 2 == 0 ? "municipality" : "unemployment-fund"
                            )),
                    ];
                    return new CourseOfCitizen(new(groups[random.Next(groups.Length)], Today, held), registered);
                }),
        ];
    }

    public static void Due(IReadOnlyList<CourseOfCitizen> courses)
    {
        if (ContactCourseRegister.Review(Lawbook.Current, courses, Today).Citizens.Count != courses.Count)
            throw new InvalidOperationException("Not all were looked through.");
    }
}
