using Microsoft.Extensions.DependencyInjection;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Platform;

public sealed class AccessLogTests
{
    private static readonly CitizenId Anna = NewId.Of<CitizenId>();
    private static readonly CitizenId Bo = NewId.Of<CitizenId>();

    [Theory, EachDatabase]
    public async Task The_officer_finds_looks_by_who_whom_and_when(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var worker = house.As(Role.TeamLeader);
        await LookAsync(house, worker, Anna);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(house, worker, Bo);
        await LookAsync(house, house.As(Role.TeamLeader), Bo);
        var officer = house.As(Role.DataProtectionOfficer);

        (await SearchAsync(officer, new(User: worker.User))).Select(l => l.Citizen).ShouldBe([Bo, Anna]);
        (await SearchAsync(officer, new(Citizen: Anna, UseCase: nameof(ProvedLook))))
            .ShouldHaveSingleItem()
            .User.ShouldBe(worker.User);
        (await SearchAsync(officer, new(To: house.Clock.Today.AddDays(-1))))
            .ShouldHaveSingleItem()
            .Citizen.ShouldBe(Anna);
        (await SearchAsync(officer, new(From: house.Clock.Today, UseCase: nameof(ProvedLook)))).Count.ShouldBe(2);
        (await SearchAsync(officer, new(UseCase: nameof(ProvedLook)) { Name = "TEAMLEDER" })).Count.ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task The_officers_own_search_stands_in_the_log(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await LookAsync(house, house.As(Role.TeamLeader), Anna);

        await SearchAsync(house.As(Role.DataProtectionOfficer), new(Citizen: Anna));

        (await house.ReadAsync("select use_case from access_log order by sequence")).ShouldBe([
            nameof(ProvedLook),
            nameof(SearchAccessLog),
        ]);
    }

    [Theory, EachDatabase]
    public async Task A_look_on_a_stated_reason_waits_for_review_until_it_is_reviewed(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var worker = house.As(Role.CaseWorker);
        await worker.DoneAsync(new StateReason(Anna, "Vikar for en kollega i dag."));
        await LookAsync(house, worker, Anna);
        var officer = house.As(Role.DataProtectionOfficer);
        var look = (await SearchAsync(officer, new(AwaitingReview: true))).ShouldHaveSingleItem();
        look.Reason.ShouldBe("Vikar for en kollega i dag.");

        (await officer.RefusedAsync(new ReviewLook(look.Sequence, InOrder: false, " "))).ShouldBe(
            "access.note-missing"
        );
        await officer.DoneAsync(new ReviewLook(look.Sequence, InOrder: true, "Bekræftet af teamlederen."));

        (await SearchAsync(officer, new(AwaitingReview: true))).ShouldBeEmpty();
        (await SearchAsync(officer, new(User: worker.User)))[0].Review!.Note.ShouldBe("Bekræftet af teamlederen.");
        (await officer.RefusedAsync(new ReviewLook(look.Sequence, InOrder: true, "Igen."))).ShouldBe("access.reviewed");
    }

    [Theory, EachDatabase]
    public async Task One_reason_is_reviewed_once_however_many_looks_it_was_given_for(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var (worker, other, officer) = (
            house.As(Role.CaseWorker),
            house.As(Role.YouthCounsellor),
            house.As(Role.DataProtectionOfficer)
        );
        await worker.DoneAsync(new StateReason(Anna, "Vikar for en kollega i dag."));
        await LookAsync(house, worker, Anna);
        await LookAsync(house, worker, Anna);
        await other.DoneAsync(new StateReason(Anna, "Vikar for en kollega i dag."));
        await LookAsync(house, other, Anna);
        var waiting = await SearchAsync(officer, new(AwaitingReview: true));
        waiting.Count.ShouldBe(3);

        await officer.DoneAsync(new ReviewLook(waiting.First(l => l.User == worker.User).Sequence, InOrder: true, ""));

        (await SearchAsync(officer, new(AwaitingReview: true))).ShouldHaveSingleItem().User.ShouldBe(other.User);
    }

    [Theory, EachDatabase]
    public async Task Without_relation_and_reason_nothing_is_shown(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);

        (await house.As(Role.CaseWorker).RefusedAsync(new ProvedLook(Anna))).ShouldBe("citizen.reason-required");

        (await house.CountAsync("access_log")).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_stated_reason_ends_with_the_working_day(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var worker = house.As(Role.CaseWorker);
        await worker.DoneAsync(new StateReason(Anna, "Vikar for en kollega i dag."));
        house.Clock.Advance(TimeSpan.FromHours(9));

        (await worker.RefusedAsync(new ProvedLook(Anna))).ShouldBe("citizen.reason-required");
    }

    [Theory, EachDatabase]
    public async Task Another_citizen_a_company_and_a_politician_are_told_that_nobody_is_there(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);

        (await house.As(Bo).RefusedAsync(new ProvedLook(Anna))).ShouldBe("citizen.not-found");
        (await house.As(NewId.Of<CompanyId>()).RefusedAsync(new ProvedLook(Anna))).ShouldBe("citizen.not-found");
        (await house.As(Role.Politician).RefusedAsync(new ProvedLook(Anna))).ShouldBe("citizen.not-found");
    }

    [Theory, EachDatabase]
    public async Task The_citizen_sees_when_and_why_and_never_who(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await LookAsync(house, house.As(Role.TeamLeader), Anna);
        await LookAsync(house, house.As(Role.TeamLeader), Bo);

        var own = await house.As(Anna).DoneAsync(new SeeOwnLooks(Anna));

        var look = own.Looks.ShouldHaveSingleItem();
        (look.At, look.Purpose, look.By).ShouldBe((house.Clock.GetUtcNow(), "Prøve af log", LookBy.Employee));
        System.Text.Json.JsonSerializer.Serialize(own).ShouldNotContain("Prøvesen");
        (await house.As(Bo).RefusedAsync(new SeeOwnLooks(Anna))).ShouldBe("citizen.not-found");
    }

    [Theory, EachDatabase]
    public async Task A_list_of_fifty_is_fifty_rows(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        var shown = Enumerable.Range(0, 50).Select(_ => NewId.Of<CitizenId>()).ToArray();

        await house.As(Role.TeamLeader).DoneAsync(new ProvedList(shown));

        (await house.CountAsync("access_log")).ShouldBe(50);
    }

    [Theory, EachDatabase]
    public async Task The_journal_is_searched_by_citizen_and_use_case(Dialect dialect)
    {
        await using var house = await HouseAsync(dialect);
        await house.As(Role.CaseWorker).DoneAsync(new StateReason(Anna, "Vikar for en kollega i dag."));
        await house.As(Role.CaseWorker).DoneAsync(new StateReason(Bo, "Vikar for en kollega i dag."));
        var officer = house.As(Role.DataProtectionOfficer);

        var change = (
            await officer.DoneAsync(new SearchJournal(Citizen: Anna, UseCase: nameof(StateReason)))
        ).Changes.ShouldHaveSingleItem();

        change.Row.Kind.ShouldBe("added");
        change.Before.ShouldBeNull();
        change.After!.ShouldContain("Vikar");
    }

    private static async Task<IReadOnlyList<LookLine>> SearchAsync(Seat officer, SearchAccessLog query) =>
        (await officer.DoneAsync(query)).Looks;

    private static Task LookAsync(TestHouse house, Seat who, CitizenId citizen) =>
        who.DoneAsync(new ProvedLook(citizen));

    /// <summary>Team leaders work with everybody here, and a citizen is themselves.</summary>
    private static Task<TestHouse> HouseAsync(Dialect dialect) =>
        TestHouse.OnAsync(
            dialect,
            services =>
            {
                services.AddScoped<ICitizenRelations, LeadersKnowAll>();
                services.AddSingleton<IModuleGrants, ProvedGrants>();
                services
                    .AddScoped<ProvedLookHandler>()
                    .AddScoped<IUseCase<ProvedLook, Done>, Pipeline<ProvedLook, Done, ProvedLookHandler>>();
                services
                    .AddScoped<ProvedListHandler>()
                    .AddScoped<
                        IUseCase<ProvedList, ProvedAnswer>,
                        Pipeline<ProvedList, ProvedAnswer, ProvedListHandler>
                    >();
            }
        );

    internal sealed class LeadersKnowAll : ICitizenRelations
    {
        public Task<IReadOnlyDictionary<CitizenId, Relation>> BetweenAsync(
            Actor actor,
            IReadOnlyCollection<CitizenId> citizens,
            CancellationToken ct = default
        ) =>
            Task.FromResult<IReadOnlyDictionary<CitizenId, Relation>>(
                citizens.ToDictionary(
                    c => c,
                    c =>
                        actor.Citizen == c ? Relation.Self
                        : actor.Is(Role.TeamLeader) ? Relation.Work
                        : Relation.None
                )
            );
    }

    internal sealed class ProvedGrants : IModuleGrants
    {
        public IEnumerable<(Role Role, string Permission)> Grants => Role.SignedIn.Select(r => (r, "proved.*"));
    }
}

internal sealed record ProvedLook(CitizenId Citizen) : IQuery<Done>, IAboutCitizen;

[Requires("proved.look", Purpose = "Prøve af log")]
internal sealed class ProvedLookHandler : IUseCase<ProvedLook, Done>
{
    public Task<Outcome<Done>> RunAsync(ProvedLook request, CancellationToken ct = default) =>
        Task.FromResult<Outcome<Done>>(Done.It);
}

internal sealed record ProvedList(IReadOnlyList<CitizenId> Citizens) : IQuery<ProvedAnswer>;

internal sealed record ProvedAnswer(IReadOnlyList<CitizenId> Citizens) : IRevealsCitizens
{
    public IEnumerable<CitizenId> Revealed => Citizens;
}

[Requires("proved.list")]
internal sealed class ProvedListHandler : IUseCase<ProvedList, ProvedAnswer>
{
    public Task<Outcome<ProvedAnswer>> RunAsync(ProvedList request, CancellationToken ct = default) =>
        Task.FromResult<Outcome<ProvedAnswer>>(new ProvedAnswer(request.Citizens));
}
