using Virker.Tests.Support;
using Virker.Rules;
using FsCheck;
using FsCheck.Fluent;
using Virker.Casework;

namespace Virker.Tests.Casework;

public sealed class ContactCourseTests
{
    private const int Unemployment = 1;
    private const int JobReady = 2;
    private const int SickPay = 6;
    private const int Senior = 13;

    private static readonly DateOnly Applied = new(2024, 3, 4);

    [Fact]
    public void The_job_ready_have_four_conversations_in_six_months_and_the_first_within_a_week()
    {
        var course = Course(JobReady, Applied);
        course.Asked.ShouldBe(4);
        course.To.ShouldBe(new DateOnly(2024, 9, 3));
        course.Conversations[0].By.ShouldBe(new DateOnly(2024, 3, 11));
        course.Conversations.Skip(1).ShouldEachBe(c => c.By == course.To);
        course.Conversations.ShouldEachBe(c => c.Under.Count > 0 && c.Why.Length > 0);
    }

    [Fact]
    public void The_unemployed_begin_at_the_fund_and_go_on_at_the_municipality()
    {
        var course = Course(Unemployment, new(2024, 2, 1), group: 1);
        course
            .Conversations.Select(c => c.Holder)
            .ShouldBe([
                .. Enumerable.Repeat(ConversationHolder.UnemploymentFund, 3),
                .. Enumerable.Repeat(ConversationHolder.Municipality, 3),
            ]);
        course.Conversations[0].By.ShouldBe(new DateOnly(2024, 2, 15));
        course.Conversations[3].From.ShouldBe(new DateOnly(2024, 5, 1));
        course.Conversations[5].By.ShouldBe(new DateOnly(2024, 7, 31));
    }

    [Fact]
    public void The_sick_are_followed_by_their_own_rule() =>
        Course(SickPay, new(2023, 4, 3), group: 6).Conversations[0].By.ShouldBe(new DateOnly(2023, 5, 28));

    [Fact]
    public void A_benefit_without_a_course_has_none() =>
        ContactCourse.Of(new(new(Senior, null, Applied), []), Applied, new(Lawbook.Current)).ShouldBeNull();

    [Fact]
    public void What_is_held_and_what_is_booked_is_not_due()
    {
        var course = Course(JobReady, Applied, today: Applied.AddDays(40), Held(5), Planned(50));
        course
            .Conversations.Select(c => c.State)
            .ShouldBe([DueState.Held, DueState.Booked, DueState.Later, DueState.Later]);
        course.Next!.Number.ShouldBe(3);
    }

    [Fact]
    public void A_conversation_that_was_planned_and_never_held_is_not_booked() =>
        Course(JobReady, Applied, today: Applied.AddDays(20), Planned(5))
            .Conversations[0]
            .State.ShouldBe(DueState.Overdue);

    [Fact]
    public void The_funds_conversation_is_not_the_municipalitys() =>
        Course(
            JobReady,
            Applied,
            today: Applied.AddDays(20),
            new CourseMeeting(Applied.AddDays(5), MeetingStatus.Held, MeetingHolder.UnemploymentFund)
        )
            .Held.ShouldBe(0);

    [Theory]
    [InlineData(7, DueState.Open)]
    [InlineData(8, DueState.Overdue)]
    public void The_laws_last_day_is_the_last(int day, DueState state) =>
        Course(JobReady, Applied, today: Applied.AddDays(day)).Conversations[0].State.ShouldBe(state);

    [Fact]
    public void Behind_the_even_spread_is_not_against_the_law()
    {
        var late = Course(JobReady, Applied, today: Applied.AddDays(100), Held(5)).Conversations[1];
        late.State.ShouldBe(DueState.Behind);
        late.Recommended.ShouldBeLessThan(late.By);
    }

    [Fact]
    public void After_six_months_conversations_are_agreed_and_not_counted()
    {
        var course = Course(JobReady, Applied, today: new(2024, 9, 4));
        course.Conversations.ShouldBeEmpty();
        course.Why.ShouldContain("§ 32");
    }

    [Fact]
    public void A_day_before_the_law_is_known_is_said_and_not_guessed() =>
        Course(JobReady, new(2019, 11, 1), today: new(2019, 12, 1)).Conversations.ShouldBeEmpty();

    [Fact]
    public void Windows_follow_one_another_and_lie_in_the_course() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, 2000).ToArbitrary(),
                Gen.Elements(1, 2, 3, 4, 5, 7, 8, 9, 11).ToArbitrary(),
                (days, benefit) =>
                {
                    var course = Course(benefit, new DateOnly(2020, 1, 1).AddDays(days), group: null);
                    foreach (var own in course.Conversations.GroupBy(c => c.Holder).Select(g => g.ToList()))
                    {
                        own.Zip(own.Skip(1))
                            .ShouldEachBe(pair =>
                                pair.First.From < pair.Second.From && pair.First.Recommended < pair.Second.Recommended
                            );
                        own.ShouldEachBe(c =>
                            c.From >= course.From
                            && c.From <= c.Recommended
                            && c.Recommended <= c.By
                            && c.By <= course.To
                        );
                    }

            course.Conversations.Count.ShouldBeGreaterThanOrEqualTo(4);
        }));

    [Theory]
    [InlineData("2024-03-28", "skærtorsdag")]
    [InlineData("2024-03-31", "påskedag")]
    [InlineData("2025-04-21", "2. påskedag")]
    [InlineData("2026-05-14", "Kristi himmelfartsdag")]
    [InlineData("2027-05-17", "2. pinsedag")]
    [InlineData("2023-05-05", "store bededag")]
    [InlineData("2024-04-26", null)]
    [InlineData("2024-06-05", null)]
    [InlineData("2024-12-26", "2. juledag")]
    public void Danish_holidays(string day, string? name) => PublicHolidays.NameOf(DateOnly.Parse(day)).ShouldBe(name);

    [Fact]
    public void Easter_is_a_Sunday_in_spring() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(1900, 2200).ToArbitrary(),
                year =>
                {
                    var easter = PublicHolidays.Easter(year);
                    easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
                    easter.ShouldBeInRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
                }
            )
        );

    private static CourseMeeting Held(int day) =>
        new(Applied.AddDays(day), MeetingStatus.Held, MeetingHolder.Municipality);

    private static CourseMeeting Planned(int day) =>
        new(Applied.AddDays(day), MeetingStatus.Planned, MeetingHolder.Municipality);

    private static ContactCourse Course(int benefit, DateOnly from, int? group = 2, DateOnly? today = null) =>
        Of(benefit, from, group, today ?? from, []);

    private static ContactCourse Course(int benefit, DateOnly from, DateOnly today, params CourseMeeting[] meetings) =>
        Of(benefit, from, 2, today, meetings);

    private static ContactCourse Of(int benefit, DateOnly from, int? group, DateOnly today, CourseMeeting[] meetings)
    {
        var course = ContactCourse.Of(new(new(benefit, group, from), meetings), today, new(Lawbook.Current));
        course.ShouldNotBeNull();
        return course;
    }
}
