using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>Keep a paper that was read in the library: another municipality's minutes or agenda, or a plan, which is
/// in force nowhere before somebody puts it in force.</summary>
public sealed record KeepInLibrary(ReadingId Reading) : ICommand<ReadingKept>;

/// <summary>
/// Keep minutes or an agenda that were read as a paper of the municipality's own committee: the meeting stands there
/// with its items and decisions, and nobody but who prepares the meetings sees it before
/// it is published. What was promised is only suggested.
/// </summary>
/// <param name="Reading">Which paper.</param>
/// <param name="Committee">The committee whose meeting it was; null for a committee by the printed name, which is
/// made.</param>
/// <param name="OpensUnstated">Items where neither open nor closed is printed are open; else they are closed until
/// somebody opens them.</param>
public sealed record KeepAsOwn(ReadingId Reading, CommitteeId? Committee, bool OpensUnstated = false)
    : ICommand<ReadingKept>;

/// <summary>What was made of it, and whether it stood in the library before.</summary>
public sealed record ReadingKept(CommitteeMeetingId? Meeting, PlanId? Plan, bool WasKnown);

[Requires("committee.minutes.import")]
internal sealed class KeepInLibraryHandler(VirkerContext db, ReadingDesk desk, IUseCase<ImportMinutes,
    MinutesImported> minutes, IUseCase<KeepPlan, PlanKept> plans, KeptMark mark) : IUseCase<KeepInLibrary, ReadingKept>
{
    public async Task<Outcome<ReadingKept>> RunAsync(KeepInLibrary command, CancellationToken ct = default)
    {
        var found = await desk.OfAsync(command.Reading, ct);
        if (found.IsRefused) return found.Refusal;
        var (row, reviewed) = found.Value;
        if (Decide(row, reviewed) is { } refusal) return refusal;
        var kept = reviewed.Read.IsPlan
            ? (await plans.RunAsync(new KeepPlan(reviewed.Settled().ToPlan(), row.Name), ct))
                .Match<Outcome<ReadingKept>>(p => new ReadingKept(null, p.Id, p.WasKnown), refused => refused)
            : (await minutes.RunAsync(new ImportMinutes(reviewed.Settled().ToMinutes(), row.Name), ct))
                .Match<Outcome<ReadingKept>>(m => new ReadingKept(m.Meeting, null, m.WasKnown), refused => refused);
        if (kept.IsRefused) return kept.Refusal;
        mark.Set(row, "library", kept.Value);
        await db.SaveChangesAsync(ct);
        return kept;
    }

    internal static Refusal? Decide(ReadingRow row, Reviewed reviewed)
    {
        if (row.State == ReadingState.Kept) return ReadingDesk.Kept;
        if (reviewed.Read.IsPlan) return null;
        var (whose, open) = (reviewed.Text("document/municipality"), reviewed.Parts[0].Fields);
        return Refusal.All(
            whose is not null && reviewed.Municipality.IsCalled(whose)
                ? new Refusal("reading.is-own",
                "Papiret er kommunens eget og hører ikke til i biblioteket. Gem det som udvalgets eget.") : null,
            HeadDoubt(open, "document/municipality", "hvilken kommune papiret er fra"),
                HeadDoubt(open, "document/committee", "hvilket udvalg papiret er fra"),
                HeadDoubt(open, "document/meetingDate", "hvilken dag mødet blev holdt"));
    }

    /// <summary>Nothing is kept under a name or a day that is in doubt. That the paper does not say whose it is may be
    /// confirmed; then it is kept as nobody's.</summary>
    internal static Refusal? HeadDoubt(IReadOnlyList<ReadingField> fields, string path, string what) =>
        fields.FirstOrDefault(f => f.Path == path) is { IsDoubtful: true }
        ? new Refusal("reading.doubtful",
            $"Der er tvivl om, {what}. Ret det, eller sæt kryds ved, at det er læst rigtigt, under »Mødet«.") : null;
}

[Requires("committee.minutes.import")]
internal sealed class KeepAsOwnHandler(VirkerContext db, ReadingDesk desk, IUseCase<ImportMinutes,
    MinutesImported> minutes, KeptMark mark) : IUseCase<KeepAsOwn, ReadingKept>
{
    public async Task<Outcome<ReadingKept>> RunAsync(KeepAsOwn command, CancellationToken ct = default)
    {
        var found = await desk.OfAsync(command.Reading, ct);
        if (found.IsRefused) return found.Refusal;
        var (row, reviewed) = found.Value;
        if (Decide(row, reviewed) is { } refusal) return refusal;
        var printed = reviewed.Settled().ToMinutes();
        var committees = await db.Set<CommitteeRow>().AsNoTracking().Where(c => c.Municipality == null).ToListAsync(ct);
        if (command.Committee is { } chosen)
        {
            if (committees.Find(c =>
                c.Id == chosen) is not { } committee) return Missing.Committee with { Field =
                nameof(command.Committee) };
            printed = printed with { Document =
                printed.Document with { Committee = committee.Name, Term = committee.Term } };
        }

        if (await StandsThereAsync(committees, printed.Document, ct) is { } there) return there;
        var imported =
            await minutes.RunAsync(new ImportMinutes(printed, row.Name, IsOwn: true) { IsUnpublished = true,
            OpensUnstated = command.OpensUnstated }, ct);
        if (imported.IsRefused) return imported.Refusal;
        var kept = new ReadingKept(imported.Value.Meeting, null, imported.Value.WasKnown);
        if (kept.WasKnown) return new Refusal("reading.meeting-there",
            "Mødet er læst ind før og står i Udvalg. Intet er ændret.");
        mark.Set(row, "own", kept);
        await db.SaveChangesAsync(ct);
        return kept;
    }

    internal static Refusal? Decide(ReadingRow row, Reviewed reviewed)
    {
        if (row.State == ReadingState.Kept) return ReadingDesk.Kept;
        if (reviewed.Read.IsPlan) return new Refusal("reading.is-plan",
            "En plan gemmes blandt planerne og sættes i kraft der.");
        var (whose, open) = (reviewed.Text("document/municipality"), reviewed.Parts[0].Fields);
        return Refusal.All(
            whose is null
                ? new Refusal("reading.whose",
                "Det står ikke fast, at papiret er kommunens eget: kommunen blev ikke fundet i det. "
                + "Skriv kommunens navn under »Mødet«, hvis det er.")
            : !reviewed.Municipality.IsCalled(whose)
                ? new Refusal("reading.of-others",
                $"Papiret er fra {whose} og kan ikke blive kommunens eget. Gem det i biblioteket.") : null,
            whose is null ? null
                : KeepInLibraryHandler.HeadDoubt(open, "document/municipality", "hvilken kommune papiret er fra"),
            KeepInLibraryHandler.HeadDoubt(open, "document/committee", "hvilket udvalg papiret er fra"),
                KeepInLibraryHandler.HeadDoubt(open, "document/meetingDate", "hvilken dag mødet blev holdt"));
    }

    private async Task<Refusal?> StandsThereAsync(IReadOnlyList<CommitteeRow> committees, PrintedHead head,
        CancellationToken ct)
    {
        var same = committees.Where(c =>
            c.Name == head.Committee && (head.Term == null || c.Term == null || c.Term == head.Term)).Select(c => c.Id)
            .ToList();
        var there = await db.Set<CommitteeMeetingRow>().AsNoTracking().AnyAsync(m =>
            same.Contains(m.CommitteeId) && m.HeldOn == head.MeetingDate && m.State != MeetingState.Cancelled, ct);
        return there ? new Refusal("reading.meeting-there",
            $"{head.Committee} har allerede et møde den {WrittenDate.Say(head.MeetingDate!.Value)}. "
            + "Intet er ændret; se mødet i Udvalg.", Field: nameof(KeepAsOwn.Committee)) : null;
    }
}

/// <summary>Says on a reading what it was kept as.</summary>
[Part]
internal sealed class KeptMark(CurrentActor actor, TimeProvider clock)
{
    public void Set(ReadingRow row, string how, ReadingKept kept)
    {
        (row.State, row.KeptAs, row.KeptMeeting, row.KeptPlan) = (ReadingState.Kept, how, kept.Meeting, kept.Plan);
        (row.KeptAt, row.KeptBy) = (clock.GetUtcNow(), actor.Value.Name);
    }
}
