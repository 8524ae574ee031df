using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// What the public sees of a meeting now, and what has been written since and is not given to it; for whoever prepares
/// the meeting.
/// </summary>
public sealed record PublicState(
    PublicationKind Kind,
    DateTimeOffset PublishedAt,
    IReadOnlyList<ClosedItem> Closed,
    IReadOnlyList<UnpublishedChange> Changes
)
{
    /// <summary>The open items that are out.</summary>
    public IReadOnlyList<AgendaItemId> Items { get; init; } = [];
}

/// <summary>
/// Something that the public does not see yet. <paramref name="Before"/> is what it sees, <paramref name="After"/> what
/// is written; null where there is nothing.
/// </summary>
public sealed record UnpublishedChange(int? Number, string Title, string What, string? Before, string? After);

/// <summary>Compares what is out with what would be out, if it were published now.</summary>
[Part]
internal sealed class PublicStates(PublicPapers papers, OpenProjection projection)
{
    /// <summary>The versions with their corrections as far as they may be told; oldest first.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> VersionsAsync(
        CommitteeMeetingId meeting,
        CancellationToken ct
    ) => [.. ((await papers.OfAsync(meeting, ct))?.Versions ?? []).Reverse()];

    /// <summary>Null where nothing of the meeting is out.</summary>
    public async Task<PublicState?> OfAsync(CommitteeMeetingRow meeting, CancellationToken ct)
    {
        if (await papers.OfAsync(meeting.Id, ct) is not { } record) return null;
        var kind = meeting.State == MeetingState.MinutesApproved ? PublicationKind.Minutes : record.Kind;
        IReadOnlyList<UnpublishedChange> changes =
            kind != record.Kind
                ? [new(null, "", "Referatet er godkendt og ikke offentliggjort", null, null)]
                : [.. PublicDifference.Between(record.Meeting, await projection.OfAsync(meeting, kind, ct))];
        return new PublicState(record.Kind, record.PublishedAt, record.Meeting.Closed, changes)
        {
            Items = [.. record.Meeting.Items.Select(i => i.Id)],
        };
    }
}

internal static class PublicDifference
{
    public static IEnumerable<UnpublishedChange> Between(PublishedMeeting seen, PublishedMeeting written)
    {
        foreach (var change in Changed(null, "", Facts(seen), Facts(written))) yield return change;
        foreach (var item in written.Items)
        {
            var before = seen.Items.FirstOrDefault(i => i.Id == item.Id);
            if (before is null)
                yield return new(item.Number, item.Title, "Punktet er ikke offentliggjort", null, item.Title);
            else
                foreach (var change in Changed(item.Number, item.Title, Parts(before), Parts(item)))
                    yield return change;
        }

        foreach (var gone in seen.Items.Where(i => written.Items.All(w => w.Id != i.Id)))
            yield return new(gone.Number, gone.Title, "Punktet står ikke længere på mødet", gone.Title, null);
    }

    private static IEnumerable<UnpublishedChange> Changed(
        int? number,
        string title,
        IReadOnlyList<(string What, string Text)> before,
        IReadOnlyList<(string What, string Text)> after
    )
    {
        var (old, now) = (before.ToLookup(p => p.What, p => p.Text), after.ToLookup(p => p.What, p => p.Text));
        foreach (var what in before.Concat(after).Select(p => p.What).Distinct())
        {
            var (was, becomes) = (string.Join("\n\n", old[what]), string.Join("\n\n", now[what]));
            if (was != becomes)
                yield return new(
                    number,
                    title,
                    what,
                    was.Length == 0 ? null : was,
                    becomes.Length == 0 ? null : becomes
                );
        }
    }

    private static IReadOnlyList<(string, string)> Facts(PublishedMeeting m) =>
        [
            ("Dato", Danish.Date(m.HeldOn)),
            ("Klokkeslæt", m.StartsAt ?? ""),
            ("Slut", m.EndsAt ?? ""),
            ("Sted", m.Place ?? ""),
            .. m.Attendance.Select(a =>
                (
                    "Fremmøde",
                    $"{a.Person}: {(a.IsPresent ? "til stede" : "fraværende")}{(a.Note is null ? "" : $", {a.Note}")}"
                )
            ),
        ];

    private static IReadOnlyList<(string, string)> Parts(PublishedItem i) =>
        [
            ("Overskrift", i.Title),
            ("Nummer", $"{i.Number}"),
            ("Type", i.Type ?? ""),
            ("Behandlet som nr.", $"{i.HandledAs}"),
            ("Sagsnummer", i.CaseNumber ?? ""),
            ("Dokumentnummer", i.DocumentNumber ?? ""),
            ("Kompetence", i.Competence ?? ""),
            .. i.Sections.Select(s => (s.Heading, s.Text)),
            .. (i.Recommendation?.Points ?? []).Prepend(i.Recommendation?.By ?? "").Select(p => ("Indstilling", p)),
            .. i.Decisions.Select(d =>
                (
                    "Beslutning",
                    $"{d.KindName}: {string.Join('\n', d.Paragraphs)}{(d.Absent.Count == 0 ? "" : $"\nFraværende: {string.Join(", ", d.Absent)}")}"
                )
            ),
            .. i.Remarks.Select(r => ("Bemærkning", $"{r.Member}: {r.Text}")),
            .. i.Guests.Select(g => ("Gæst", $"{g.Name}, {g.Title}")),
            .. i.Attachments.Select(a =>
                (
                    "Bilag",
                    $"{a.Number}: {a.Title}{(a.Frozen is { } frozen ? $" ({frozen.Value.ToString("N")[..8]})" : "")}"
                )
            ),
            .. i.Tables.SelectMany(PaperSearch.Rows).Select(r => ("Tabel", r)),
            .. PublicSight
                .FollowUpsOf(i)
                .Select(f =>
                    (
                        "Opfølgning",
                        $"{f.Text} ({f.Owner}{(f.Due is { } due ? $", {Danish.Date(due)}" : "")}, {f.State.ToLowerInvariant()}){(f.Report is null ? "" : $"\n{f.Report}")}"
                    )
                ),
        ];
}
