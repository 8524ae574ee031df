using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Economy;

/// <summary>
/// Read in a regulation of the law's rates as a proposal: nothing is in force before a second person has approved it.
/// One wrong line stops the whole file.
/// </summary>
public sealed record ImportRegulation(string Title, string Text) : ICommand<RegulationImported>;

public sealed record RegulationImported(RegulationId Id, int Values);

[Requires("economy.regulation.import")]
internal sealed class ImportRegulationHandler(VirkerContext db, LawInForce law, CurrentActor actor, TimeProvider clock)
    : IUseCase<ImportRegulation, RegulationImported>
{
    public async Task<Outcome<RegulationImported>> RunAsync(ImportRegulation command, CancellationToken ct = default)
    {
        var decided = Decide(command, await law.ReadAsync(ct), clock.Today());
        if (decided.IsRefused)
            return decided.Refusal;
        if (actor.Value.User is not { } user)
            return ApproveRegulationHandler.NeedsPerson;
        var row = new RegulationRow
        {
            Id = NewId.Of<RegulationId>(),
            Title = command.Title.Trim(),
            ImportedBy = user,
            ImportedByName = actor.Value.Name,
            ImportedAt = clock.GetUtcNow(),
        };
        db.Add(row);
        db.AddRange(decided.Value.Select(v => RegulationValueRow.Of(row.Id, v)));
        await db.SaveChangesAsync(ct);
        return new RegulationImported(row.Id, decided.Value.Count);
    }

    internal static Outcome<IReadOnlyList<RegulatedValue>> Decide(ImportRegulation command, Lawbook law, DateOnly today)
    {
        var (values, errors) = RegulationFile.Read(command.Text, today);
        List<RegulationError> all = [.. errors, .. RegulatedLaw.Over(law, values).Errors];
        var lines = WrittenTable.Refused(
            all.Select(e => new WrittenFault(e.Line, e.Reason)), "regulation.lines", nameof(command.Text));
        return Refusal.All(
            string.IsNullOrWhiteSpace(command.Title)
                ? new Refusal("regulation.title",
                    "Giv reguleringen et navn, for eksempel Satser for 2027.", Field: nameof(command.Title)) : null,
            lines) is { } refused ? refused : new List<RegulatedValue>(values);
    }
}
