using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class SickPayTests
{
    [Theory, EachDatabase]
    public async Task The_follow_ups_are_the_rules_of_the_first_day_of_absence(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var absent = office.Today.AddDays(-40);
        var citizen = await office.CitizenAsync(since: absent.AddDays(30), benefit: 6);
        (await CourseAsync(office, citizen)).From.ShouldBe(
            absent.AddDays(30),
            "nobody has written when the absence began"
        );
        await office.Anna.DoneAsync(
            new SetSickCase(
                citizen,
                new(absent)
                {
                    Category = 2,
                    Employed = true,
                    OrdinaryHours = 37,
                }
            )
        );
        var law = Ask(new(2, true), absent);
        var course = await CourseAsync(office, citizen);
        course.From.ShouldBe(absent);
        course.Conversations.Select(c => c.By).ShouldBe(law.Answer.FollowUps.Select(f => f.By));
        await office.Anna.DoneAsync(new SetSickCase(citizen, new(absent) { Category = 1, Version = 1 }));
        (await CourseAsync(office, citizen)).Conversations.ShouldBeEmpty("category 1 has no fixed follow-up");
        (await office.Anna.RefusedAsync(new SetSickCase(citizen, new(absent) { Version = 1 }))).ShouldBe(
            "sick.changed-meanwhile"
        );
    }

    [Theory, EachDatabase]
    public async Task An_early_follow_up_that_was_asked_for_comes_first(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (later, early) = (
            await office.CitizenAsync(since: office.Today.AddDays(-60), benefit: 6),
            await office.CitizenAsync(since: office.Today.AddDays(-10), benefit: 6)
        );
        var facts = new SickFacts(office.Today.AddDays(-10))
        {
            Category = 2,
            Employed = true,
            EarlyOn = office.Today,
            EarlyBy = EarlyAskedBy.Citizen,
        };
        await office.Anna.DoneAsync(new SetSickCase(early, facts));
        var seen = await office.Anna.DoneAsync(new SeeSickCase(early));
        seen.Early!.By.ShouldBe(
            Ask(new(2, true, false, office.Today), office.Today.AddDays(-10)).Answer.FollowUps.Single(f => f.Early).By
        );
        var list = await office.Anna.DoneAsync(new SeeSickList());
        list.All.Select(l => l.Citizen).ShouldBe([early, later]);
        (list.Early, list.WithoutFacts).ShouldBe((1, 1));
        (await office.Anna.DoneAsync(new SeeSickList(OnlyEarly: true))).All.Select(l => l.Citizen).ShouldBe([early]);
        (await office.House.As(Role.CompanyConsultant, office.Team.Value).RefusedAsync(new SeeSickList())).ShouldBe(
            "permission.denied"
        );
    }

    [Fact]
    public async Task Where_the_law_is_not_known_the_page_says_so()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        office.House.Clock.Set(new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero));
        var citizen = await office.CitizenAsync(since: new(2026, 3, 2), benefit: 6);
        await office.Anna.DoneAsync(
            new SetSickCase(
                citizen,
                new(new DateOnly(2026, 3, 2))
                {
                    Employed = true,
                    EarlyOn = new(2026, 3, 9),
                    EarlyBy = EarlyAskedBy.Employer,
                }
            )
        );
        var seen = await office.Anna.DoneAsync(new SeeSickCase(citizen));
        seen.Course!.Conversations.ShouldBeEmpty();
        (seen.Early!.By, seen.Early.Status).ShouldBe((null, null));
    }

    [Theory, EachDatabase]
    public async Task Broken_hours_stay_as_they_were_said(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-60), benefit: 6);
        var facts = new SickFacts(office.Today.AddDays(-60)) { Category = 2, Employed = true, OrdinaryHours = 37.5m };
        await office.Anna.DoneAsync(new SetSickCase(citizen, facts));
        await office.Anna.DoneAsync(new RegisterPartialReturn(citizen, office.Today, 22.5m));
        var seen = await office.Anna.DoneAsync(new SeeSickCase(citizen));
        seen.Facts!.OrdinaryHours.ShouldBe(37.5m);
        seen.Returns.Select(r => (r.HoursPerWeek, r.Share)).ShouldBe([(22.5m, 0.6)]);
        await office.Anna.DoneAsync(
            new AddPlanStep(citizen, new(PlanStepKind.Treatment, "Mentor") { HoursPerWeek = 2.5m, Shared = true })
        );
        (await office.Anna.DoneAsync(new SeeMyPlan(citizen))).Steps.ShouldHaveSingleItem().HoursPerWeek.ShouldBe(2.5m);
    }

    [Theory, EachDatabase]
    public async Task A_partial_return_is_a_share_of_the_jobs_hours(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync(since: office.Today.AddDays(-60), benefit: 6);
        await office.TakeInAsync(
            new RegisteredPartialReturn(citizen, office.Today.AddDays(-400), office.Today.AddDays(-380), 20)
        );
        (await office.Anna.RefusedAsync(new RegisterPartialReturn(citizen, office.Today, 10))).ShouldBe("sick.no-case");
        await office.Anna.DoneAsync(
            new SetSickCase(
                citizen,
                new(office.Today.AddDays(-60))
                {
                    Category = 2,
                    Employed = true,
                    OrdinaryHours = 40,
                }
            )
        );
        await office.Anna.DoneAsync(new RegisterPartialReturn(citizen, office.Today.AddDays(-20), 10));
        await office.Anna.DoneAsync(new RegisterPartialReturn(citizen, office.Today, 30));
        (await office.Anna.RefusedAsync(new RegisterPartialReturn(citizen, office.Today.AddDays(1), 41))).ShouldBe(
            "sick.more-than-job"
        );
        (await office.Anna.DoneAsync(new SeeSickCase(citizen)))
            .Returns.Select(r => (r.From, r.To, r.Share))
            .ShouldBe(
                [
                    (office.Today, null, 0.75),
                    (office.Today.AddDays(-20), office.Today.AddDays(-1), 0.25),
                    (office.Today.AddDays(-400), office.Today.AddDays(-380), null),
                ],
                "an earlier absence was from another job"
            );
        await office.Anna.DoneAsync(new RegisterPartialReturn(citizen, office.Today.AddDays(5), 0));
        (await office.Anna.DoneAsync(new SeeSickCase(citizen))).Returns[0].To.ShouldBe(office.Today.AddDays(4));
        PartialReturns.Share(10, null).ShouldBeNull("a share of hours that nobody knows");
    }

    [Theory, EachDatabase]
    public async Task An_employer_sees_its_own_sick_employees_and_nothing_about_the_case(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var (bakery, smithy) = (NewId.Of<CompanyId>(), NewId.Of<CompanyId>());
        var (mine, well) = (
            await office.CitizenAsync(since: office.Today.AddDays(-50), benefit: 6),
            await office.CitizenAsync(since: office.Today.AddDays(-50), benefit: 2)
        );
        foreach (var citizen in new[] { mine, well })
            await office.Anna.DoneAsync(
                new SetSickCase(
                    citizen,
                    new(office.Today.AddDays(-50))
                    {
                        Category = 3,
                        Employed = true,
                        Employer = "Prøvebageriet",
                        Company = bakery,
                        OrdinaryHours = 37,
                    }
                )
            );
        var (baker, smith) = (office.House.As(bakery), office.House.As(smithy));
        var seen = (await baker.DoneAsync(new SeeSickEmployees())).All.Single();
        (seen.Citizen, seen.Sees.AbsentFrom, seen.Sees.Now).ShouldBe((mine, office.Today.AddDays(-50), null));
        typeof(EmployerSees)
            .GetProperties()
            .Select(p => p.Name)
            .Where(n => n != "EqualityContract")
            .ShouldBe(["Name", "AbsentFrom", "Now", "EarlyAsked"], "whatever is added here, an employer sees");
        (await smith.DoneAsync(new SeeSickEmployees())).All.ShouldBeEmpty();
        (await smith.RefusedAsync(new AskEarlyFollowUp(seen.Id))).ShouldBe("sick.not-found");
        await baker.DoneAsync(new AskEarlyFollowUp(seen.Id));
        (await baker.RefusedAsync(new AskEarlyFollowUp(seen.Id))).ShouldBe("sick.early-already");
        (await office.Anna.DoneAsync(new SeeSickCase(mine))).Facts!.EarlyBy.ShouldBe(EarlyAskedBy.Employer);
        (await office.Anna.RefusedAsync(new SeeSickEmployees())).ShouldBe("permission.denied");
        (await baker.RefusedAsync(new SeeSickCase(mine))).ShouldBe("permission.denied");
    }

    private static async Task<ContactCourse> CourseAsync(JobOffice office, CitizenId citizen) =>
        (await office.Anna.DoneAsync(new SeeSickCase(citizen))).Course!;

    private static Finding<SicknessSchedule.Course> Ask(SicknessSchedule.Facts facts, DateOnly on) =>
        Lawbook.Current.Answer(new SicknessSchedule(), facts, on).Value;
}
