using Virker.Casework;
using Virker.Insight;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>Whether the conversations that the law asks for were held by its last day.</summary>
public sealed class DueConversationTests
{
    private const int InTime = 1, Late = 2, NotHeld = 3;

    [Fact]
    public void The_first_held_counts_for_the_first_asked_for()
    {
        DueConversationFactSource
            .Outcomes([30, 60, 90], [25, 70], 1, 200)
            .ShouldBe([(30, InTime), (60, Late), (90, NotHeld)]);
        DueConversationFactSource.Outcomes([30, 60], [30, 60], 1, 200).ShouldBe([(30, InTime), (60, InTime)]);
        DueConversationFactSource.Outcomes([30], null, 1, 200).ShouldBe([(30, NotHeld)]);
        DueConversationFactSource.Outcomes([], [5], 1, 200).ShouldBeEmpty();
    }

    [Fact]
    public void A_conversation_before_the_course_and_a_deadline_after_the_benefit_do_not_count()
    {
        DueConversationFactSource.Outcomes([30, 60], [10, 40], 20, 50).ShouldBe([(30, Late)]);
        DueConversationFactSource.Outcomes([30, 60], [25], 20, 29).ShouldBeEmpty();
    }

    /// <summary>The same course and the same days as on the citizen's page.</summary>
    [Theory]
    [InlineData(2, 2, "2023-05-01")]
    [InlineData(3, 3, "2024-01-15")]
    [InlineData(6, null, "2023-02-01")]
    public void The_deadlines_are_the_laws_own(int benefit, int? group, string began)
    {
        var ground = new CourseGround(
            benefit,
            group,
            DateOnly.Parse(began, System.Globalization.CultureInfo.InvariantCulture)
        );
        var course = ContactCourse.Of(new(ground, []), ground.From, new(Lawbook.Current))!;
        var deadlines = new CourseDeadlines(Lawbook.Current).Of(ground);
        deadlines.Count.ShouldBeGreaterThan(0);
        deadlines.ShouldBe(course.Conversations.Where(c => c.IsOurs).Select(c => c.By.DayNumber));
    }

    [Fact]
    public void A_day_that_the_law_is_not_known_for_asks_for_nothing() =>
        new CourseDeadlines(Lawbook.Current).Of(new(2, 2, new(1990, 1, 1))).ShouldBeEmpty();

    [Theory, EachDatabase]
    public async Task Timeliness_of_a_whole_town_adds_up(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect, 2000);
        var store = await RegisterFactsTests.StoreAsync(town);
        var year = FigurePeriod.Year(2023);
        var share = HouseCatalogue.It.Get("samtaler.rettidige").Evaluate(store, year);
        var late = HouseCatalogue.It.Get("samtaler.over-fristen").Evaluate(store, year).Value!.Value;
        (share.Result.Numerator!.Value + late).ShouldBe(share.Result.Denominator!.Value);
        share.Value!.Value.Rounded(1).ShouldBeInRange(1, 99);
    }
}
