using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

public sealed class FollowUpTests
{
    [Theory, EachDatabase]
    public async Task A_promise_stands_on_every_agenda_until_it_is_reported_back(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var promise = await PromisedAsync(office);

        var second = await office.DraftedAsync(28);
        var item = (await office.ReadAsync(second)).Items.Single(i => i.Head.Standing == StandingItem.FollowUps.Code);
        item.ToReport.ShouldHaveSingleItem().Id.ShouldBe(promise);
        await office.HoldAsync(second);
        await office.DecideAsync(item.Id, "Taget til orientering.");
        await office.FinishAsync(second);
        (await RegisterAsync(office)).ShouldHaveSingleItem().State.ShouldBe(FollowUpState.Open, "nobody answered it");

        var third = await office.DraftedAsync(28);
        var again = (await office.ReadAsync(third)).Items.Single(i => i.Head.Standing == StandingItem.FollowUps.Code);
        var standing = again.ToReport.ShouldHaveSingleItem();
        await office.Clerk.DoneAsync(
            new ReportBack(promise, standing.Version, "Pressemeddelelsen er sendt den 2. februar.")
        );
        await office.HoldAsync(third);
        await office.DecideAsync(again.Id, "Taget til orientering.");
        (await RegisterAsync(office)).ShouldBeEmpty();
        await office.FinishAsync(third);

        (await office.ReadAsync(await office.DraftedAsync(28))).Items.ShouldEachBe(i =>
            i.Head.Standing != StandingItem.FollowUps.Code
        );
    }

    [Theory, EachDatabase]
    public async Task A_suggestion_stands_on_no_agenda_and_is_seen_by_the_clerk_alone(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, "Voksenlærlinge");
        await office.HoldAsync(meeting);
        (
            await office.DecideAsync(item, "Taget til orientering. Administrationen undersøger sagen.")
        ).SuggestedFollowUps.ShouldBe(1);
        (await RegisterAsync(office)).ShouldHaveSingleItem().State.ShouldBe(FollowUpState.Suggested);
        (await office.Members[0].DoneAsync(new ListFollowUps())).Lines.ShouldBeEmpty();
        await office.DecideAsync(item, "Taget til orientering.");
        (await RegisterAsync(office)).ShouldBeEmpty("the words no longer promise anything");
    }

    [Theory, EachDatabase]
    public async Task Members_see_what_was_promised_and_what_is_late(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        await PromisedAsync(office);
        office.House.Clock.Advance(TimeSpan.FromDays(60));
        var register = await office.Members[3].DoneAsync(new ListFollowUps(Owner: "arbejdsmarkedschefen"));
        register.Overdue.ShouldBe(1);
        (
            await office.Members[3].RunAsync(new DropFollowUp(register.Lines[0].Id, register.Lines[0].Version))
        ).Refusal!.Code.ShouldBe("permission.denied");
    }

    private static async Task<FollowUpId> PromisedAsync(CommitteeOffice office)
    {
        var meeting = await office.DraftedAsync();
        var item = await office.AddAsync(meeting, "Voksenlærlinge");
        await office.HoldAsync(meeting);
        await office.DecideAsync(
            item,
            "Taget til orientering. Administrationen undersøger, om pressemeddelelsen kan opdateres."
        );
        var suggested = (await RegisterAsync(office)).ShouldHaveSingleItem();
        await office.Clerk.DoneAsync(
            new ConfirmFollowUp(
                suggested.Id,
                suggested.Version,
                suggested.Text,
                "arbejdsmarkedschefen",
                office.House.Clock.Today.AddDays(21)
            )
        );
        await office.FinishAsync(meeting);
        return suggested.Id;
    }

    private static async Task<IReadOnlyList<FollowUpLine>> RegisterAsync(CommitteeOffice office) =>
        (await office.Clerk.DoneAsync(new ListFollowUps())).Lines;
}
