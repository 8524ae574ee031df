using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;
using Virker.Tests.Support;
using Virker.Tests.Targets;

namespace Virker.Tests.Web;

/// <summary>
/// One of each thing that can be stored and changed again, with more in it than the usual form has: several guests, a
/// foreign section, a chosen kind.
/// </summary>
internal sealed class StoredThings(IServiceProvider scope, SmallTown town)
{
    private readonly VirkerContext _db = scope.GetRequiredService<VirkerContext>();
    private readonly DateTimeOffset _now = scope.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>
    /// An item of an agenda that is being prepared, with a section that its committee's template lacks, and headings of
    /// its own.
    /// </summary>
    public AgendaItemId Item { get; private set; }

    /// <summary>An item that was decided today, with all that can go with a decision.</summary>
    public AgendaItemId Decided { get; private set; }

    public CommitteeMeetingId Held { get; private set; }

    public static async Task<StoredThings> BuildAsync(IServiceProvider scope, SmallTown town)
    {
        var things = new StoredThings(scope, town);
        await things.CouncilAsync();
        await things.PaperAsync();
        await scope.PutInForceAsync(SamplePlan.Draft, "plan.txt");
        await things.DoneAsync(new SetPlanGoal(town.Own, "Et job i et bageri"));
        await things.DoneAsync(new AddProfileItem(town.Own, ProfileKind.Strength, "Møder til tiden"));
        await things.DoneAsync(new SetContactWish(town.Own, WithoutDigitalPost: true, NoTexts: false));
        await things.DoneAsync(
            new SaveArticle(null, 0, "Den første samtale", KnowledgeKind.Procedure)
            {
                Steps = [WorkStep.Plan, WorkStep.Booking],
                Summary = "Begynd med målet.",
                Body = "## Målet\n\n- spørg\n- skriv",
                ReviewBy = things._now.DanishDate().AddYears(1),
                Publish = true,
            }
        );
        (
            await scope
                .GetRequiredService<UnitOfWork>()
                .RunAsync(
                    "Import",
                    async () =>
                    {
                        await things.RowsAsync();
                        return (Outcome<Done>)Done.It;
                    },
                    default
                )
        ).Refusal.ShouldBeNull();
        return things;
    }

    /// <summary>An uploaded paper that has been read, with what is doubtful in it.</summary>
    private async Task PaperAsync()
    {
        using var paper = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Tests.Committee.ReadingRoom.Minutes));
        await DoneAsync(new UploadPapers([new("referat.txt", paper)]));
        (await scope.GetServices<IJob>().Single(j => j.Name == ReadPapers.JobName).RunAsync()).Refusal.ShouldBeNull();
    }

    private async Task CouncilAsync()
    {
        var today = _now.DanishDate();
        var committee = (
            await DoneAsync(
                new EstablishCommittee(
                    "Beskæftigelsesudvalget",
                    "BEU",
                    null,
                    CaseTemplate.Standard.Id,
                    [
                        new("Aase Prøvesen", "A", SeatRole.Chair, town.Politician),
                        new("Bent Prøvesen", "V", SeatRole.Member),
                        new("Carla Prøvesen", "F", SeatRole.Member),
                    ]
                )
            )
        ).Committee;
        Held = await MeetingAsync(committee, today);
        Decided = (await DoneAsync(new AddItem(Held, "Aftale med bagerne", "B", null, null, true))).Item;
        await DoneAsync(new PublishAgenda(Held));
        var members = await _db.Set<CommitteeMemberRow>()
            .AsNoTracking()
            .OrderBy(m => m.Position)
            .Select(m => m.Id)
            .ToListAsync();
        await DoneAsync(
            new HoldMeeting(
                Held,
                [
                    new(members[0], null, null, true, "kom kl. 16.50"),
                    new(members[1], null, null, true),
                    new(members[2], null, null, false),
                    new(null, "Dora Stedfortræder", "F", true, "for Carla Prøvesen"),
                ]
            )
        );
        await DoneAsync(
            new RecordDecision(
                Decided,
                await VersionAsync(Decided),
                new("Udvalget drøftede sagen.\nUdvalget beder om et svar i juni.", "approved", 2)
                {
                    AbsentHere = [members[1]],
                    AbsentSubstitutes = ["Dora Stedfortræder"],
                    Guests = [new("Erik Bager", "formand, Bagerlauget"), new("Frida Bager", null)],
                    Remarks =
                    [
                        new(members[0], "notes", "ser gerne flere lærlinge", true),
                        new(members[1], "proposes", "foreslår en rundvisning", true),
                    ],
                }
            )
        );
        Item = (
            await DoneAsync(
                new AddItem(
                    await MeetingAsync(committee, today.AddDays(35)),
                    "Sag fra et andet udvalg",
                    "O",
                    null,
                    null,
                    true
                )
            )
        ).Item;
    }

    private async Task<CommitteeMeetingId> MeetingAsync(CommitteeId committee, DateOnly day)
    {
        var meeting = (
            await DoneAsync(new PlanMeeting(committee, CommitteeMeetingKind.Ordinary, day, "16:30", "Rådhuset"))
        ).Meeting;
        await DoneAsync(new DraftAgenda(meeting));
        return meeting;
    }

    private async Task<int> VersionAsync(AgendaItemId item) =>
        (await _db.Set<AgendaItemRow>().AsNoTracking().SingleAsync(i => i.Id == item)).Version;

    private async Task RowsAsync()
    {
        _db.RemoveRange(await _db.Set<ItemSectionRow>().Where(s => s.ItemId == Item).ToListAsync());
        await _db.SaveChangesAsync();
        _db.AddRange(
            new ItemSectionRow
            {
                ItemId = Item,
                Position = 1,
                Key = "occasion",
                Heading = "Anledning",
                Text = "Udvalget bad om det.",
            },
            new ItemSectionRow
            {
                ItemId = Item,
                Position = 2,
                Key = CaseTemplate.MainText,
                Heading = "Sagsfremstilling",
                Text = "Første afsnit.\n\n- et\n- to",
            },
            new ItemSectionRow
            {
                ItemId = Item,
                Position = 3,
                Key = "annex",
                Heading = "Bilag i teksten",
                Text = "Se bilag.",
            },
            new ItemSectionRow
            {
                ItemId = Item,
                Position = 4,
                Key = "annex",
                Heading = "Flere bilag",
                Text = "Se også.",
            }
        );
        var committee = (await _db.Set<CommitteeMeetingRow>().SingleAsync(m => m.Id == Held)).CommitteeId;
        _db.Add(
            new FollowUpRow
            {
                Id = NewId.Of<FollowUpId>(),
                CommitteeId = committee,
                ItemId = Decided,
                Text = "Et svar om lærlinge",
                Owner = "Direktøren",
                Due = new(2024, 6, 1),
                State = FollowUpState.Open,
                Report = "Foreløbigt svar",
            }
        );
        var (leader, worker) = (await AccountAsync("demo-team-leader"), await AccountAsync("demo-case-worker"));
        _db.Add(
            new CaseMarkRow
            {
                UserId = worker,
                CitizenId = town.Own,
                Colour = MarkColour.Yellow,
            }
        );
        var held = await _db.Set<Virker.Casework.MeetingRow>()
            .Where(m => m.CitizenId == town.Own && m.Status == MeetingStatus.Held)
            .Select(m => m.Id)
            .SingleAsync();
        Observe(held, leader, worker, o => { });
        Observe(town.Meeting, leader, worker, o => (o.WorkerAgreedAt, o.CitizenAgreedAt) = (null, null));
        _db.Add(
            new SickCaseRow
            {
                Id = Guid.NewGuid(),
                CitizenId = town.Own,
                AbsentFrom = _now.DanishDate().AddDays(-40),
                Category = 3,
                Employed = true,
                Employer = "Prøvebageriet",
                CompanyId = null,
                OrdinaryHours = 37,
                CitizenExpectsSoon = true,
                EarlyOn = _now.DanishDate().AddDays(-3),
                EarlyBy = EarlyAskedBy.Employer,
                ChangedAt = _now,
                ChangedBy = "Prøve Sagsbehandler",
            }
        );
        foreach (var (days, comment) in new (int, string?)[] { (-20, "Det var godt."), (-22, null) })
        {
            var other = NewId.Of<MeetingId>();
            _db.Add(
                new Virker.Casework.MeetingRow
                {
                    Id = other,
                    CitizenId = town.Own,
                    WorkerId = worker,
                    At = _now.AddDays(days),
                    Kind = Virker.Casework.MeetingKind.Job,
                    Channel = MeetingChannel.Phone,
                    Status = MeetingStatus.Held,
                }
            );
            await _db.SaveChangesAsync();
            Observe(
                other,
                leader,
                worker,
                o =>
                    (o.Rubric, o.Feedback, o.Goal, o.WrittenAt, o.Comment, o.CommentedAt) = (
                        "3,3,2,4,3",
                        "Rolig og tydelig.",
                        "Stil flere spørgsmål",
                        _now,
                        comment,
                        comment is null ? null : _now
                    )
            );
        }

        await _db.SaveChangesAsync();
    }

    private void Observe(MeetingId meeting, UserId leader, UserId worker, Action<ObservationRow> with)
    {
        var row = new ObservationRow
        {
            Id = NewId.Of<ObservationId>(),
            MeetingId = meeting,
            CitizenId = town.Own,
            WorkerId = worker,
            ObserverId = leader,
            Observer = "Prøve Teamleder",
            Focus = "Åbningen",
            AskedAt = _now,
            WorkerAgreedAt = _now,
            CitizenAgreedAt = _now,
        };
        with(row);
        _db.Add(row);
    }

    private Task<UserId> AccountAsync(string name) =>
        _db.Set<AccountRow>().Where(a => a.UserName == name).Select(a => a.Id).SingleAsync();

    private async Task<TResult> DoneAsync<TResult>(IRequest<TResult> request)
    {
        var outcome = await scope.RunAsync(request);
        outcome.Refusal.ShouldBeNull(request.GetType().Name);
        return outcome.Value;
    }
}
