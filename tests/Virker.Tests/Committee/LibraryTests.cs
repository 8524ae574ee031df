using System.Text;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Committee;

public sealed class LibraryTests
{
    [Theory]
    [EachDatabase("Andenby Kommune")]
    [EachDatabase("")]
    public async Task Other_municipalities_papers_are_a_library_and_nothing_here(Dialect dialect, string printed)
    {
        var whose = printed.Length == 0 ? null : printed;
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var read = await office.Clerk.DoneAsync(new ImportMinutes(Minutes(whose), "papir.txt"));
        read.Whose.ShouldBe(whose ?? "Ukendt kommune");
        (await office.Clerk.DoneAsync(new ListMeetings())).Meetings.ShouldBeEmpty();
        (await office.Clerk.DoneAsync(new ListMeetings(Others: true)))
            .Meetings.ShouldHaveSingleItem()
            .Committee.Municipality.ShouldBe(read.Whose);
        var start = await office.Clerk.DoneAsync(new ReadCommitteeStart());
        (start.Next, start.Waiting.Count, start.OpenFollowUps, start.Suggested).ShouldBe((null, 0, 0, 0));
        (await office.Clerk.DoneAsync(new ListFollowUps(OnlyOpen: false))).Lines.ShouldBeEmpty();
        (await office.Clerk.DoneAsync(new ReadForwardAgenda(office.Committee))).FollowUps.ShouldBeEmpty();
        var promise = (await office.ReadAsync(read.Meeting)).Items[0].FollowUps.ShouldHaveSingleItem();
        (
            await office.Clerk.RefusedAsync(
                new ConfirmFollowUp(promise.Id, promise.Version, promise.Text, "chefen", null)
            )
        ).ShouldBe("follow-up.not-found");
        var anyone = office.House.As(Actor.Anonymous);
        (await anyone.DoneAsync(new ListPublishedMeetings())).Meetings.ShouldBeEmpty();
        (await anyone.DoneAsync(new ListPublishedMeetings(Words: "bageriet"))).Meetings.ShouldBeEmpty();
        (await office.Clerk.DoneAsync(new FindCommitteeCases("bageriet"))).Cases.ShouldBeEmpty();
        (await office.Clerk.DoneAsync(new FindCommitteeCases("bageriet", Others: true)))
            .Cases.ShouldHaveSingleItem()
            .CommitteeName.ShouldContain(read.Whose!);
    }

    [Theory, EachDatabase]
    public async Task The_municipality_s_own_minutes_promise_nothing_before_a_person_says_so(Dialect dialect)
    {
        await using var office = await CommitteeOffice.OnAsync(dialect);
        var read = await office.Clerk.DoneAsync(new ImportMinutes(Minutes("Fiktivby Kommune"), "papir.txt"));
        read.Whose.ShouldBeNull();
        var line = (await office.Clerk.DoneAsync(new ListFollowUps())).Lines.ShouldHaveSingleItem(
            "the deadline that no decision says is no promise"
        );
        (line.State, line.Text).ShouldBe((FollowUpState.Suggested, "bageriet kan være med"));
        (await office.Members[0].DoneAsync(new ListFollowUps())).Lines.ShouldBeEmpty();
        (await office.Clerk.DoneAsync(new ReadCommitteeStart())).Next.ShouldBeNull(
            "a meeting that was read is not the next one"
        );
    }

    [Theory, EachDatabase]
    public async Task A_plan_that_is_read_in_is_in_force_only_when_somebody_puts_it_there_and_older_ones_can_be_chosen_again(
        Dialect dialect
    )
    {
        await using var house = await TestHouse.OnAsync(dialect);
        var clerk = house.As(Role.Clerk);
        await clerk.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        var first = (await clerk.DoneAsync(new SeePlan())).Id;
        var rewritten = SamplePlan.Draft with
        {
            Document = SamplePlan.Draft.Document with { Title = "En ny plan", Municipality = null },
        };
        var kept = await clerk.DoneAsync(new KeepPlan(rewritten, "ny.txt"));
        (await clerk.DoneAsync(new SeePlan())).Id.ShouldBe(first);
        (await clerk.RefusedAsync(new SeePlan(kept.Id))).ShouldBe(
            "plan.not-found",
            "no figure is measured by a plan that is only kept"
        );
        (await clerk.DoneAsync(new ReadPlan(kept.Id))).Themes.ShouldNotBeEmpty();
        (await clerk.DoneAsync(new KeepPlan(rewritten, "ny.txt"))).WasKnown.ShouldBeTrue();
        await clerk.DoneAsync(new AdoptPlan(kept.Id));
        (await clerk.DoneAsync(new SeePlan())).Id.ShouldBe(kept.Id);
        await clerk.DoneAsync(new AdoptPlan(first));
        (await clerk.DoneAsync(new SeePlan())).Id.ShouldBe(first);

        var foreign = await clerk.DoneAsync(
            new KeepPlan(
                rewritten with
                {
                    Document = rewritten.Document with { Municipality = "Andenby Kommune" },
                },
                "anden.txt"
            )
        );
        (await clerk.RefusedAsync(new AdoptPlan(foreign.Id))).ShouldBe("plan.of-others");
        (await house.As(Role.CaseWorker).RefusedAsync(new AdoptPlan(first))).ShouldBe("permission.denied");
    }

    private static PrintedMinutes Minutes(string? whose)
    {
        var decision = new PrintedDecision(
            new(2024, 1, 8),
            CommitteeOffice.Name,
            "taken_note",
            ["Taget til orientering. Administrationen undersøger, om bageriet kan være med."],
            [],
            false,
            null,
            1
        );
        var item = new PrintedItem(
            1,
            null,
            1,
            "Ny ordning for bageriet",
            "B",
            "999-2024-7",
            null,
            null,
            false,
            null,
            [],
            null,
            [decision],
            [],
            [],
            [],
            [
                new("bageriet kan være med", true, null, null),
                new(
                    "Med en frist den 29. april 2024 betyder det, at tiden er knap",
                    true,
                    null,
                    new DateOnly(2024, 4, 29)
                ),
            ],
            1
        );
        return new(
            new("referat", whose, CommitteeOffice.Name, null, new DateOnly(2024, 1, 8), "16:30", null, null),
            new(null, []),
            [1],
            [],
            [item],
            [],
            []
        );
    }
}
