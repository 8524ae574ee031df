using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>What a case tells of itself, and what follows of it.</summary>
public sealed class NewsTests
{
    [Theory, EachDatabase]
    public async Task Each_change_of_a_case_is_told_once_and_wakes_the_days_list(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-90));
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 3, office.Today));
        await office.Anna.DoneAsync(new ChangeWorker(citizen, office.Bo.User, "Anna skifter team", "Vil på lager."));
        (await ToldAsync(office)).ShouldBe([nameof(BenefitChanged), nameof(CaseWorkerChanged)], ignoreOrder: true);

        (await office.House.DeliverAsync()).ShouldBe(3);
        (await office.House.DeliverAsync()).ShouldBe(0);
        (await office.House.ReadAsync("select name from jobs where attempts = 0")).ShouldContain("casework.day-book");
    }

    [Theory, EachDatabase]
    public async Task Whatever_gives_a_citizen_another_benefit_or_worker_tells_of_it(Dialect dialect)
    {
        var heard = new HeardNews();
        await using var office = await JobOffice.OpenAsync(
            dialect,
            also: heard.Hear<BenefitChanged, CaseWorkerChanged>
        );
        var (citizen, cpr) = await office.StrangerAsync();
        await GrantAsync(office, citizen, cpr, benefit: 2);
        office.House.Clock.Advance(TimeSpan.FromDays(5));
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 3, office.Today));
        await office.Anna.DoneAsync(new UndoShift(citizen));

        await office.House.DeliverAsync();

        var opened = office.Today.AddDays(-5);
        heard.Of<BenefitChanged>().ShouldBe([
            new(citizen, null, 2, opened),
            new(citizen, 2, 3, office.Today),
            new(citizen, 3, 2, office.Today),
        ]);
        heard.Of<CaseWorkerChanged>().ShouldBe([new(citizen, null, office.Bo.User, office.Team, opened)]);
    }

    [Theory, EachDatabase]
    public async Task A_conversation_is_told_of_when_it_is_held_and_not_before(Dialect dialect)
    {
        var heard = new HeardNews();
        await using var office = await JobOffice.OpenAsync(dialect, also: heard.Hear<ConversationTookPlace>);
        var citizen = await office.CitizenAsync();
        var booked = await office.BookAsync(citizen, office.At(0, 10));
        var other = await office.BookAsync(citizen, office.At(2, 10));
        await office.Anna.DoneAsync(new EndMeeting(citizen, other.Id, 1, MeetingStatus.Cancelled, "Syg"));
        await office.House.DeliverAsync();
        heard.Of<ConversationTookPlace>().ShouldBeEmpty();

        office.House.Clock.Set(office.At(0, 11));
        await office.Anna.DoneAsync(
            new HoldConversation(citizen, booked.Id, 1, MeetingChannel.Phone, "Vi talte om job.")
        );
        await office.House.DeliverAsync();

        heard.Of<ConversationTookPlace>().ShouldBe([new(booked.Id, citizen, office.Anna.User, office.At(0, 10))]);
        (await office.House.ReadAsync("select name from jobs")).ShouldContain("casework.day-book");
    }

    [Theory, EachDatabase]
    public async Task Reminders_follow_the_case_and_are_moved_once_however_often_it_is_tried(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        await office.Anna.DoneAsync(new SetReminder(citizen, office.Today, "Ring til lægen"));
        await office.Anna.DoneAsync(new ChangeWorker(citizen, office.Bo.User, "Anna skifter team", "Vil på lager."));

        await office.House.DeliverAsync();
        await using (var connection = await Connections.OpenAsync(office.House.Municipality.Database))
            await Sql.RunAsync(connection, null, "update outbox set done_at = null", default);
        await office.House.DeliverAsync();

        (await office.House.CountAsync("reminders where done_at is null")).ShouldBe(1);
        (await office.House.ReadAsync("select use_case from journal where use_case = 'RemindersFollow'"))
            .Count.ShouldBeGreaterThan(0);
    }

    [Theory, EachDatabase]
    public async Task A_change_that_is_refused_is_not_told(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        await office.Anna.RefusedAsync(new ChangeWorker(citizen, office.Anna.User, "", ""));
        (await ToldAsync(office)).ShouldBeEmpty();
    }

    private static async Task GrantAsync(JobOffice office, CitizenId citizen, string cpr, int benefit)
    {
        var registered = await office.Anna.DoneAsync(new RegisterApplication(cpr, benefit, "Opsagt", []));
        var view = await office.Anna.DoneAsync(new SeeApplication(citizen, registered.Id));
        await office.Anna.DoneAsync(
            new DecideApplication(citizen, registered.Id, view.Version, benefit, view.Segment.Segment, office.Bo.User)
            {
                AlthoughMissing = true,
            }
        );
    }

    private static async Task<IEnumerable<string>> ToldAsync(JobOffice office) =>
        (await office.House.ReadAsync("select distinct event from outbox")).Select(e => ((string)e!).Split('.')[^1]);
}
