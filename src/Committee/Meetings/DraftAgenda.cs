using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Begin a meeting's agenda from the forward agenda: postponed cases, what is to be reported back, and the standing
/// items.
/// </summary>
public sealed record DraftAgenda(CommitteeMeetingId Meeting) : ICommand<AgendaDrafted>;

/// <summary>How many items the draft begins with.</summary>
public sealed record AgendaDrafted(int Items);

[Requires("committee.agenda.edit")]
internal sealed class DraftAgendaHandler(
    VirkerContext db,
    MeetingDesk desk,
    ForwardAgendas forward,
    CommitteeCaseRegister cases,
    CarryOver carry
) : IUseCase<DraftAgenda, AgendaDrafted>
{
    public async Task<Outcome<AgendaDrafted>> RunAsync(DraftAgenda command, CancellationToken ct = default)
    {
        var stepped = await desk.StepAsync(command.Meeting, MeetingStep.DraftAgenda, ct);
        if (stepped.IsRefused) return stepped.Refusal;
        var (meeting, committee) = (stepped.Value, await desk.CommitteeAsync(stepped.Value.CommitteeId, ct));
        var agenda = await forward.OfAsync(committee.Id, ct);
        var position = 0;
        foreach (var standing in StandingItem.All.Where(s => !s.Last && Needed(s, agenda)))
            await StandAsync(standing, ++position, meeting, committee, agenda, ct);
        foreach (var postponed in agenda.Postponed)
            await carry.ToAsync(meeting, ++position, postponed.Item, ct);
        foreach (var standing in StandingItem.All.Where(s => s.Last))
            await StandAsync(standing, ++position, meeting, committee, agenda, ct);
        await db.SaveChangesAsync(ct);
        return new AgendaDrafted(position);
    }

    internal static bool Needed(StandingItem standing, ForwardAgenda agenda) =>
        standing != StandingItem.FollowUps || agenda.FollowUps.Count > 0;

    private async Task StandAsync(
        StandingItem standing,
        int position,
        CommitteeMeetingRow meeting,
        CommitteeRow committee,
        ForwardAgenda agenda,
        CancellationToken ct
    )
    {
        var item = AgendaItemRow.On(
            meeting,
            position,
            await cases.StandingAsync(committee, standing, ct),
            standing.Title
        );
        (item.Type, item.Competence, item.Standing) = (standing.Type, committee.Name, standing.Code);
        db.Add(item);
        var template = CaseTemplate.ById(committee.Template);
        var opening = template.Sections[0];
        db.Add(
            new ItemSectionRow
            {
                ItemId = item.Id,
                Position = 1,
                Key = opening.Key,
                Heading = opening.Heading,
                Text = standing.For(standing.Theme, committee.Name),
            }
        );
        db.Add(
            new RecommendationPointRow
            {
                ItemId = item.Id,
                Number = 1,
                Text = standing.For(standing.Recommendation, committee.Name),
            }
        );
        if (standing == StandingItem.Forward && Overview(meeting.HeldOn, agenda) is { Length: > 0 } overview)
            db.Add(
                new ItemSectionRow
                {
                    ItemId = item.Id,
                    Position = 2,
                    Key = CaseTemplate.MainText,
                    Heading = template.Sections.First(s => s.Key == CaseTemplate.MainText).Heading,
                    Text = overview,
                }
            );
        foreach (var followUp in StandingOn(standing, meeting.HeldOn, agenda))
            db.Add(new FollowUpOnAgendaRow { ItemId = item.Id, FollowUpId = followUp.Id });
    }

    /// <summary>
    /// What is promised stands as itself and never as words of the item: where it comes from a closed item, or one that
    /// is closed later, the public is not given it.
    /// </summary>
    internal static IEnumerable<FollowUpLine> StandingOn(
        StandingItem standing,
        DateOnly heldOn,
        ForwardAgenda agenda
    ) =>
        standing == StandingItem.FollowUps ? agenda.FollowUps
        : standing == StandingItem.Forward ? agenda.FollowUps.Where(f => f.Due > heldOn)
        : [];

    /// <summary>What is to come after this meeting.</summary>
    internal static string Overview(DateOnly heldOn, ForwardAgenda agenda)
    {
        var meetings = agenda.Meetings.Where(m => m > heldOn).Select(m => $"- {Danish.LongDate(m)}").ToList();
        return meetings.Count == 0 ? "" : $"Planlagte møder:\n\n{string.Join('\n', meetings)}";
    }
}
