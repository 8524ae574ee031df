using FsCheck;
using FsCheck.Fluent;
using Virker.Rules;

namespace Virker.Tests.Rules;

/// <summary>The contact course as a schedule, for one citizen and for the group.</summary>
public sealed class ContactCourseTests
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(
            new DateOnly(2020, 1, 1).DayNumber,
            new DateOnly(2026, 12, 31).DayNumber
        )
        .Select(DateOnly.FromDayNumber);

    private static ContactCourseSchedule.Course Schedule(int group, DateOnly on, bool fromStart = false) =>
        Lawbook.Current.Answer(new ContactCourseSchedule(), new(group, fromStart), on).Value.Answer;

    private static ContactCourseDue.Due Due(
        int group,
        DateOnly on,
        DateOnly today,
        bool exempted,
        params ContactCourseDue.Held[] held
    ) =>
        Lawbook
            .Current.Answer(new ContactCourseDue(), new(group, today, [.. held], Exempted: exempted), on)
            .Value.Answer;

    private static ContactCourseConversations.Course Counted(string benefit, DateOnly on) =>
        Lawbook.Current.Answer(new ContactCourseConversations(), new(benefit), on).Value.Answer;

    [Fact]
    public void The_schedule_holds_as_many_conversations_as_the_law_counts() => Prop.ForAll(Days.ToArbitrary(), day =>
    {
        var (planned, counted) = (Schedule(1, day).Conversations, Counted("dagpenge", day));
        return planned.Count(c => c.Holder == ContactCourseSchedule.Municipality) == counted.Municipality
            && planned.Count(c => c.Holder != ContactCourseSchedule.Municipality) == counted.UnemploymentFund
            && Schedule(2, day).Conversations.Count == Counted("other", day).Municipality;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_window_lies_within_six_months_and_the_proposal_lies_within_the_window() =>
        Prop.ForAll(
                Days.ToArbitrary(),
                day =>
                    new[] { 1, 2, 9 }
                        .SelectMany(group => Schedule(group, day).Conversations)
                        .All(c =>
                            c.From >= day && c.By < day.AddMonths(6) && c.Suggested >= c.From && c.Suggested <= c.By
                        )
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Exactly_the_first_is_for_all_once_the_group_is_measured() =>
        Prop.ForAll(
                Days.ToArbitrary(),
                day => Schedule(1, day).Conversations.Count(c => c.ForAll) == (day >= new DateOnly(2026, 7, 1) ? 1 : 0)
            )
            .Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(
        "2023-12-31",
        "municipality,municipality,municipality,municipality,municipality-and-fund,municipality-and-fund"
    )]
    [InlineData(
        "2024-01-01",
        "municipality,municipality,municipality,unemployment-fund,unemployment-fund,unemployment-fund"
    )]
    [InlineData(
        "2026-06-30",
        "municipality,municipality,municipality,unemployment-fund,unemployment-fund,unemployment-fund"
    )]
    [InlineData("2026-07-01", "municipality,municipality,unemployment-fund,unemployment-fund")]
    public void Each_regime_has_its_own_holders(string registered, string holders) =>
        string.Join(',', Schedule(1, Day(registered)).Conversations.Select(c => c.Holder).Order(StringComparer.Ordinal))
            .ShouldBe(holders);

    [Fact]
    public void The_citizen_may_decline_what_the_fund_takes_part_in_until_2024() =>
        Schedule(1, Day("2023-12-31"))
            .Conversations.Where(c => c.Voluntary)
            .Select(c => c.Holder)
            .Distinct()
            .ShouldBe([ContactCourseSchedule.Both]);

    [Fact]
    public void A_citizen_visited_to_the_municipality_from_the_start_has_six_there() =>
        Schedule(1, Day("2024-02-01"), fromStart: true)
            .Conversations.Select(c => c.Holder)
            .ShouldBe(Enumerable.Repeat(ContactCourseSchedule.Municipality, 6));

    [Theory]
    [InlineData("2024-03-11", 0)]
    [InlineData("2024-03-12", 1)]
    [InlineData("2024-09-03", 1)]
    [InlineData("2024-09-04", 4)]
    public void A_conversation_is_overdue_the_day_after_its_window(string today, int overdue) =>
        Due(2, Day("2024-03-04"), Day(today), false).Overdue.ShouldBe(overdue);

    [Fact]
    public void What_was_held_is_no_longer_due()
    {
        var due = Due(
            2,
            Day("2024-03-04"),
            Day("2024-06-01"),
            false,
            new(Day("2024-03-08"), "municipality"),
            new(Day("2024-04-15"), "municipality")
        );
        (due.Missing, due.Overdue, due.Next!.Number).ShouldBe((2, 0, 3));
        Due(
            2,
            Day("2024-03-04"),
            Day("2024-06-01"),
            false,
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(i => new ContactCourseDue.Held(Day("2024-03-08").AddDays(i), "municipality")),
            ]
        )
            .Next.ShouldBeNull();
    }

    [Fact]
    public void A_conversation_with_the_fund_is_none_of_the_municipalitys() =>
        Due(
            1,
            Day("2024-02-01"),
            Day("2024-06-01"),
            false,
            new ContactCourseDue.Held(Day("2024-02-08"), "unemployment-fund")
        )
            .Missing.ShouldBe(5);

    [Fact]
    public void Who_is_exempted_still_has_the_first_conversation()
    {
        Due(2, Day("2026-08-03"), Day("2026-08-04"), exempted: true).Missing.ShouldBe(1);
        Due(
            2,
            Day("2026-08-03"),
            Day("2026-08-20"),
            exempted: true,
            new ContactCourseDue.Held(Day("2026-08-07"), "municipality")
        )
            .Missing.ShouldBe(0);
        Due(2, Day("2026-06-30"), Day("2026-07-01"), exempted: true)
            .Missing.ShouldBe(4, "nobody could be exempted before 1 July 2026");
    }

    [Fact]
    public void The_group_is_met_at_three_in_four_and_not_one_below() =>
        Prop.ForAll(
                Gen.Choose(1, 2000).ToArbitrary(),
                citizens =>
                {
                    var needed = ((citizens * 3) + 3) / 4;
                    return Portfolio(citizens, needed, citizens).Met
                        && !Portfolio(citizens, needed - 1, citizens).Met
                        && !Portfolio(citizens, needed, citizens - 1).Met
                        && Portfolio(citizens, needed - 1, citizens).MissingCitizens == 1;
                }
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_register_is_looked_through_as_citizen_by_citizen_and_measured_as_a_group()
    {
        var today = Day("2026-12-01");
        List<CourseOfCitizen> register =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(i => new CourseOfCitizen(
                    new(
                        2,
                        today,
                        [
                            .. Enumerable
                                .Range(0, i < 76 ? 4 : 1)
                                .Select(n => new ContactCourseDue.Held(
                                    Day("2026-07-06").AddDays(7 * n),
                                    "municipality"
                                )),
                        ],
                        Exempted: i >= 90
                    ),
                    Day("2026-07-02")
                )),
        ];
        register.Add(new(new(3, today, []), Day("2026-07-02")));
        register.Add(new(new(2, today, []), Day("2026-06-30")));
        var review = ContactCourseRegister.Review(Lawbook.Current, register, today);
        review.Citizens.Count.ShouldBe(102);
        review
            .Citizens[0]
            .Value.Answer.ShouldBe(Due(2, Day("2026-07-02"), today, false, [.. register[0].Facts.Conversations]));
        review.Citizens[100].Refusal!.Code.ShouldBe("no-rule-at-date", "activity-ready: how many has not been found");
        review.Group.Value.Answer.ShouldBe(
            new(90m, true, 0, 0, 15),
            "nobody's window has closed yet but ten are exempted"
        );
        ContactCourseRegister
            .Review(Lawbook.Current, register, Day("2027-01-05"))
            .Group.Value.Answer.ShouldBe(new(76m, true, 0, 0, 15));
        ContactCourseRegister
            .Review(Lawbook.Current, register, Day("2026-06-30"))
            .Group.Refusal!.Code.ShouldBe("no-rule-at-date");
    }

    private static ContactCoursePortfolio.Measured Portfolio(int citizens, int all, int first) =>
        Lawbook.Current.Answer(new ContactCoursePortfolio(), new(citizens, all, first), new(2026, 10, 1)).Value.Answer;

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
