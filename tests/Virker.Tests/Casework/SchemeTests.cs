using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Insight;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// One worker for the unemployed who fall ill: who is in it, from when to when, is what its effect is measured on.
/// </summary>
public sealed class SchemeTests
{
    [Theory, EachDatabase]
    public async Task A_participant_keeps_worker_across_shifts_and_both_are_counted(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        (
            await office.Anna.RefusedAsync(
                new BeginScheme("Én sagsbehandler", "Færre helårspersoner", office.Today, true)
            )
        ).ShouldBe("permission.denied");
        var scheme = await leader.DoneAsync(
            new BeginScheme("Én sagsbehandler", "Færre helårspersoner", office.Today.AddYears(-1), true)
        );
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-100), benefit: 1);
        await office.Anna.DoneAsync(
            new MarkParticipant(citizen, scheme.Id, office.Today.AddDays(-30), "Syg fra ledighed")
        );
        await office.Anna.DoneAsync(new ShiftBenefit(citizen, 6, office.Today.AddDays(-10)));
        var participant = (await office.Anna.DoneAsync(new SeeScheme(scheme.Id))).Participants.Single();
        (participant.BenefitShifts, participant.WorkerChanges, participant.MarkedBy).ShouldBe(
            (1, 0, office.Anna.Actor.Name)
        );
        (await office.Anna.DoneAsync(new SeeHandOver(citizen))).OneWorker.ShouldBe("Én sagsbehandler");
        await office.Anna.DoneAsync(new ChangeWorker(citizen, office.Bo.User, "Barsel", "Ring mandag"));
        (await office.Bo.DoneAsync(new SeeScheme(scheme.Id))).Participants.Single().WorkerChanges.ShouldBe(1);
        await office.Bo.DoneAsync(new EndParticipation(citizen, participant.Id, office.Today, "I job"));
        (await office.Bo.DoneAsync(new SeeHandOver(citizen))).OneWorker.ShouldBeNull();
        var elsewhere = await office.House.As(Role.CaseWorker, Guid.NewGuid()).DoneAsync(new SeeScheme(scheme.Id));
        (elsewhere.Participants.Count, elsewhere.Others).ShouldBe((0, 1));
    }

    [Theory, EachDatabase]
    public async Task Months_later_the_participants_stand_beside_others_of_their_target_group(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var began = office.Today;
        var scheme = await office
            .House.As(Role.TeamLeader, office.Team.Value)
            .DoneAsync(new BeginScheme("Én sagsbehandler", "Færre helårspersoner", began, true));
        for (var i = 0; i < 14; i++)
        {
            var citizen = await office.CitizenAsync(since: began.AddDays(-40), benefit: 1);
            if (i % 2 == 0)
                await office.Anna.DoneAsync(new MarkParticipant(citizen, scheme.Id, began, "Syg fra ledighed"));
        }

        office.House.Clock.Advance(TimeSpan.FromDays(130));
        await office.TakeInAsync(new RegisteredDate("prøve", office.Today));
        var effect = await office.Anna.DoneAsync(new SeeSchemeEffect(scheme.Id));
        effect
            .Steps.Select(s => (s.Months, s.Followed, s.WithoutBenefit, s.OthersWithoutBenefit, s.Why))
            .ShouldBe([
                (3, 7, 0m, 0m, null),
                (6, null, null, null, "Ingen er fulgt så længe endnu"),
                (12, null, null, null, "Ingen er fulgt så længe endnu"),
            ]);
        (await office.House.As(Role.Citizen).RefusedAsync(new SeeSchemeEffect(scheme.Id))).ShouldBe(
            "permission.denied"
        );
    }

    [Fact]
    public async Task Nobody_is_marked_twice_long_after_or_before_the_scheme_began()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var scheme = await office
            .House.As(Role.TeamLeader, office.Team.Value)
            .DoneAsync(new BeginScheme("Én sagsbehandler", "Færre helårspersoner", office.Today.AddDays(-200), true));
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-300), benefit: 6);
        async Task<string> Refused(int days, string reason = "Syg") =>
            await office.Anna.RefusedAsync(new MarkParticipant(citizen, scheme.Id, office.Today.AddDays(days), reason));
        (await Refused(-201)).ShouldBe("scheme.before-start");
        (await Refused(-100)).ShouldBe("scheme.too-long-ago");
        (await Refused(0, " ")).ShouldBe("scheme.no-reason");
        await office.Anna.DoneAsync(new MarkParticipant(citizen, scheme.Id, office.Today.AddDays(-20), "Syg"));
        (await Refused(-5)).ShouldBe("scheme.participates");
    }

    [Theory, EachDatabase]
    public async Task The_days_in_a_scheme_are_facts_that_figures_can_stand_on(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var scheme = await office
            .House.As(Role.TeamLeader, office.Team.Value)
            .DoneAsync(new BeginScheme("Én sagsbehandler", "Færre helårspersoner", office.Today.AddDays(-60), true));
        var (inside, _) = (await office.CitizenAsync(benefit: 6), await office.CitizenAsync(benefit: 6));
        await office.Anna.DoneAsync(new MarkParticipant(inside, scheme.Id, office.Today.AddDays(-20), "Syg"));
        await using var scope = office.House.Scope(Actor.System);
        var source = scope
            .ServiceProvider.GetServices<IFactSource>()
            .Single(s => s.Tables.Contains(SchemeFacts.Table));
        var persons = await scope.ServiceProvider.GetRequiredService<IPersonRegister>().NumbersAsync(default);
        var load = new FactLoad(office.Today, persons);
        await source.LoadAsync(load, default);
        var table = load.Tables.Single();
        (table.Count, table.Columns.Single().Dimension!.Values.Single().Name).ShouldBe(
            (1, "Én sagsbehandler")
        );
    }
}
