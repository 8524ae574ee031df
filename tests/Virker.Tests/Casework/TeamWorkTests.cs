using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class TeamWorkTests
{
    [Theory, EachDatabase]
    public async Task A_cover_has_the_absent_ones_day_on_the_days_and_not_after(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var other = NewId.Of<TeamId>();
        await office.TakeInAsync(new RegisteredTeam(other, "Et andet team", "Andet"));
        var carla = office.House.As(Role.CaseWorker, other.Value);
        await office.TakeInAsync(new RegisteredWorker(carla.User, other, "Carla Prøvesen", "Jobkonsulent"));
        var citizen = await office.CitizenAsync();
        await office.BookAsync(citizen, office.At(1, 10));
        (await carla.RefusedAsync(new SeeCitizen(citizen))).ShouldBe("citizen.reason-required");
        var set = await office.Anna.DoneAsync(
            new SetCover(office.Anna.User, carla.User, office.Today.AddDays(1), office.Today.AddDays(3), "Ferie")
        );
        (set.Cases, set.Meetings).ShouldBe((1, 1));
        (await ListAsync(carla)).ShouldBeEmpty("the cover has not begun");
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        (await ListAsync(carla)).ShouldBe([citizen]);
        (await ListAsync(office.Anna)).ShouldBe([citizen], "the case is still the absent one's");
        (await carla.DoneAsync(new SeeMyDay())).Meetings.Select(m => m.Citizen).ShouldBe([citizen]);
        (await carla.DoneAsync(new SeeCitizen(citizen))).Colleagues.Select(c => c.Name).ShouldContain("Carla Prøvesen");
        office.House.Clock.Advance(TimeSpan.FromDays(3));
        (await ListAsync(carla)).ShouldBeEmpty("the cover has ended");
        (await carla.RefusedAsync(new SeeCitizen(citizen))).ShouldBe("citizen.reason-required");
    }

    [Fact]
    public async Task A_cover_is_ones_own_or_the_leaders_to_set_and_nobody_covers_while_they_are_away()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (leader, stranger) = (
            office.House.As(Role.TeamLeader, office.Team.Value),
            office.House.As(Role.TeamLeader, Guid.NewGuid())
        );
        var (from, to) = (office.Today, office.Today.AddDays(5));
        (await office.Bo.RefusedAsync(new SetCover(office.Anna.User, office.Bo.User, from, to, ""))).ShouldBe(
            "cover.not-yours"
        );
        (await stranger.RefusedAsync(new SetCover(office.Anna.User, office.Bo.User, from, to, ""))).ShouldBe(
            "cover.not-yours"
        );
        var set = await leader.DoneAsync(new SetCover(office.Anna.User, office.Bo.User, from, to, ""));
        (await leader.RefusedAsync(new SetCover(office.Anna.User, office.Bo.User, to, to.AddDays(2), ""))).ShouldBe(
            "cover.already"
        );
        (await leader.RefusedAsync(new SetCover(office.Bo.User, office.Anna.User, from, to, ""))).ShouldBe(
            "cover.away-too"
        );
        (await stranger.RefusedAsync(new EndCover(set.Id))).ShouldBe("cover.not-found");
        await office.Bo.DoneAsync(new EndCover(set.Id));
        (await leader.DoneAsync(new SeeTeamLoad(office.Team))).Covers.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_municipalitys_own_weight_counts_and_is_explained(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        for (var i = 0; i < 6; i++) await office.CitizenAsync(benefit: 3);
        (await office.Anna.RefusedAsync(new SetCaseWeight(3, 2, "Tungt"))).ShouldBe("permission.denied");
        (await leader.RefusedAsync(new SetCaseWeight(3, 2, " "))).ShouldBe("weight.no-reason");
        await leader.DoneAsync(new SetCaseWeight(3, 2.25, "To møder om måneden her"));
        (await office.Anna.DoneAsync(new SeeCaseWeights()))
            .All.Single(w => w.Benefit == 3)
            .Why.ShouldBe("To møder om måneden her");
        await leader.DoneAsync(new SetWorkerTerms(office.Anna.User, 50, "Voksenlærlinge"));
        var team = await office.Anna.DoneAsync(new SeeTeamLoad(office.Team));
        var (anna, bo) = (
            team.Workers.Single(w => w.Worker == office.Anna.User),
            team.Workers.Single(w => w.Worker == office.Bo.User)
        );
        (anna.Cases, anna.Load, anna.PerFullTime, anna.Speciality, anna.Share).ShouldBe(
            (6, 13.5, 27, "Voksenlærlinge", 1)
        );
        (bo.Load, team.Mean).ShouldBe((0, 9));
        team.Advice.Single().Cases.ShouldBe(3, "half of what lies between them, for half a worker");
        (await leader.DoneAsync(new SeeTeamToday(office.Team)))
            .Workers.Single(w => w.Worker == office.Anna.User)
            .Load.ShouldBe(13.5);
        (
            await office
                .House.As(Role.TeamLeader, Guid.NewGuid())
                .RefusedAsync(new SetWorkerTerms(office.Anna.User, 0, ""))
        ).ShouldBe("worker.not-found");
    }

    [Theory, EachDatabase]
    public async Task A_sparring_time_is_booked_once_and_its_notes_are_the_twos_own(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, leader) = (await office.CitizenAsync(), office.House.As(Role.TeamLeader, office.Team.Value));
        await office.TakeInAsync(new RegisteredWorker(leader.User, office.Team, "Lis Leder", "Teamleder"));
        await leader.DoneAsync(new OpenSparringTime(office.At(1, 13), 30));
        var slot = (await office.Anna.DoneAsync(new SeeSparring(citizen)))
            .Colleagues.First(c => c.Id == leader.User)
            .Times.Single()
            .Id;
        var asked = await office.Anna.DoneAsync(
            new AskSparring(citizen, leader.User, "Hvordan taler jeg om job?") { Slot = slot }
        );
        (await office.Bo.RefusedAsync(new AskSparring(citizen, leader.User, "Og jeg?") { Slot = slot })).ShouldBe(
            "sparring.taken"
        );
        await leader.DoneAsync(
            new WriteSparringNote(citizen, asked.Id, "Begynd med det, borgeren kan.") { Close = true }
        );
        (await office.Bo.RefusedAsync(new WriteSparringNote(citizen, asked.Id, "Mit bidrag"))).ShouldBe(
            "sparring.not-found"
        );
        (await office.Bo.DoneAsync(new SeeSparring(citizen))).Talks.ShouldBeEmpty();
        (await office.Anna.DoneAsync(new SeeSparring(citizen)))
            .Talks.Single()
            .Notes.Single()
            .Text.ShouldBe("Begynd med det, borgeren kan.");
        (await office.Anna.DoneAsync(new SeeCitizen(citizen))).Notes.ShouldBeEmpty(
            "a sparring note is no part of the case"
        );
        (await office.Anna.DoneAsync(new SeeTimeline(citizen))).Events.ShouldNotContain(e =>
            e.Text.Contains("Begynd") || (e.Detail ?? "").Contains("Begynd")
        );
        (
            await office.Anna.RefusedAsync(
                new AskSparring(citizen, office.House.As(Role.CaseWorker, Guid.NewGuid()).User, "Hjælp")
            )
        ).ShouldBe("sparring.not-colleague");
    }

    [Fact]
    public async Task A_hand_over_leaves_what_stays_behind_on_the_new_workers_list()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (citizen, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        await office.BookAsync(citizen, office.At(3, 10));
        await office.TryAsync(other, office.At(3, 10), with: office.Bo);
        (
            await office.Anna.DoneAsync(new ChangeWorker(citizen, office.Bo.User, "Skifter team", "Ring mandag"))
        ).LeftBehind.ShouldBe(1);
        (await office.Bo.DoneAsync(new SeeToday()))
            .Rows.Single(r => r.Citizen == citizen)
            .Reasons.ShouldContain(r => r.Reason == WorkReason.Reminder && r.Why.Contains("ligger stadig hos"));
    }

    [Theory, EachDatabase]
    public async Task A_paper_is_on_the_case_until_it_is_taken_off(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (citizen, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        await office.Anna.DoneAsync(
            new AddCitizenDocument(
                citizen,
                "Cv fra marts",
                CitizenDocumentKind.Cv,
                office.Today,
                "cv.txt",
                new MemoryStream("Bager i ti år."u8.ToArray())
            )
        );
        var paper = (await office.Anna.DoneAsync(new SeeCitizenDocuments(citizen))).All.Single();
        await using (var content = (await office.Anna.DoneAsync(new OpenCitizenDocument(citizen, paper.Id))).Content)
            (await new StreamReader(content).ReadToEndAsync()).ShouldBe("Bager i ti år.");
        (await office.Anna.RefusedAsync(new OpenCitizenDocument(other, paper.Id))).ShouldBe("document.not-found");
        (await office.Anna.DoneAsync(new SeeTimeline(citizen, TimelineKind.Document)))
            .Events.Single()
            .Text.ShouldBe("Cv fra marts");
        await office.Anna.DoneAsync(new RemoveCitizenDocument(citizen, paper.Id));
        (await office.Anna.RefusedAsync(new OpenCitizenDocument(citizen, paper.Id))).ShouldBe("document.not-found");
    }

    private static async Task<IReadOnlyList<CitizenId>> ListAsync(Seat seat) =>
        [.. (await seat.DoneAsync(new SeeToday() { PageSize = 100 })).Rows.Select(r => r.Citizen)];
}
