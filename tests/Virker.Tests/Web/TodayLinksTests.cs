using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Web.Pages.Casework.Day;

namespace Virker.Tests.Web;

/// <summary>
/// Where a row of the list of the day leads: to the conversation that its reason is about, and never to another one.
/// </summary>
public sealed class TodayLinksTests
{
    private static readonly DateTimeOffset Next = new(2024, 4, 2, 12, 30, 0, TimeSpan.FromHours(2));

    private static readonly CitizenId Citizen = NewId.Of<CitizenId>();

    private static readonly MeetingId Meeting = NewId.Of<MeetingId>();

    [Fact]
    public void The_chosen_reason_says_what_is_to_be_done_and_not_the_first_one() =>
        TodayLinks
            .Words(
                Row((WorkReason.MeetingToday, new(2024, 4, 2)), (WorkReason.Undelivered, new(2024, 3, 29))),
                WorkReason.Undelivered
            )
            .ShouldBe("Se beskeden");

    [Fact]
    public void The_next_conversation_is_moved_where_it_is_the_one_in_the_absence() =>
        TodayLinks
            .Act(Row((WorkReason.InAbsence, new(2024, 4, 2))))
            .ShouldBe($"/borgere/{Citizen}/samtaler/{Meeting}/flyt");

    [Fact]
    public void A_later_conversation_in_the_absence_is_found_among_all_and_the_next_one_is_left_alone() =>
        TodayLinks
            .Act(
                Row((WorkReason.MeetingToday, new(2024, 4, 2)), (WorkReason.InAbsence, new(2024, 4, 22))),
                WorkReason.InAbsence
            )
            .ShouldBe($"/borgere/{Citizen}/samtaler");

    [Fact]
    public void Todays_is_not_mistaken_for_one_that_nobody_has_recorded()
    {
        var row = Row((WorkReason.MeetingToday, new(2024, 4, 2)), (WorkReason.Unrecorded, new(2024, 3, 20)));
        TodayLinks.Act(row).ShouldBe($"/borgere/{Citizen}/samtaler");
        TodayLinks.Act(row, WorkReason.Unrecorded).ShouldBe($"/borgere/{Citizen}/samtaler/{Meeting}");
    }

    private static TodayRow Row(params (WorkReason Reason, DateOnly On)[] reasons) =>
        new(
            Citizen,
            "Alma Prøvesen",
            new(1985, 3, 14),
            [.. reasons.Select(r => new TodayReason(r.Reason, "", r.On))],
            Next,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            Meeting
        );
}
