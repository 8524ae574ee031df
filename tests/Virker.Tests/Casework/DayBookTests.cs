using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>The book of the day is kept up from the journal: after whatever is done, it says what a reading of everything says.</summary>
public sealed class DayBookTests
{
    [Theory, EachDatabase]
    public async Task After_each_of_a_row_of_random_changes_the_book_says_what_a_whole_reading_says(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var draw = new Random(4711);
        var citizens = new List<CitizenId>();
        for (var i = 0; i < 6; i++) citizens.Add(await office.CitizenAsync(since: office.Today.AddDays(-draw.Next(300)), benefit: 2 + (i % 2)));
        var done = new HashSet<string>();
        (await BothAsync(office)).Kept.ShouldNotBeEmpty();
        for (var turn = 0; turn < 150; turn++)
        {
            var what = await ChangeAsync(office, citizens, draw);
            if (what is not null) done.Add(what);
            var (kept, whole) = await BothAsync(office);
            kept.ShouldBe(whole, $"change {turn}: {what}");
        }

        done.Count.ShouldBe(10, $"each kind of change was made at least once: {string.Join(", ", done)}");
    }

    [Fact]
    public async Task A_change_about_one_citizen_reads_one_citizen_again()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (one, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        var before = await PageAsync(office, fresh: false);
        await office.BookAsync(one, office.At(1, 10));
        var after = await PageAsync(office, fresh: false);
        (ReferenceEquals(Of(before, one), Of(after, one)), ReferenceEquals(Of(before, other), Of(after, other))).ShouldBe((false, true));
        (await PageAsync(office, fresh: false)).ShouldBeSameAs(after, "nothing has happened since");
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        (await PageAsync(office, fresh: false)).Day.ShouldBe(office.Today);
    }

    private static TodayCase Of(DayPage page, CitizenId citizen) => page.Cases.All.Single(c => c.Citizen == citizen);

    private static async Task<string?> ChangeAsync(JobOffice office, List<CitizenId> citizens, Random draw)
    {
        var citizen = citizens[draw.Next(citizens.Count)];
        switch (draw.Next(10))
        {
            case 0:
                return Named("booked", await office.TryAsync(citizen, office.At(1 + draw.Next(20), 9 + draw.Next(6))));
            case 1:
                return Named("held", await office.Anna.RunAsync<BeginConversation, MeetingBooked>(new(citizen, MeetingChannel.Phone)));
            case 2:
                return Named("on hold", await office.Anna.RunAsync<PutOnHold, Done>(new(citizen, "venter-paa-borger", "", office.Today.AddDays(1 + draw.Next(30)))));
            case 3:
                return Named("off hold", await office.Anna.RunAsync<LiftHold, Done>(new(citizen)));
            case 4:
                return Named("absent", await office.Anna.RunAsync<RegisterAbsence, AbsenceRegistered>(new(office.Today.AddDays(draw.Next(20)), office.Today.AddDays(20), "Kursus")));
            case 5:
                return Named("other worker", await office.Anna.RunAsync<ChangeWorker, WorkerChanged>(new(citizen, office.Bo.User, "Barsel", "Alt er skrevet i sagen.")));
            case 6:
                citizens.Add(await office.CitizenAsync(since: office.Today.AddDays(-draw.Next(100))));
                return "new";
            case 7:
                return Named("step", await office.Anna.RunAsync<AddPlanStep, PlanStepAdded>(new(citizen, new(PlanStepKind.JobSearch, "Søge to job om ugen") { To = office.Today.AddDays(draw.Next(30)) })));
            case 8:
                return Named("shift", await office.Anna.RunAsync<ShiftBenefit, BenefitShifted>(new(citizen, 6, office.Today) { TargetGroup = 6 }));
            default:
                office.House.Clock.Advance(TimeSpan.FromDays(1));
                return "next day";
        }
    }

    private static string? Named<T>(string what, Outcome<T> outcome) => outcome.IsRefused ? null : what;

    private static async Task<(IReadOnlyList<string> Kept, IReadOnlyList<string> Whole)> BothAsync(JobOffice office) => (Lines(await PageAsync(office, fresh: false)), Lines(await PageAsync(office, fresh: true)));

    private static async Task<DayPage> PageAsync(JobOffice office, bool fresh)
    {
        await using var scope = office.House.Scope(Actor.System);
        var services = scope.ServiceProvider;
        var book = fresh ? ActivatorUtilities.CreateInstance<DayBook>(services, new DayShelf()) : services.GetRequiredService<DayBook>();
        return await book.ReadAsync(default);
    }

    /// <summary>One line a case, all of it, as it stands with its worker and with its team.</summary>
    private static IReadOnlyList<string> Lines(DayPage page)
    {
        static string Line(TodayCase c) => JsonSerializer.Serialize(c, Whole);
        return [.. page.Cases.All.Select(c => $"{Line(c)} {page.Cases.OfTeam(c.Team).Count(x => x.Citizen == c.Citizen)} {(c.WorkerId is { } worker ? page.Cases.OfWorker(worker).Count(x => Line(x) == Line(c)) : 0)} {page.Cases.OfTeam(c.Team).Count}").Order(StringComparer.Ordinal)];
    }

    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };
}
