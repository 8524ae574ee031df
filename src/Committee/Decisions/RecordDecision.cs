using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Write what the meeting decided on an item. The words set the kind; where they only adopt the recommendation, the
/// kind comes from the recommendation. <paramref name="Version"/> is the item's as it was read.
/// </summary>
public sealed record RecordDecision(AgendaItemId Item, int Version, DecisionDraft Decision)
    : ICommand<DecisionRecorded>;

/// <summary>
/// What the clerk wrote. <paramref name="Kind"/> null lets the words decide; <paramref name="HandledAs"/> null lets the
/// words or the printed number decide.
/// </summary>
public sealed record DecisionDraft(string Text, string? Kind = null, int? HandledAs = null)
{
    /// <summary>Members who were at the meeting and not at this item.</summary>
    public IReadOnlyList<CommitteeMemberId> AbsentHere { get; init; } = [];

    /// <summary>The same of those who sat in for a member, by name.</summary>
    public IReadOnlyList<string> AbsentSubstitutes { get; init; } = [];

    public IReadOnlyList<AskedRemark> Remarks { get; init; } = [];

    public IReadOnlyList<GuestName> Guests { get; init; } = [];
}

/// <summary>A member's remark; it is put in the minutes only when the member asks for it.</summary>
public sealed record AskedRemark(CommitteeMemberId Member, string Stance, string Text, bool AskedByMember);

/// <summary>The kind that stands, and what the words seem to promise: the clerk confirms owner and date.</summary>
public sealed record DecisionRecorded(string Kind, int Version, int SuggestedFollowUps);

[Requires("committee.decision.record")]
internal sealed class RecordDecisionHandler(VirkerContext db, MeetingDesk desk, AgendaPapers papers, MinutesPen pen)
    : IUseCase<RecordDecision, DecisionRecorded>
{
    public async Task<Outcome<DecisionRecorded>> RunAsync(RecordDecision command, CancellationToken ct = default)
    {
        var at = await desk.ItemAsync(command.Item, MeetingStep.Record, ct);
        if (at.IsRefused) return at.Refusal;
        var (item, meeting) = (at.Value.Item, at.Value.Meeting);
        var view = (await papers.OfItemAsync(item.Id, Disclosure.Whole, ct))!;
        var decided = Decide(
            command,
            item.Version,
            view.Recommendation?.Points ?? [],
            view.Sections.FirstOrDefault(s => s.Key == SectionKey.Options)?.Text
        );
        if (decided.IsRefused)
            return decided.Refusal;
        var words = decided.Value;
        item.HandledAs =
            words.Kind == "withdrawn"
                ? null
                : command.Decision.HandledAs ?? words.HandledAs ?? item.HandledAs ?? item.Number;
        db.Touch(item);
        await pen.WriteDecisionAsync(at.Value, words, command.Decision, ct);
        await pen.WriteRemarksAsync(item.Id, meeting.HeldOn, command.Decision, ct);
        var suggested = await pen.SuggestAsync(at.Value, words, ct);
        await pen.SettleAsync(at.Value, words.Kind, ct);
        await db.SaveChangesAsync(ct);
        return new DecisionRecorded(words.Kind!, item.Version, suggested);
    }

    internal static Outcome<DecisionWords> Decide(
        RecordDecision command,
        int current,
        IReadOnlyList<string> recommendation,
        string? options = null
    )
    {
        var draft = command.Decision;
        if (command.Version != current) return Missing.ChangedMeanwhile;
        var words = DecisionWords.Read(draft.Text, recommendation, options);
        var kind = draft.Kind ?? words.Kind;
        return DecideForm(draft, kind) is { } refusal ? refusal : words with { Kind = kind };
    }

    private static Refusal? DecideForm(DecisionDraft draft, string? kind) => Refusal.Each(
        string.IsNullOrWhiteSpace(draft.Text)
            ? new Refusal("decision.no-text", "Skriv, hvad udvalget besluttede.", Field: nameof(draft.Text)) : null,
        draft.Kind is not null && DecisionKind.All.All(k => k.Code != draft.Kind)
            ? new Refusal("decision.unknown-kind",
                "Vælg en beslutningstype fra listen.", Field: nameof(draft.Kind)) : null,
        draft.HandledAs < 1
            ? new Refusal("decision.order",
                "Skriv som hvilket nummer punktet blev behandlet: 1, 2, 3 og så videre.",
                Field: nameof(draft.HandledAs)) : null,
        draft.Remarks.Any(r => !r.AskedByMember)
            ? new Refusal("remark.not-asked-for",
                "Et medlems bemærkning føres kun til referat, når medlemmet selv beder om det. Sæt kryds, eller "
                + "fjern bemærkningen.", Field: nameof(draft.Remarks)) : null,
        kind is null && !string.IsNullOrWhiteSpace(draft.Text)
            ? new Refusal("decision.no-kind",
                "Teksten siger ikke, hvad der blev besluttet. Vælg en beslutningstype.",
                Field: nameof(draft.Kind)) : null);
}
