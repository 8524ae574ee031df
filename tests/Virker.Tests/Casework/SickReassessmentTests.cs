using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// The law's day for a reassessment can be met: it is written, it leaves the list, and it says whether it was late.
/// </summary>
public sealed class SickReassessmentTests
{
    [Theory, EachDatabase]
    public async Task It_stands_on_the_list_from_shortly_before_its_day_until_it_is_done(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-30), benefit: 6);
        var day = (await SickAsync(office, citizen)).ReassessBy!.Value;
        foreach (
            var (days, reason) in new[]
            {
                (-20, null),
                (-10, WorkReason.Reassess),
                (0, WorkReason.Reassess),
                (1, WorkReason.ReassessOverdue),
                (200, WorkReason.ReassessOverdue),
            }
        )
        {
            Go(office, day.AddDays(days));
            (await ReasonAsync(office, citizen)).ShouldBe(reason, $"{days} days from {day}");
        }

        var done = await office.Anna.DoneAsync(
            new ReassessSickPay(citizen, day.AddDays(3), ReassessmentOutcome.Extended, "Revalidering er sandsynlig.")
        );
        (done.DueOn, done.IsLate).ShouldBe((day, true));
        (await ReasonAsync(office, citizen)).ShouldBeNull();
        var seen = await SickAsync(office, citizen);
        seen.ReassessBy.ShouldBeNull();
        seen.Reassessments.Single().IsLate.ShouldBeTrue();
        await office.Anna.DoneAsync(new TakeBackReassessment(citizen, seen.Reassessments.Single().Id));
        (await ReasonAsync(office, citizen)).ShouldBe(WorkReason.ReassessOverdue, "it was a slip");
    }

    [Theory, EachDatabase]
    public async Task One_in_time_is_not_late_and_an_extension_is_looked_at_again_on_its_day(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-30), benefit: 6);
        var day = (await SickAsync(office, citizen)).ReassessBy!.Value;
        Go(office, day);
        var again = day.AddDays(60);
        (
            await office.Anna.DoneAsync(
                new ReassessSickPay(citizen, day, ReassessmentOutcome.Extended, "Afklaringen er i gang.")
                {
                    Next = again,
                }
            )
        ).IsLate.ShouldBeFalse();
        (await SickAsync(office, citizen)).ReassessBy.ShouldBe(again);
        (await office.Anna.DoneAsync(new SeeSickList())).All.Single().ReassessBy.ShouldBe(again);
        Go(office, again.AddDays(2));
        (await ReasonAsync(office, citizen)).ShouldBe(WorkReason.ReassessOverdue);
        (
            await office.Anna.DoneAsync(
                new ReassessSickPay(
                    citizen,
                    again.AddDays(2),
                    ReassessmentOutcome.Clarification,
                    "Stadig uarbejdsdygtig."
                )
            )
        ).DueOn.ShouldBe(again);
        (await ReasonAsync(office, citizen)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Sick_pay_of_another_time_has_had_its_own_day(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-20), benefit: 6);
        await office.TakeInAsync(
            new RegisteredBenefit(citizen, 6, office.Today.AddYears(-3), office.Today.AddYears(-2))
        );
        (await SickAsync(office, citizen)).ReassessBy!.Value.ShouldBeGreaterThan(
            office.Today,
            "the day of three years ago is of a time that is over"
        );
        (await ReasonAsync(office, citizen)).ShouldBeNull();
        await office.ImportAsync(
            new SickReassessmentRow
            {
                Id = Guid.NewGuid(),
                CitizenId = citizen,
                DecidedOn = office.Today.AddYears(-2).AddDays(-9),
                Outcome = ReassessmentOutcome.Extended,
                Reason = "Dengang.",
                MadeBy = "Prøve",
            }
        );
        (await SickAsync(office, citizen)).ReassessBy!.Value.ShouldBeGreaterThan(
            office.Today,
            "and what was done then meets nothing now"
        );
    }

    [Fact]
    public async Task What_cannot_be_so_is_refused()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, well) = (
            await office.CitizenAsync(since: office.Today.AddDays(-200), benefit: 6),
            await office.CitizenAsync(benefit: 2)
        );
        ReassessSickPay Asked(
            int days = 0,
            ReassessmentOutcome? outcome = null,
            string reason = "Rask igen.",
            int? next = null
        ) =>
            new(citizen, office.Today.AddDays(days), outcome ?? ReassessmentOutcome.Ended, reason)
            {
                Next = next is { } ahead ? office.Today.AddDays(ahead) : null,
            };
        foreach (
            var (asked, code) in new[]
            {
                (Asked() with { Citizen = well }, "sick.not-on-sick-pay"),
                (Asked(1), "sick.reassess-future"),
                (Asked(-201), "sick.reassess-before"),
                (Asked(reason: " "), "sick.reassess-reason"),
                (Asked(next: 30), "sick.reassess-next"),
                (Asked(outcome: ReassessmentOutcome.Extended, next: -1), "sick.reassess-next"),
            }
        )
            (await office.Anna.RefusedAsync(asked)).ShouldBe(code);
        await office.Anna.DoneAsync(Asked());
        (await office.Anna.RefusedAsync(Asked())).ShouldBe("sick.reassess-twice");
        (await office.House.As(Role.CompanyConsultant, office.Team.Value).RefusedAsync(Asked(-1))).ShouldBe(
            "permission.denied"
        );
    }

    [Theory, EachDatabase]
    public async Task An_early_follow_up_is_met_by_a_conversation_after_it_was_asked_for_also_where_the_law_asks_for_none(
        Dialect dialect
    )
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-40), benefit: 6);
        await HoldAsync(office, citizen);
        Go(office, office.Today.AddDays(3));
        await office.Anna.DoneAsync(
            new SetSickCase(
                citizen,
                new(office.Today.AddDays(-43))
                {
                    Category = 1,
                    Employed = true,
                    EarlyOn = office.Today,
                    EarlyBy = EarlyAskedBy.Citizen,
                }
            )
        );
        (await office.Anna.DoneAsync(new SeeSickList())).Early.ShouldBe(
            1,
            "the conversation was held before it was asked for"
        );
        (await SickAsync(office, citizen)).EarlyHeld.ShouldBeFalse();
        await HoldAsync(office, citizen);
        (await office.Anna.DoneAsync(new SeeSickList())).Early.ShouldBe(0);
        (await SickAsync(office, citizen)).EarlyHeld.ShouldBeTrue();
    }

    private static async Task HoldAsync(JobOffice office, CitizenId citizen)
    {
        var begun = await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone));
        await office.Anna.DoneAsync(
            new HoldConversation(citizen, begun.Id, 1, MeetingChannel.Phone, "Vi talte om arbejdet.")
        );
    }

    private static void Go(JobOffice office, DateOnly day) =>
        office.House.Clock.Set(day.ToDateTime(new TimeOnly(9, 0)).DanishInstant());

    private static Task<SickView> SickAsync(JobOffice office, CitizenId citizen) =>
        office.Anna.DoneAsync(new SeeSickCase(citizen));

    private static async Task<WorkReason?> ReasonAsync(JobOffice office, CitizenId citizen) =>
        (await office.Anna.DoneAsync(new SeeToday()))
            .Rows.Where(r => r.Citizen == citizen)
            .SelectMany(r => r.Reasons)
            .FirstOrDefault(r => r.Reason == WorkReason.Reassess || r.Reason == WorkReason.ReassessOverdue)
            ?.Reason;
}
