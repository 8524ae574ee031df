using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>
/// Put a published document in the product, whatever it is: an employment plan, minutes, an agenda or a single case. Read again, it
/// changes nothing.
/// </summary>
public sealed record ImportDocument(string Name, byte[] Content) : ICommand;

/// <summary>What the document was, in a Danish sentence; the meeting where it was one.</summary>
public sealed record DocumentImported(string Words, bool WasKnown, CommitteeMeetingId? Meeting);

[Requires("committee.minutes.import")]
internal sealed class ImportDocumentHandler(IUseCase<ImportMinutes, MinutesImported> minutes, IUseCase<ImportPlan, PlanImported> plans, IUseCase<SeePlan, PlanShown> plan)
    : IUseCase<ImportDocument, DocumentImported>
{
    public async Task<Outcome<DocumentImported>> RunAsync(ImportDocument command, CancellationToken ct = default)
    {
        var source = SourceReader.Read(command.Content);
        if (source.IsRefused) return source.Refusal;
        var printed = PlanReader.Read(source.Value);
        if (!printed.IsRefused && printed.Value.Themes.Sum(t => t.Measures.Count) > 0) return await PlanAsync(command.Name, printed.Value, ct);
        var read = MinutesReader.Read(source.Value);
        if (read.IsRefused) return read.Refusal;
        var imported = await minutes.RunAsync(new ImportMinutes(read.Value, command.Name), ct);
        if (imported.IsRefused) return imported.Refusal;
        var (head, known) = (read.Value.Document, imported.Value.WasKnown);
        return new DocumentImported($"{head.DocumentType} fra {head.Committee} den {DanishFormat.Date(head.MeetingDate!.Value)}, {imported.Value.Items} punkter{(imported.Value.NotPublished is { } why ? $". Ikke offentliggjort: {why}" : "")}", known, imported.Value.Meeting);
    }

    private async Task<Outcome<DocumentImported>> PlanAsync(string name, PrintedPlan printed, CancellationToken ct)
    {
        var inForce = await plan.RunAsync(new SeePlan(), ct);
        var title = printed.Document.Title;
        if (!inForce.IsRefused && inForce.Value.Source == name && inForce.Value.Title == title) return new DocumentImported($"Planen {title}", true, null);
        var imported = await plans.RunAsync(new ImportPlan(printed, name), ct);
        return imported.IsRefused ? imported.Refusal : new DocumentImported($"Planen {title}, {imported.Value.Themes} temaer og {imported.Value.Measures} mål", false, null);
    }
}
