using Virker.Casework;
using Virker.Rules;

namespace Virker.Tests.Casework;

/// <summary>Which days a conversation may stand on, when one is booked and when one is moved.</summary>
public sealed class BookingWindowTests
{
    private const int JobReady = 2;

    private static readonly DateOnly Applied = new(2024, 3, 4);

    [Fact]
    public void The_next_one_belongs_in_the_next_window_that_nobody_has_booked() =>
        BookingWindow
            .Of(Course(Applied.AddDays(40)), Applied.AddDays(40))
            .By.ShouldBe(Course(Applied.AddDays(40)).Conversations[2].Recommended);

    [Fact]
    public void One_that_is_moved_stays_in_its_own_window_and_not_in_the_next_ones()
    {
        var course = Course(Applied.AddDays(40));
        var (from, by) = BookingWindow.OfMoved(course, Applied.AddDays(50), Applied.AddDays(40));
        from.ShouldBeLessThanOrEqualTo(Applied.AddDays(50));
        by.ShouldBe(course.Conversations[1].By);
    }

    [Fact]
    public void One_that_the_law_does_not_ask_for_is_moved_within_six_weeks() =>
        BookingWindow
            .OfMoved(Course(Applied.AddDays(40)), Applied.AddDays(77), Applied.AddDays(40))
            .ShouldBe((Applied.AddDays(40), Applied.AddDays(82)));

    /// <summary>The first is held, the second booked on the fiftieth day.</summary>
    private static ContactCourse Course(DateOnly today) =>
        ContactCourse.Of(
            new(
                new(JobReady, null, Applied),
                [
                    new(Applied.AddDays(5), MeetingStatus.Held, MeetingHolder.Municipality),
                    new(Applied.AddDays(50), MeetingStatus.Planned, MeetingHolder.Municipality),
                ]
            ),
            today,
            new(Lawbook.Current)
        )!;
}
