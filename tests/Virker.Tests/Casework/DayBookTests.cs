using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Economy;
using Virker.Kernel;
using Virker.Office;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

/// <summary>
/// The book of the day is kept up from the journal: after whatever is done, it says what a reading of everything says.
/// </summary>
public sealed class DayBookTests
{
    [Theory, EachDatabase]
    [Trait("Pace", "Slow")]
    public async Task After_each_of_a_row_of_random_changes_the_book_says_what_a_whole_reading_says(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var draw = new Random(4711);
        var citizens = new List<CitizenId>();
        for (var i = 0; i < 6; i++)
            citizens.Add(await office.CitizenAsync(since: office.Today.AddDays(-draw.Next(300)), benefit: 2 + (i % 2)));
        var done = new HashSet<string>();
        (await BothAsync(office)).Kept.ShouldNotBeEmpty();
        for (var turn = 0; turn < 180; turn++)
        {
            var what = await ChangeAsync(office, citizens, draw);
            if (what is not null) done.Add(what);
            var (kept, whole) = await BothAsync(office);
            kept.ShouldBe(whole, $"change {turn}: {what}");
        }

        done.Count.ShouldBe(Kinds, $"each kind of change was made at least once: {string.Join(", ", done)}");
    }

    [Theory, EachDatabase]
    public async Task A_rule_that_changes_moves_every_due_date_and_no_case_is_read_again(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        for (var i = 0; i < 5; i++)
            await office.CitizenAsync(since: office.Today.AddDays(-20 * i), benefit: 2 + (i % 2));
        await office.CitizenAsync(since: office.Today.AddDays(-20), benefit: 6);
        var before = await PageAsync(office, fresh: false);
        var law = await RegulateAsync(office, conversations: 6);
        var after = await PageAsync(office, fresh: false);
        foreach (var (old, now) in before.Cases.All.Select(c => (c, Of(after, c.Citizen))))
        {
            now.Basis.ShouldBeSameAs(old.Basis, "what the register has was not read again");
            (now.State.Course!.Conversations[1].Recommended < old.State.Course!.Conversations[1].Recommended).ShouldBe(
                old.Benefit != 6,
                "more conversations lie closer, and sick pay has rules of its own"
            );
        }

        Lines(after).ShouldBe(Lines(await PageAsync(office, fresh: true)));
        await office.House.As(Role.Controller).DoneAsync(new EndRegulation(law, "Prøven er slut", 2));
        Lines(await PageAsync(office, fresh: false)).ShouldBe(Lines(before), "the old law gives the old dates");
    }

    [Fact]
    public async Task A_change_about_one_citizen_reads_one_citizen_again()
    {
        await using var office = await JobOffice.OpenAsync(Dialect.Sqlite);
        var (one, other) = (await office.CitizenAsync(), await office.CitizenAsync());
        var before = await PageAsync(office, fresh: false);
        await office.BookAsync(one, office.At(1, 10));
        var after = await PageAsync(office, fresh: false);
        (
            ReferenceEquals(Of(before, one), Of(after, one)),
            ReferenceEquals(Of(before, other), Of(after, other))
        ).ShouldBe((false, true));
        (await PageAsync(office, fresh: false)).ShouldBeSameAs(after, "nothing has happened since");
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        (await PageAsync(office, fresh: false)).Day.ShouldBe(office.Today);
    }

    private static TodayCase Of(DayPage page, CitizenId citizen) => page.Cases.All.Single(c => c.Citizen == citizen);

    private const int Kinds = 16;

    private static async Task<string?> ChangeAsync(JobOffice office, List<CitizenId> citizens, Random draw)
    {
        var citizen = citizens[draw.Next(citizens.Count)];
        return draw.Next(Kinds) switch
        {
            0 => Named("booked", await office.TryAsync(citizen, office.At(1 + draw.Next(20), 9 + draw.Next(6)))),
            1 => Named("held", await office.Anna.RunAsync(new BeginConversation(citizen, MeetingChannel.Phone))),
            2 => Named(
                "on hold",
                await office.Anna.RunAsync(
                    new PutOnHold(citizen, HoldReason.WaitsForCitizen, "", office.Today.AddDays(1 + draw.Next(30)))
                )
            ),
            3 => Named("off hold", await office.Anna.RunAsync(new LiftHold(citizen))),
            4 => Named(
                "absent",
                await office.Anna.RunAsync(
                    new RegisterAbsence(office.Today.AddDays(draw.Next(20)), office.Today.AddDays(20), "Kursus")
                )
            ),
            5 => Named(
                "other worker",
                await office.Anna.RunAsync(
                    new ChangeWorker(citizen, office.Bo.User, "Barsel", "Alt er skrevet i sagen.")
                )
            ),
            6 => await NewAsync(office, citizens, draw),
            7 => Named(
                "step",
                await office.Anna.RunAsync(
                    new AddPlanStep(
                        citizen,
                        new(PlanStepKind.JobSearch, "Søge to job om ugen") { To = office.Today.AddDays(draw.Next(30)) }
                    )
                )
            ),
            8 => Named(
                "shift",
                await office.Anna.RunAsync(new ShiftBenefit(citizen, 6, office.Today) { TargetGroup = 6 })
            ),
            9 => await InvitedAsync(office, citizen),
            10 => Named("sent", await office.House.System.RunAsync(new SendMessages())),
            11 => await FailedAsync(office, citizen),
            12 => await SettledAsync(office, citizen),
            13 => Named(
                "sick facts",
                await office.Anna.RunAsync(
                    new SetSickCase(
                        citizen,
                        new(office.Today.AddDays(-draw.Next(60)))
                        {
                            Category = 1 + draw.Next(3),
                            Employed = draw.Next(2) == 0,
                        }
                    )
                )
            ),
            14 => (await RegulateAsync(office, 2 + draw.Next(5))) == default ? null : "law",
            _ => NextDay(office),
        };
    }

    private static string NextDay(JobOffice office)
    {
        office.House.Clock.Advance(TimeSpan.FromDays(1));
        return "next day";
    }

    private static async Task<string> NewAsync(JobOffice office, List<CitizenId> citizens, Random draw)
    {
        citizens.Add(
            await office.CitizenAsync(since: office.Today.AddDays(-draw.Next(100)), benefit: draw.Next(3) == 0 ? 6 : 2)
        );
        return "new";
    }

    /// <summary>A call-up to choose a time oneself, with times to choose among.</summary>
    private static async Task<string?> InvitedAsync(JobOffice office, CitizenId citizen)
    {
        await office.Anna.RunAsync(
            new OpenSlots(
                office.Today.AddDays(1),
                office.Today.AddDays(40),
                [DayOfWeek.Monday, DayOfWeek.Thursday],
                new(9, 0),
                new(12, 0),
                45
            )
        );
        return Named(
            "invited",
            await office.Anna.RunAsync(new InviteToBook(citizen, MessageChannel.DigitalPost, "", true))
        );
    }

    /// <summary>What lay in the folder was sent by hand and comes back.</summary>
    private static async Task<string?> FailedAsync(JobOffice office, CitizenId citizen)
    {
        await office.House.System.DoneAsync(new SendMessages());
        var sent = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages.FirstOrDefault(m =>
            m.Status == MessageStatus.Laid
        );
        return sent is null
            ? null
            : Named(
                "message failed",
                await office.Anna.RunAsync(new RecordReceipt(citizen, sent.Id, MessageStatus.Failed, "Retur"))
            );
    }

    private static async Task<string?> SettledAsync(JobOffice office, CitizenId citizen)
    {
        var failed = (await office.Anna.DoneAsync(new SeeMessages(citizen))).Messages.FirstOrDefault(m =>
            m.Status == MessageStatus.Failed && m.Settled is null
        );
        return failed is null
            ? null
            : Named(
                "message settled",
                await office.Anna.RunAsync(new SettleMessage(citizen, failed.Id, "Ringet til borgeren"))
            );
    }

    /// <summary>So many conversations for those on cash benefit, read in by one and approved by another.</summary>
    private static async Task<RegulationId> RegulateAsync(JobOffice office, int conversations)
    {
        var file =
            $"{RegulationFile.Header}\ncontact_course.other.municipality;2020-01-01;2026-06-30;{conversations};prøve;verified;2023-12-15\n";
        var read = await office
            .House.As(Role.Controller)
            .DoneAsync(new ImportRegulation($"Prøve {conversations}", file));
        await office.House.As(Role.Administrator).DoneAsync(new ApproveRegulation(read.Id, 1));
        return read.Id;
    }

    private static string? Named<T>(string what, Outcome<T> outcome) => outcome.IsRefused ? null : what;

    private static async Task<(IReadOnlyList<string> Kept, IReadOnlyList<string> Whole)> BothAsync(JobOffice office) =>
        (Lines(await PageAsync(office, fresh: false)), Lines(await PageAsync(office, fresh: true)));

    private static async Task<DayPage> PageAsync(JobOffice office, bool fresh)
    {
        await using var scope = office.House.Scope(Actor.System);
        var services = scope.ServiceProvider;
        var book = fresh
            ? ActivatorUtilities.CreateInstance<DayBook>(services, Forgotten(services))
            : services.GetRequiredService<DayBook>();
        return await book.CurrentAsync(default);
    }

    /// <summary>As a new process has it: nothing is kept.</summary>
    private static KeptHere<DayPage, DateOnly> Forgotten(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<KeptHere<DayPage, DateOnly>>(services, new KeptEntries<DayPage, DateOnly>());

    /// <summary>One line a case, all of it, as it stands with its worker and with its team.</summary>
    private static IReadOnlyList<string> Lines(DayPage page)
    {
        static string Line(TodayCase c) => JsonSerializer.Serialize(c, Whole);
        return
        [
            .. page
                .Cases.All.Select(c =>
                    $"{Line(c)} {page.Cases.OfTeam(c.Team).Count(x => x.Citizen == c.Citizen)} {(c.WorkerId is { } worker ? page.Cases.OfWorker(worker).Count(x => Line(x) == Line(c)) : 0)} {page.Cases.OfTeam(c.Team).Count}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };
}
