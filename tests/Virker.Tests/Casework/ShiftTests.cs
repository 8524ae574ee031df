using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class ShiftTests
{
    private const int SickPay = 6;

    [Theory, EachDatabase]
    public async Task A_shift_that_is_written_beforehand_holds_from_its_day(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-40), benefit: 1);
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 6, office.Today.AddDays(5)) { TargetGroup = 6 });
        (await SeenAsync()).ShouldBe(("A-dagpenge", MeetingKind.Job, 1));
        office.House.Clock.Advance(TimeSpan.FromDays(5));
        (await SeenAsync()).ShouldBe(("Sygedagpenge", MeetingKind.Sick, 6));

        async Task<(string Benefit, MeetingKind Kind, int Group)> SeenAsync()
        {
            var row = (await office.Anna.DoneAsync(new SeeToday())).Rows.Single(r => r.Citizen == citizen);
            (await office.Anna.DoneAsync(new SeeCaseload(office.Team))).Cases.Single().Benefit.ShouldBe(row.Benefit);
            var group = (await office.Anna.DoneAsync(new SeeCitizen(citizen))).TargetGroup!;
            return (
                row.Benefit!,
                (await office.Anna.DoneAsync(new SeeBooking(citizen))).UsualKind,
                group == CodeList.TargetGroups[6].Label(office.Today) ? 6 : 1
            );
        }
    }

    [Theory, EachDatabase]
    public async Task A_shift_of_benefit_keeps_worker_plan_and_appointments_and_begins_a_new_course(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-100));
        await office.BookAsync(citizen, office.At(7, 10));
        var now = await office.Anna.DoneAsync(new BeginConversation(citizen, MeetingChannel.Phone));
        await office.Anna.DoneAsync(
            new HoldConversation(citizen, now.Id, 1, MeetingChannel.Phone, "Bliver sygemeldt.")
            {
                Agreed = [new(PlanStepKind.Treatment, "Gå til fysioterapi")],
            }
        );
        var shifted = await office.Anna.DoneAsync(new ShiftBenefit(citizen, SickPay, office.Today) { TargetGroup = 6 });
        (shifted.Worker, shifted.Meetings, shifted.Steps).ShouldBe(("Anna Prøvesen", 1, 1));
        var after = await office.Anna.DoneAsync(new SeeCitizen(citizen));
        after.Case!.WorkerChanges.ShouldBe(0);
        after.Now.Course!.From.ShouldBe(office.Today);
        after.Benefits.Select(b => (b.Benefit, b.To)).ShouldBe([(SickPay, null), (2, office.Today.AddDays(-1))]);
        after.TargetGroup.ShouldBe(CodeList.TargetGroups[6].Label(office.Today));
    }

    [Theory]
    [InlineData(2, 0, "shift.same")]
    [InlineData(99, 0, "shift.benefit")]
    [InlineData(6, -200, "shift.before-start")]
    [InlineData(6, 60, "shift.too-far")]
    public void A_shift_that_makes_no_sense_is_refused(int benefit, int days, string code)
    {
        var today = new DateOnly(2024, 5, 14);
        var running = new BenefitSpellRow { Benefit = 2, FromDay = today.AddDays(-100) };
        ShiftBenefitHandler.Decide(new(default, benefit, today.AddDays(days)), running, today)!.Code.ShouldBe(code);
    }

    [Theory, EachDatabase]
    public async Task A_hand_over_takes_appointments_and_reminders_along_and_is_counted_with_its_reason(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        await office.ImportAsync(
            new CaseAssignmentRow
            {
                CaseId = (await office.Anna.DoneAsync(new SeeCitizen(citizen))).Case!.Id,
                WorkerId = office.Anna.User,
                TeamId = office.Team,
                FromDay = office.Today,
            }
        );
        await office.BookAsync(citizen, office.At(1, 10));
        await office.BookAsync(citizen, office.At(1, 12));
        await office.TryAsync(await office.CitizenAsync(), office.At(1, 12), with: office.Bo);
        await office.Anna.DoneAsync(new SetReminder(citizen, office.Today, "Ring til lægen"));
        (await office.Anna.RefusedAsync(new ChangeWorker(citizen, office.Bo.User, "Anna skifter team", " "))).ShouldBe(
            "worker.no-handover"
        );
        var changed = await office.Anna.DoneAsync(
            new ChangeWorker(citizen, office.Bo.User, "Anna skifter team", "Vil gerne arbejde på lager.")
        );
        (changed.Changes, changed.Moved, changed.LeftBehind).ShouldBe((1, 1, 1));
        (await office.House.DeliverAsync()).ShouldBe(2, "the reminders follow, and the day's list is woken");
        var list = (await office.Bo.DoneAsync(new SeeToday())).Rows.Single(r => r.Citizen == citizen);
        list.Reasons.Select(r => r.Reason).ShouldBe([WorkReason.NewToMe, WorkReason.Reminder], ignoreOrder: true);
        (await office.Anna.DoneAsync(new SeeToday())).Rows.ShouldNotContain(r => r.Citizen == citizen);
        (await office.Bo.DoneAsync(new SeeTimeline(citizen, TimelineKind.Case))).Events.ShouldContain(e =>
            e.Detail == "Anna skifter team Vil gerne arbejde på lager."
        );
    }

    [Fact]
    public async Task What_is_known_of_the_way_to_work_is_ended_and_not_deleted()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        var item = await office.Anna.DoneAsync(new AddProfileItem(citizen, ProfileKind.Certificate, "Truckcertifikat"));
        (await office.Anna.RefusedAsync(new EndProfileItem(other, item.Id))).ShouldBe("profile.not-found");
        await office.Anna.DoneAsync(new EndProfileItem(citizen, item.Id));
        (await office.Anna.DoneAsync(new SeeCitizen(citizen))).Now.Profile.ShouldBeEmpty();
        (await office.House.CountAsync("profile_items")).ShouldBe(1);
    }

    [Fact]
    public async Task The_timeline_holds_everything_and_a_filter_only_its_own()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(1, 10));
        await office.Anna.DoneAsync(new WriteNote(citizen, "Samtale", "Tekst"));
        var all = await office.Anna.DoneAsync(new SeeTimeline(citizen));
        foreach (var kind in TimelineKind.All)
            (await office.Anna.DoneAsync(new SeeTimeline(citizen, kind))).Events.ShouldBe(
                all.Events.Where(e => e.Kind == kind),
                kind.Code
            );
        all.Events.Select(e => e.Kind)
            .Distinct()
            .ShouldBe([TimelineKind.Meeting, TimelineKind.Note, TimelineKind.Benefit], ignoreOrder: true);
    }
}
