using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Committee;

/// <summary>A house with one committee of seven, its clerk, and members who sign in.</summary>
internal sealed class CommitteeOffice : IAsyncDisposable
{
    public const string Name = "Beskæftigelsesudvalget";

    private static readonly (string Name, string Party)[] Seven =
    [
        ("Aase Prøvesen", "A"),
        ("Bo Prøvesen", "V"),
        ("Carla Prøvesen", "F"),
        ("Dorthe Prøvesen", "C"),
        ("Erik Prøvesen", "Ø"),
        ("Fie Prøvesen", "B"),
        ("Gorm Prøvesen", "O"),
    ];

    private CommitteeOffice(TestHouse house) => (House, Clerk) = (house, house.As(Role.Clerk));

    public TestHouse House { get; }

    public Seat Clerk { get; }

    /// <summary>The committee's members in order, signed in; the first is in the chair.</summary>
    public IReadOnlyList<Seat> Members { get; private set; } = [];

    /// <summary>A council member without a seat in the committee.</summary>
    public Seat Outsider => House.As(Role.Politician);

    public CommitteeId Committee { get; private set; }

    public static async Task<CommitteeOffice> OnAsync(Dialect dialect, Action<IServiceCollection>? also = null)
    {
        var office = new CommitteeOffice(await TestHouse.OnAsync(dialect, also));
        office.Members = [.. Seven.Select(_ => office.House.As(Role.Politician))];
        var members = Seven.Select(
            (m, i) => new NewMember(m.Name, m.Party, i == 0 ? SeatRole.Chair : SeatRole.Member, office.Members[i].User)
        );
        office.Committee = (
            await office.Clerk.DoneAsync(
                new EstablishCommittee(Name, "BEU", "2022-2025", CaseTemplate.Standard.Id, [.. members])
            )
        ).Committee;
        return office;
    }

    /// <summary>A meeting planned for so many days from today.</summary>
    public async Task<CommitteeMeetingId> PlannedAsync(int inDays = 7) =>
        (
            await Clerk.DoneAsync(
                new PlanMeeting(
                    Committee,
                    CommitteeMeetingKind.Ordinary,
                    House.Clock.Today.AddDays(inDays),
                    "16:30",
                    "Rådhuset, lokale 1"
                )
            )
        ).Meeting;

    public async Task<CommitteeMeetingId> DraftedAsync(int inDays = 7)
    {
        var meeting = await PlannedAsync(inDays);
        await Clerk.DoneAsync(new DraftAgenda(meeting));
        return meeting;
    }

    public async Task<AgendaItemId> AddAsync(
        CommitteeMeetingId meeting,
        string title,
        bool open = true,
        string type = "B"
    ) => (await Clerk.DoneAsync(new AddItem(meeting, title, type, null, null, open))).Item;

    /// <summary>
    /// Publishes the agenda, waits for the day and opens the meeting with everyone but <paramref name="absent"/>.
    /// </summary>
    public async Task HoldAsync(CommitteeMeetingId meeting, params int[] absent)
    {
        await Clerk.DoneAsync(new PublishAgenda(meeting));
        await OpenAsync(meeting, absent);
    }

    public async Task OpenAsync(CommitteeMeetingId meeting, params int[] absent)
    {
        var view = await ReadAsync(meeting);
        if (House.Clock.Today < view.Meeting.HeldOn)
            House.Clock.Set(
                new DateTimeOffset(view.Meeting.HeldOn.ToDateTime(new TimeOnly(16, 30)), TimeSpan.FromHours(1))
            );
        await Clerk.DoneAsync(
            new HoldMeeting(
                meeting,
                [.. view.Members.Select((m, i) => new AttendanceEntry(m.Id, null, null, !absent.Contains(i)))]
            )
        );
    }

    public Task<MeetingView> ReadAsync(CommitteeMeetingId meeting) => Clerk.DoneAsync(new ReadMeeting(meeting));

    public async Task<ItemView> ItemAsync(AgendaItemId item) => (await Clerk.DoneAsync(new ReadItem(item))).Item;

    public async Task<DecisionRecorded> DecideAsync(AgendaItemId item, string text, string? kind = null) =>
        await Clerk.DoneAsync(new RecordDecision(item, (await ItemAsync(item)).Head.Version, new(text, kind)));

    /// <summary>Decides whatever is undecided, approves and publishes.</summary>
    public async Task FinishAsync(CommitteeMeetingId meeting)
    {
        var view = await ReadAsync(meeting);
        foreach (var item in view.Items.Where(i => i.Decisions.All(d => d.DecidedOn != view.Meeting.HeldOn)))
            await DecideAsync(item.Id, "Taget til orientering.");
        await Clerk.DoneAsync(new ApproveMinutes(meeting));
        await Clerk.DoneAsync(new PublishMinutes(meeting, "Rettet."));
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
