using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Say what is right in one part of a reading: the fields as they were left, and the doubts that were read rightly. A
/// field that is left as it was read is no correction, and one that is
/// not among <paramref name="Fields"/> is not touched.
/// </summary>
public sealed record CorrectReading(
    ReadingId Reading,
    int Version,
    string Part,
    IReadOnlyDictionary<string, string?> Fields,
    IReadOnlyList<string> Confirmed
) : ICommand<ReadingCorrected>
{
    /// <summary>A field that is to be as it was read again, whatever is written in it.</summary>
    public string? Undo { get; init; }
}

/// <summary>What is left to look at, and where.</summary>
public sealed record ReadingCorrected(string Part, int Doubts, string? NextDoubt);

[Requires("committee.reading.correct")]
internal sealed class CorrectReadingHandler(VirkerContext db, ReadingDesk desk, CurrentActor actor, TimeProvider clock)
    : IUseCase<CorrectReading, ReadingCorrected>
{
    public async Task<Outcome<ReadingCorrected>> RunAsync(CorrectReading command, CancellationToken ct = default)
    {
        var found = await desk.OfAsync(command.Reading, ct);
        if (found.IsRefused) return found.Refusal;
        var (row, reviewed) = found.Value;
        if (row.State == ReadingState.Kept)
            return ReadingDesk.Kept;
        if (row.Version != command.Version)
            return Refusal.ChangedMeanwhile(
                "conflict.changed-meanwhile",
                "En anden har rettet i læsningen, siden du åbnede siden. Det, du skrev, står i felterne; "
                    + "det, der gælder nu, står under dem. Se det efter, og gem igen."
            );
        if (reviewed.Part(command.Part) is not { } part)
            return Refusal.NotFound("reading-part.not-found", "Den del af læsningen findes ikke.");
        var rows = Decide(command, part, reviewed);
        if (rows.IsRefused) return rows.Refusal;
        Apply(row.Id, part, rows.Value, reviewed.Corrections);
        var kept = reviewed.Corrections.Where(c => !IsOf(part, c.Path)).Concat(rows.Value).ToList();
        var after = new Reviewed(reviewed.Read, reviewed.Source, kept, reviewed.Municipality);
        row.Show(after);
        db.Touch(row);
        await db.SaveChangesAsync(ct);
        var shown = command.Part == MinutesParts.NewItem ? after.Parts[^1].Id : part.Id;
        return new ReadingCorrected(shown, after.Doubts, SeeReadingPartHandler.NextDoubt(after.Parts, shown));
    }

    /// <summary>All that is said of the part after this, or everything that is wrong with it.</summary>
    private Outcome<IReadOnlyList<ReadingCorrectionRow>> Decide(CorrectReading command, ReadingPart part,
        Reviewed reviewed)
    {
        var (rows, refused) = (new List<ReadingCorrectionRow>(), new List<Refusal?>());
        foreach (var field in part.Fields)
        {
            if (command.Undo == field.Path) continue;
            var sent = command.Fields.TryGetValue(field.Path, out var written) ? written : field.Value;
            var before = AnswerPath.Get(reviewed.Right, field.Path);
            var value = WrittenField.Read(sent, field.Form, before, $"Fields[{field.Path}]");
            refused.Add(value.Refusal ?? Choice(field, sent));
            if (value.IsRefused) continue;
            var now = WrittenField.Of(value.Value, field.Form);
            if (!WrittenField.IsSame(now, field.Read)
                && !(field.Form == FieldForm.Truth && field.Read is null && now == "false")) rows.Add(Said(reviewed,
                command.Reading, field.Path, field.Path, field.Read, now, isConfirmed: false));
        }

        refused.AddRange(Whole(part, rows));
        var doubts = part.Reasons.Select(r => (r.Key, Field: (ReadingField?)null))
            .Concat(part.Fields.SelectMany(f => f.Reasons.Select(r => (r.Key, Field: (ReadingField?)f))));
        foreach (var (key, field) in doubts.Where(d =>
            command.Confirmed.Contains(d.Key) && rows.TrueForAll(r => r.Path != d.Field?.Path)))
            rows.Add(Said(reviewed, command.Reading, key, field?.Path, field?.Read, field?.Value, isConfirmed: true));
        return Refusal.All(refused) is { } refusal ? refusal : rows;
    }

    private static Refusal? Choice(ReadingField field, string? sent) =>
        field.Form == FieldForm.Choice && !string.IsNullOrEmpty(sent) && sent != field.Value
        && field.Choices.All(c => c.Value != sent)
        ? new Refusal("reading.no-such-choice", $"»{sent}« kan ikke vælges i »{field.Label}«.",
            Field: FieldIn(field)) : null;

    private static string FieldIn(ReadingField field) => $"{nameof(CorrectReading.Fields)}[{field.Path}]";

    /// <summary>What must go together.</summary>
    private static IEnumerable<Refusal?> Whole(ReadingPart part, List<ReadingCorrectionRow> rows)
    {
        string? Now(ReadingField field) => rows.Find(r => r.Path == field.Path) is { } row ? row.Value : field.Read;
        foreach (var kind in part.Fields.Where(f =>
            f.Path.EndsWith("/kind", StringComparison.Ordinal)
            && f.Path.Contains("/decisions/", StringComparison.Ordinal)))
        {
            if (Now(kind) is null
                && part.Fields.Any(f =>
                f.Path == kind.Path.Replace("/kind", "/text", StringComparison.Ordinal) && Now(f) is not null))
                yield return new("reading.no-kind", "Vælg, hvad der blev besluttet.", Field: FieldIn(kind));
        }

        if (part.Id == MinutesParts.NewItem
            && part.Fields.FirstOrDefault(f => f.Path.EndsWith("/title", StringComparison.Ordinal)) is { } title
            && Now(title) is null)
            yield return new("reading.no-title", "Skriv punktets overskrift.", Field: FieldIn(title));
        foreach (var direction in part.Fields.Where(f =>
            f.Path.EndsWith("/comparator", StringComparison.Ordinal) && Now(f) is null))
            yield return new("reading.no-direction", "Vælg målets retning.", Field: FieldIn(direction));
    }

    /// <summary>Who said it first, and when, stands as long as it is the same that is said.</summary>
    private ReadingCorrectionRow Said(Reviewed reviewed, ReadingId reading, string path, string? field, string? was,
        string? value, bool isConfirmed)
    {
        var before = reviewed.Corrections.FirstOrDefault(c =>
            c.Path == path && c.Value == value && c.IsConfirmed == isConfirmed);
        return new() { ReadingId = reading, Path = path, Field = field, Was = was, Value = value,
            IsConfirmed = isConfirmed, MadeAt = before?.MadeAt ?? clock.GetUtcNow(),
            MadeBy = before?.MadeBy ?? actor.Value.Name };
    }

    private void Apply(ReadingId reading, ReadingPart part, IReadOnlyList<ReadingCorrectionRow> said,
        IReadOnlyList<ReadingCorrectionRow> before)
    {
        foreach (var old in before.Where(c => IsOf(part, c.Path) && said.All(s => s.Path != c.Path))) db.Remove(old);
        foreach (var row in said)
        {
            if (before.FirstOrDefault(c => c.Path == row.Path) is not { } known) db.Add(row);
            else (known.Value, known.Field, known.MadeAt, known.MadeBy) =
                (row.Value, row.Field, row.MadeAt, row.MadeBy);
        }
    }

    private static bool IsOf(ReadingPart part, string path) =>
        part.Fields.Any(f => f.Path == path || f.Reasons.Any(r => r.Key == path))
        || part.Reasons.Any(r => r.Key == path);
}
