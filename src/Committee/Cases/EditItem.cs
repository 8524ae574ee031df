using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Save an item's text. <paramref name="Version"/> is the one that was read when editing began: has somebody else saved since, the
/// text is refused (conflict.changed-meanwhile) and both stand on the page to choose between.
/// </summary>
public sealed record EditItem(AgendaItemId Item, int Version, ItemText Text) : ICommand;

/// <summary>What an editor writes: texts by section key, and the recommendation point by point.</summary>
public sealed record ItemText(string Title, string? Type, string? RecommendedBy, IReadOnlyDictionary<string, string> Sections, IReadOnlyList<string> Points)
{
    public string? DocumentNumber { get; init; }

    public string? Competence { get; init; }
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
        if (Decide(command, item.Version) is { } refusal) return refusal;
        (item.Title, item.Type, item.RecommendedBy) = (command.Text.Title.Trim(), command.Text.Type, Blank(command.Text.RecommendedBy));
        (item.DocumentNumber, item.Competence) = (Blank(command.Text.DocumentNumber), Blank(command.Text.Competence));
        item.Version++;
        var committee = await desk.CommitteeAsync(at.Value.Meeting.CommitteeId, ct);
        await ReplaceSectionsAsync(item.Id, CaseTemplate.ById(committee.Template), command.Text, ct);
        await db.SaveChangesAsync(ct);
        return new ItemSaved(item.Version);
    }

    internal static Refusal? Decide(EditItem command, int current) =>
        command.Version != current ? Missing.ChangedMeanwhile
        : string.IsNullOrWhiteSpace(command.Text.Title) ? new Refusal("agenda-item.no-title", "Skriv punktets overskrift.", Field: "Title")
        : null;

    /// <summary>Sections stand in the template's order; one that the template lacks (a carried-over case from before) keeps its heading, last.</summary>
    private async Task ReplaceSectionsAsync(AgendaItemId item, CaseTemplate template, ItemText text, CancellationToken ct)
    {
        var old = await db.Set<ItemSectionRow>().Where(s => s.ItemId == item).ToListAsync(ct);
        var headings = template.Sections.Concat(old.Where(o => template.Sections.All(t => t.Key != o.Key)).Select(o => new TemplateSection(o.Key, o.Heading)));
        var filled = headings.Where(h => Blank(text.Sections.GetValueOrDefault(h.Key)) is not null).ToList();
        var wanted = filled.Select((h, i) => new ItemSectionRow { ItemId = item, Position = i + 1, Key = h.Key, Heading = h.Heading, Text = text.Sections[h.Key].ReplaceLineEndings("\n").Trim() });
        Replace(old, [.. wanted], (a, b) => a.Position == b.Position);
        var points = text.Points.Select(p => p.Trim()).Where(p => p.Length > 0).Select((p, i) => new RecommendationPointRow { ItemId = item, Number = i + 1, Text = p });
        Replace(await db.Set<RecommendationPointRow>().Where(p => p.ItemId == item).ToListAsync(ct), [.. points], (a, b) => a.Number == b.Number);
    }

    /// <summary>A row with the same key is overwritten in place, so that the journal shows before and after beside each other.</summary>
    private void Replace<TRow>(List<TRow> old, List<TRow> wanted, Func<TRow, TRow, bool> same) where TRow : class
    {
        foreach (var row in old.Where(o => !wanted.Any(w => same(o, w)))) db.Remove(row);
        foreach (var row in wanted)
        {
            if (old.Find(o => same(o, row)) is { } kept) db.Entry(kept).CurrentValues.SetValues(row);
            else db.Add(row);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
