using Microsoft.Extensions.DependencyInjection;
using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Tests.Support;

/// <summary>
/// A committee with one meeting whose agenda is out, with an item that is closed, and one whose agenda is still a
/// draft.
/// </summary>
internal sealed class SmallCouncil(IServiceProvider scope)
{
    /// <summary>Words of the closed item, which no member of the public ever reads.</summary>
    public const string Secret = "Kvittebert";

    public CommitteeMeetingId Published { get; private set; }

    public CommitteeMeetingId Draft { get; private set; }

    public AgendaItemId Open { get; private set; }

    public AgendaItemId Closed { get; private set; }

    public static async Task<SmallCouncil> BuildAsync(IServiceProvider scope, UserId member, string mark)
    {
        var council = new SmallCouncil(scope);
        var committee = await council.RunAsync(
            new EstablishCommittee(
                $"Beskæftigelsesudvalget{mark}",
                "BEU",
                null,
                CaseTemplate.Standard.Id,
                [new NewMember("Aase Prøvesen", "A", SeatRole.Chair, member)]
            )
        );
        council.Published = await council.MeetingAsync(committee.Committee, 7);
        council.Draft = await council.MeetingAsync(committee.Committee, 35);
        council.Open = await council.AddAsync(council.Published, $"Ny aftale med bagerne{mark}", isOpen: true);
        council.Closed = await council.AddAsync(council.Published, $"Personsag om {Secret}{mark}", isOpen: false);
        await council.RunAsync(new PublishAgenda(council.Published));
        return council;
    }

    private async Task<CommitteeMeetingId> MeetingAsync(CommitteeId committee, int days)
    {
        var today = scope.GetRequiredService<TimeProvider>().Today();
        var meeting = (
            await RunAsync(
                new PlanMeeting(committee, CommitteeMeetingKind.Ordinary, today.AddDays(days), "16:30", "Rådhuset")
            )
        ).Meeting;
        await RunAsync(new DraftAgenda(meeting));
        return meeting;
    }

    private async Task<AgendaItemId> AddAsync(CommitteeMeetingId meeting, string title, bool isOpen) =>
        (await RunAsync(new AddItem(meeting, title, "B", null, null, isOpen))).Item;

    private async Task<TResult> RunAsync<TResult>(IRequest<TResult> request)
    {
        var outcome = await scope.RunAsync(request);
        outcome.Refusal.ShouldBeNull(request.GetType().Name);
        return outcome.Value;
    }
}
