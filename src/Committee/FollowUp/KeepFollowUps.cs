using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Confirm a suggested follow-up, or correct an open one, with its owner and date. It then stands on the next agenda
/// until it is reported back.
/// </summary>
public sealed record ConfirmFollowUp(FollowUpId FollowUp, int Version, string Text, string Owner, DateOnly? Due)
    : ICommand<Done>;

/// <summary>Drop a follow-up that was no promise, or that the committee gave up.</summary>
public sealed record DropFollowUp(FollowUpId FollowUp, int Version) : ICommand<Done>;

/// <summary>Write a follow-up on an item by hand.</summary>
public sealed record AddFollowUp(AgendaItemId Item, string Text, string Owner, DateOnly? Due) : ICommand<Done>;

/// <summary>
/// Write the answer to a follow-up. It is reported back when the item it stands on is handled with it.
/// </summary>
public sealed record ReportBack(FollowUpId FollowUp, int Version, string Report) : ICommand<Done>;

[Requires("committee.follow-up.keep")]
internal sealed class ConfirmFollowUpHandler(VirkerContext db) : IUseCase<ConfirmFollowUp, Done>
{
    public async Task<Outcome<Done>> RunAsync(ConfirmFollowUp command, CancellationToken ct = default)
    {
        var followUp = await FollowUps.OfOwn(db).SingleOrDefaultAsync(f => f.Id == command.FollowUp, ct);
        if (followUp is null)
            return Missing.FollowUp;
        if (FollowUps.MayKeep(followUp, command.Version) is { } kept)
            return kept;
        if (FollowUps.Check(command.Text, command.Owner) is { } refusal)
            return refusal;
        (followUp.Text, followUp.Owner, followUp.Due, followUp.State) = (
            command.Text.Trim(),
            command.Owner.Trim(),
            command.Due,
            FollowUpState.Open
        );
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.follow-up.keep")]
internal sealed class DropFollowUpHandler(VirkerContext db) : IUseCase<DropFollowUp, Done>
{
    public async Task<Outcome<Done>> RunAsync(DropFollowUp command, CancellationToken ct = default)
    {
        var followUp = await FollowUps.OfOwn(db).SingleOrDefaultAsync(f => f.Id == command.FollowUp, ct);
        if (followUp is null) return Missing.FollowUp;
        if (FollowUps.MayKeep(followUp, command.Version) is { } kept) return kept;
        followUp.State = FollowUpState.Dropped;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.follow-up.keep")]
internal sealed class AddFollowUpHandler(VirkerContext db, MeetingDesk desk) : IUseCase<AddFollowUp, Done>
{
    public async Task<Outcome<Done>> RunAsync(AddFollowUp command, CancellationToken ct = default)
    {
        if (FollowUps.Check(command.Text, command.Owner) is { } refusal) return refusal;
        var at = await desk.ItemAsync(command.Item, MeetingStep.Record, ct);
        if (at.IsRefused) return at.Refusal;
        db.Add(new FollowUpRow
        {
            Id = NewId.Of<FollowUpId>(),
            CommitteeId = at.Value.Meeting.CommitteeId,
            ItemId = command.Item,
            Text = command.Text.Trim(),
            IsBinding = true,
            Owner = command.Owner.Trim(),
            Due = command.Due,
            State = FollowUpState.Open,
        });
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

[Requires("committee.follow-up.report")]
internal sealed class ReportBackHandler(VirkerContext db, MinutesPen pen) : IUseCase<ReportBack, Done>
{
    public async Task<Outcome<Done>> RunAsync(ReportBack command, CancellationToken ct = default)
    {
        var followUp = await FollowUps.OfOwn(db).SingleOrDefaultAsync(f => f.Id == command.FollowUp, ct);
        if (followUp is null)
            return Missing.FollowUp;
        if (followUp.Version != command.Version)
            return Missing.ChangedMeanwhile;
        if (followUp.State != FollowUpState.Open)
            return new Refusal("follow-up.not-open", "Der kan kun svares på en åben opfølgning.");
        if (string.IsNullOrWhiteSpace(command.Report))
            return new Refusal(
                "follow-up.no-report",
                "Skriv, hvad udvalget skal have at vide.",
                Field: nameof(command.Report)
            );
        followUp.Report = command.Report.Trim();
        var underWay = await (from link in db.Set<FollowUpOnAgendaRow>()
                              join item in db.Set<AgendaItemRow>() on link.ItemId equals item.Id
                              join meeting in db.Set<CommitteeMeetingRow>() on item.MeetingId equals meeting.Id
                              where link.FollowUpId == followUp.Id && meeting.State == MeetingState.Held
                              select new { item, meeting }).ToListAsync(ct);
        foreach (var at in underWay.Select(u => new ItemAtHand(u.item, u.meeting)))
            await pen.SettleAsync(at, await pen.DecidedAsync(at, ct), ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

internal static class FollowUps
{
    /// <summary>What was promised in other municipalities' papers is no promise here.</summary>
    public static IQueryable<FollowUpRow> OfOwn(VirkerContext db) =>
        db.Set<FollowUpRow>()
            .Where(f => db.Set<CommitteeRow>().Any(c => c.Id == f.CommitteeId && c.Municipality == null));

    public static Refusal? Check(string text, string owner) => Refusal.Each(
        string.IsNullOrWhiteSpace(text)
            ? new Refusal("follow-up.no-text",
                "Skriv, hvad der skal følges op på.", Field: nameof(ConfirmFollowUp.Text)) : null,
        string.IsNullOrWhiteSpace(owner)
            ? new Refusal("follow-up.no-owner",
                "Skriv, hvem der skal svare udvalget.", Field: nameof(ConfirmFollowUp.Owner)) : null);

    public static Refusal? MayKeep(FollowUpRow followUp, int version) =>
        followUp.Version != version ? Missing.ChangedMeanwhile
        : followUp.State is FollowUpState.Suggested or FollowUpState.Open ? null
        : new Refusal("follow-up.closed", "Opfølgningen er afsluttet.");
}
