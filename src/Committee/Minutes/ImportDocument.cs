using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>
/// Put a published document in the product, whatever it is: an employment plan, minutes, an agenda or a single case.
/// Read again, it changes nothing. Papers are a library: a plan is in force only when somebody puts it in force, and
/// minutes are the municipality's own past meeting only where they are printed with its name, or where somebody says so
/// with <paramref name="IsOwn"/>.
/// </summary>
public sealed record ImportDocument(string Name, byte[] Content, bool IsOwn = false) : ICommand<DocumentImported>;

/// <summary>What the document was, in a Danish sentence; the meeting where it was one.</summary>
public sealed record DocumentImported(string Words, bool WasKnown, CommitteeMeetingId? Meeting)
{
    /// <summary>The plan, where it was one: kept, and not in force.</summary>
    public PlanId? Plan { get; init; }
}

[Requires("committee.minutes.import")]
internal sealed class ImportDocumentHandler(
    IUseCase<ImportMinutes, MinutesImported> minutes,
    IUseCase<KeepPlan, PlanKept> plans
) : IUseCase<ImportDocument, DocumentImported>
{
    public async Task<Outcome<DocumentImported>> RunAsync(ImportDocument command, CancellationToken ct = default)
    {
        var paper = PaperReader.Read(command.Content);
        if (paper.IsRefused) return paper.Refusal;
        if (paper.Value.Plan is { } printed) return await PlanAsync(command.Name, printed, ct);
        var read = paper.Value.Minutes!;
        var imported = await minutes.RunAsync(new ImportMinutes(read, command.Name, command.IsOwn), ct);
        if (imported.IsRefused) return imported.Refusal;
        var (head, known) = (read.Document, imported.Value.WasKnown);
        return new DocumentImported(
            $"{head.DocumentType} fra {head.Committee} den {Danish.Date(head.MeetingDate!.Value)}, {imported.Value.Items} punkter{(imported.Value.Whose is { } whose ? $", lagt i biblioteket ({whose})" : "")}{(imported.Value.NotPublished is { } why ? $". Ikke offentliggjort: {why}" : "")}",
            known,
            imported.Value.Meeting
        );
    }

    private async Task<Outcome<DocumentImported>> PlanAsync(string name, PrintedPlan printed, CancellationToken ct)
    {
        var kept = await plans.RunAsync(new KeepPlan(printed, name), ct);
        if (kept.IsRefused)
            return kept.Refusal;
        return new DocumentImported(
            $"Planen {printed.Document.Title}{(printed.Document.Municipality is { } whose ? $" fra {whose}" : "")}, {kept.Value.Themes} temaer og {kept.Value.Measures} mål, lagt i biblioteket; den er ikke sat i kraft",
            kept.Value.WasKnown,
            null
        )
        {
            Plan = kept.Value.Id,
        };
    }
}
