using Virker.Committee;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Demo;

/// <summary>
/// The fictive municipality's committee: its members, the plan and minutes that lie beside this file (read by the same
/// readers as any published document), and a coming meeting whose agenda is begun.
/// </summary>
internal sealed class DemoCommittee(DemoContent content, DateOnly today)
{
    private const int DaysToMeeting = 14;

    private static readonly string[] Documents =
    [
        "beskaeftigelsesplan-2023-24.txt",
        "referat-2024-01-22.txt",
        "referat-2024-03-04.txt",
    ];

    private static readonly (string Name, string Party, SeatRole Role, string? UserName)[] Members =
    [
        ("Helle Ravn", "A", SeatRole.Chair, "formand"),
        ("Jens Damgaard", "V", SeatRole.DeputyChair, "udvalgsmedlem"),
        ("Karen Lind", "F", SeatRole.Member, null),
        ("Mikkel Friis", "C", SeatRole.Member, null),
        ("Nadia Rahimi", "Ø", SeatRole.Member, null),
        ("Ole Storm", "B", SeatRole.Member, null),
        ("Lars Brink", "O", SeatRole.Member, null),
    ];

    public async Task WriteAsync(IReadOnlyDictionary<string, UserId> users, CancellationToken ct)
    {
        var seats = Members.Select(m => new NewMember(
            m.Name,
            m.Party,
            m.Role,
            m.UserName is { } name && users.TryGetValue(name, out var user) ? user : null
        ));
        var committee = await content.RunAsync(
            new EstablishCommittee("Beskæftigelsesudvalget", "BEU", null, CaseTemplate.Standard.Id, [.. seats]),
            ct
        );
        foreach (var document in Documents)
        {
            var read = await content.RunAsync(
                new ImportDocument(document, await ReadAsync(document, ct), IsOwn: true),
                ct
            );
            if (read.Plan is { } plan)
                await content.RunAsync(new AdoptPlan(plan), ct);
        }

        await ConfirmAsync(ct);
        var meeting = await content.RunAsync(
            new PlanMeeting(
                committee.Committee,
                CommitteeMeetingKind.Ordinary,
                Monday(today.AddDays(DaysToMeeting)),
                "16:30",
                "Solvig Rådhus, lokale 2"
            ),
            ct
        );
        await content.RunAsync(new DraftAgenda(meeting.Meeting), ct);
    }

    /// <summary>
    /// What the minutes promise, confirmed as the clerk would: the owner that the words name, else the administration.
    /// </summary>
    private async Task ConfirmAsync(CancellationToken ct)
    {
        foreach (
            var line in (await content.RunAsync(new ListFollowUps(), ct)).Lines.Where(l =>
                l.IsBinding && l.State == FollowUpState.Suggested
            )
        )
            await content.RunAsync(
                new ConfirmFollowUp(line.Id, line.Version, line.Text, line.Owner ?? "administrationen", line.Due),
                ct
            );
    }

    /// <summary>The next Monday, since the committee meets on Mondays.</summary>
    private static DateOnly Monday(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private static async Task<byte[]> ReadAsync(string name, CancellationToken ct)
    {
        await using var stream =
            typeof(DemoCommittee).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The document {name} is not in the assembly.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
