using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Save an item's text. <paramref name="Version"/> is the one that was read when editing began: has somebody else saved
/// since, the text is refused (conflict.changed-meanwhile) and both stand on the page to choose between.
/// </summary>
public sealed record EditItem(AgendaItemId Item, int Version, ItemText Text) : ICommand<ItemSaved>;

/// <summary>
/// What an editor writes: texts by <see cref="ItemSection.Name"/>, and the recommendation point by point. A section
/// that is not among the texts is left as it stands; an empty text takes it away.
/// </summary>
public sealed record ItemText(
    string Title,
    string? Type,
    string? RecommendedBy,
    IReadOnlyDictionary<string, string> Sections,
    IReadOnlyList<string> Points
)
{
    public string? DocumentNumber { get; init; }

    public string? Competence { get; init; }

    /// <summary>The text as it stands.</summary>
    public static ItemText Of(ItemView item, CaseTemplate template) =>
        new(
            item.Head.Title,
            item.Head.Type,
            item.Recommendation?.By,
            ItemSections.ToWrite(template, item.Sections).ToDictionary(s => s.Name, s => s.Text),
            item.Recommendation?.Points ?? []
        )
        {
            DocumentNumber = item.Head.DocumentNumber,
            Competence = item.Head.Competence,
        };
}

/// <summary>The version that now stands.</summary>
public sealed record ItemSaved(int Version);

[Requires("committee.agenda.edit")]
internal sealed class EditItemHandler(VirkerContext db, MeetingDesk desk) : IUseCase<EditItem, ItemSaved>
{
    public async Task<Outcome<ItemSaved>> RunAsync(EditItem command, CancellationToken ct = default)
    {
        var at = await desk.ItemAsync(command.Item, MeetingStep.ChangeAgenda, ct);
        if (at.IsRefused) return at.Refusal;
        var item = at.Value.Item;
        if (Decide(command, item.Version) is { } refusal)
            return refusal;
        (item.Title, item.Type, item.RecommendedBy) = (
            command.Text.Title.Trim(),
            command.Text.Type,
            Blank(command.Text.RecommendedBy)
        );
        (item.DocumentNumber, item.Competence) = (Blank(command.Text.DocumentNumber), Blank(command.Text.Competence));
        db.Touch(item);
        var committee = await desk.CommitteeAsync(at.Value.Meeting.CommitteeId, ct);
        await ReplaceSectionsAsync(item.Id, CaseTemplate.ById(committee.Template), command.Text, ct);
        await db.SaveChangesAsync(ct);
        return new ItemSaved(item.Version);
    }

    internal static Refusal? Decide(EditItem command, int current) => Refusal.Each(
        command.Version != current ? Missing.ChangedMeanwhile : null,
        string.IsNullOrWhiteSpace(command.Text.Title)
            ? new Refusal("agenda-item.no-title",
                "Skriv punktets overskrift.", Field: $"{nameof(command.Text)}.{nameof(ItemText.Title)}") : null);

    private async Task ReplaceSectionsAsync(
        AgendaItemId item,
        CaseTemplate template,
        ItemText text,
        CancellationToken ct
    )
    {
        var old = await db.Set<ItemSectionRow>().Where(s => s.ItemId == item).OrderBy(s => s.Position).ToListAsync(ct);
        var filled = ItemSections
            .ToWrite(template, [.. old.Select(o => new SectionText(o.Key, o.Heading, o.Text))])
            .Select(s =>
                s with
                {
                    Text = text.Sections.TryGetValue(s.Name, out var written)
                        ? written.ReplaceLineEndings("\n").Trim()
                        : s.Text,
                }
            )
            .Where(s => !string.IsNullOrWhiteSpace(s.Text));
        db.Replace(
            old,
            [
                .. filled.Select(
                    (s, i) =>
                        new ItemSectionRow
                        {
                            ItemId = item,
                            Position = i + 1,
                            Key = s.Key,
                            Heading = s.Heading,
                            Text = s.Text,
                        }
                ),
            ],
            s => s.Position
        );
        var points = text
            .Points.Select(p => p.Trim())
            .Where(p => p.Length > 0)
            .Select(
                (p, i) =>
                    new RecommendationPointRow
                    {
                        ItemId = item,
                        Number = i + 1,
                        Text = p,
                    }
            );
        db.Replace(
            await db.Set<RecommendationPointRow>().Where(p => p.ItemId == item).ToListAsync(ct),
            [.. points],
            p => p.Number
        );
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
