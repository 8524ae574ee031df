using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Put an item on a meeting's agenda. Without a case number a new case is opened. It comes after the committee's other
/// cases and before the standing items that close the agenda; on an agenda that is out it comes last, so that no
/// printed number changes.
/// </summary>
public sealed record AddItem(
    CommitteeMeetingId Meeting,
    string Title,
    string? Type,
    string? CaseNumber,
    string? Kle,
    bool IsOpen
) : ICommand<ItemAdded>;

/// <summary>The item that was added.</summary>
public sealed record ItemAdded(AgendaItemId Item, int Number);

[Requires("committee.agenda.edit")]
internal sealed class AddItemHandler(VirkerContext db, MeetingDesk desk, CommitteeCaseRegister cases)
    : IUseCase<AddItem, ItemAdded>
{
    private static readonly HashSet<string?> Closing = [.. StandingItem.All.Where(s => s.Last).Select(s => s.Code)];

    public async Task<Outcome<ItemAdded>> RunAsync(AddItem command, CancellationToken ct = default)
    {
        if (Decide(command) is { } refusal) return refusal;
        var meeting = await desk.StepAsync(command.Meeting, MeetingStep.ChangeAgenda, ct);
        if (meeting.IsRefused) return meeting.Refusal;
        var committee = await desk.CommitteeAsync(meeting.Value.CommitteeId, ct);
        var items = await db.Set<AgendaItemRow>()
            .Where(i => i.MeetingId == command.Meeting)
            .OrderBy(i => i.Position)
            .ToListAsync(ct);
        var item = new AgendaItemRow
        {
            Id = NewId.Of<AgendaItemId>(),
            MeetingId = command.Meeting,
            CaseId = await cases.ForAsync(committee.Id, command.CaseNumber, command.Kle, command.Title.Trim(), ct),
            Title = command.Title.Trim(),
            Type = command.Type,
            IsOpen = command.IsOpen,
            Competence = committee.Name,
        };
        db.Add(item);
        var before =
            meeting.Value.State == MeetingState.AgendaDrafted
                ? items.TakeWhile(i => !Closing.Contains(i.Standing)).Count()
                : items.Count;
        items.Insert(before, item);
        Agenda.Place(items, meeting.Value.State);
        await db.SaveChangesAsync(ct);
        return new ItemAdded(item.Id, item.Number!.Value);
    }

    internal static Refusal? Decide(AddItem command) => Refusal.Each(
        string.IsNullOrWhiteSpace(command.Title)
            ? new Refusal("agenda-item.no-title", "Skriv punktets overskrift.", Field: nameof(command.Title)) : null,
        command.Type is not (null or "B" or "O" or "D")
            ? new Refusal("agenda-item.unknown-type",
                "Vælg, om punktet er til beslutning, orientering eller drøftelse.",
                Field: nameof(command.Type)) : null);
}

internal static class Agenda
{
    /// <summary>
    /// Positions follow the list. Numbers follow too until the agenda is out; then a printed number stands, and a new
    /// item gets the next.
    /// </summary>
    public static void Place(IReadOnlyList<AgendaItemRow> items, MeetingState state)
    {
        var next = items.Max(i => i.Number ?? 0);
        for (var i = 0; i < items.Count; i++)
        {
            items[i].Position = i + 1;
            items[i].Number = state == MeetingState.AgendaDrafted ? i + 1 : items[i].Number ?? ++next;
        }
    }
}
