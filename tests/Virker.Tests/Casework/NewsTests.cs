using Virker.Casework;
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

    private static async Task<IEnumerable<string>> ToldAsync(JobOffice office) =>
        (await office.House.ReadAsync("select distinct event from outbox")).Select(e => ((string)e!).Split('.')[^1]);
}
