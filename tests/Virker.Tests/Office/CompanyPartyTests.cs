using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Tests.Casework;
using Virker.Tests.Support;

namespace Virker.Tests.Office;

/// <summary>A company is a party of the office as a citizen is: the same calendar and the same papers.</summary>
public sealed class CompanyPartyTests
{
    private static readonly Party Bakery = Party.Of(NewId.Of<CompanyId>());

    [Theory, EachDatabase]
    public async Task A_visit_takes_the_workers_time_and_nobody_else_gets_it(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var visit = new TimeWanted(Guid.NewGuid(), Bakery, office.Anna.User, office.At(1, 10), 60);

        (await DoAsync(office, s => s.GetRequiredService<IOfficeCalendar>().TakeAsync(visit, default))).ShouldBeNull();

        var other = visit with { Booking = Guid.NewGuid(), Party = Party.Of(NewId.Of<CompanyId>()) };
        (await DoAsync(office, s => s.GetRequiredService<IOfficeCalendar>().TakeAsync(other, default)))
            .ShouldNotBeNull()
            .Code.ShouldBe("booking.worker-taken");
        var again = visit with { Booking = Guid.NewGuid(), Worker = office.Bo.User };
        (await DoAsync(office, s => s.GetRequiredService<IOfficeCalendar>().TakeAsync(again, default)))
            .ShouldNotBeNull()
            .Code.ShouldBe("booking.company-taken");
        (await office.TryAsync(await office.CitizenAsync(), office.At(1, 10))).Refusal!.Code.ShouldBe(
            "booking.worker-taken",
            "the cases use the same calendar"
        );
    }

    [Theory, EachDatabase]
    public async Task A_visit_at_the_office_finds_a_free_room_and_gives_it_back(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var visit = new TimeWanted(Guid.NewGuid(), Bakery, office.Anna.User, office.At(1, 10), 60);
        await using var scope = office.House.Scope(Actor.System);
        var calendar = scope.ServiceProvider.GetRequiredService<IOfficeCalendar>();
        var found = (await calendar.FindAsync(visit, needsRoom: true, null, default)).Value;
        found.Room.ShouldNotBeNull();
        (await DoAsync(office, s => s.GetRequiredService<IOfficeCalendar>().TakeAsync(found, default))).ShouldBeNull();

        var other = visit with { Booking = Guid.NewGuid(), Worker = office.Bo.User };
        (await calendar.FindAsync(other, needsRoom: true, null, default)).Refusal!.Code.ShouldBe("booking.no-room");

        await DoAsync(office, async s =>
        {
            await s.GetRequiredService<IOfficeCalendar>().ReleaseAsync(visit.Booking, default);
            return (Refusal?)null;
        });
        (await calendar.FindAsync(other, needsRoom: true, null, default)).Value.Room.ShouldBe(found.Room);
    }

    [Theory, EachDatabase]
    public async Task A_paper_lies_on_the_company_and_on_nobody_else(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var citizen = await office.CitizenAsync();
        (await DoAsync(office, async s =>
        {
            var added = await s.GetRequiredService<IPapers>()
                .AddAsync(Bakery, new("Partnerskab", "aftale", office.Today, "aftale.pdf", Pdf()), default);
            return added.IsRefused ? added.Refusal : null;
        })).ShouldBeNull();

        await using var scope = office.House.Scope(Actor.System);
        var papers = scope.ServiceProvider.GetRequiredService<IPapers>();
        var paper = (await papers.OfAsync(Bakery, default)).ShouldHaveSingleItem();
        (paper.Title, paper.Kind).ShouldBe(("Partnerskab", "aftale"));
        (await papers.OfAsync(Party.Of(citizen), default)).ShouldBeEmpty();
        (await papers.OpenAsync(Party.Of(citizen), paper.Id, default)).IsRefused.ShouldBeTrue();
        (await office.Anna.DoneAsync(new SeeCitizenDocuments(citizen))).All.ShouldBeEmpty();
        (await office.House.ReadAsync("select citizen_id from journal where entity = 'citizen_documents'"))
            .ShouldBe([null], "a company's paper is about no citizen");

        await DoAsync(office, async s =>
        {
            await s.GetRequiredService<IPapers>().RemoveAsync(Bakery, paper.Id, default);
            return (Refusal?)null;
        });
        (await papers.OfAsync(Bakery, default)).ShouldBeEmpty();
    }

    /// <summary>As another module's use case would: in its own transaction.</summary>
    private static async Task<Refusal?> DoAsync(JobOffice office, Func<IServiceProvider, Task<Refusal?>> work)
    {
        await using var scope = office.House.Scope(Actor.System);
        var done = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync<Done>("VisitCompany", async () =>
            await work(scope.ServiceProvider) is { } refusal ? refusal : Done.It, default);
        return done.IsRefused ? done.Refusal : null;
    }

    private static MemoryStream Pdf() => new(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"));
}
