using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>Read every paper that people have corrected or confirmed once more with today's reader, and hold what it
/// reads against what they said.</summary>
public sealed record CheckCorrections : IQuery<CorrectionsChecked>;

/// <summary>Each looked-through paper with what today's reader makes of it.</summary>
public sealed record CorrectionsChecked(IReadOnlyList<CheckedReading> Readings)
{
    public int Met => Readings.Sum(r => r.Met);

    public int Missed => Readings.Sum(r => r.Missed.Count);
}

/// <summary>A paper read once more: how much of what people said is read so now, and what is not. <paramref
/// name="Problem"/> where it can no longer be read at all.</summary>
public sealed record CheckedReading(ReadingId Reading, string Name, int Met, IReadOnlyList<MissedCorrection> Missed,
    string? Problem);

/// <summary>What is still read otherwise. <paramref name="WasRight"/>: it was read rightly before, and no longer
/// is.</summary>
public sealed record MissedCorrection(string Part, string Field, string? Right, string? ReadNow, bool WasRight);

[Requires("committee.reading.see")]
internal sealed class CheckCorrectionsHandler(VirkerContext db, ReadingDesk desk, IFileStore files)
    : IUseCase<CheckCorrections, CorrectionsChecked>
{
    public async Task<Outcome<CorrectionsChecked>> RunAsync(CheckCorrections query, CancellationToken ct = default)
    {
        var said = db.Set<ReadingCorrectionRow>().Where(c => c.Field != null).Select(c => c.ReadingId).Distinct();
        var rows = await db.Set<ReadingRow>().Where(r => said.Contains(r.Id)).OrderBy(r => r.Name)
            .ThenBy(r => r.UploadedAt).ToListAsync(ct);
        var all = new List<CheckedReading>();
        foreach (var row in rows)
        {
            var reviewed =
                await desk.ReviewedAsync(row,
                await db.Set<ReadingTextRow>().SingleAsync(t => t.ReadingId == row.Id, ct), ct);
            var opened = await files.OpenAsync(row.FileId, ct);
            all.Add(opened.IsRefused ? Unread(row, reviewed, opened.Refusal.Text)
                : Checked(row, reviewed, await BytesAsync(opened.Value, ct)));
        }

        return new CorrectionsChecked(all);
    }

    internal static CheckedReading Checked(ReadingRow row, Reviewed reviewed, byte[] bytes)
    {
        var again = ReadPapers.Read(row.Id, bytes);
        if (again.Paper is not { } paper) return Unread(row, reviewed, again.Problem!);
        var (now, missed, met) = (ReadAnswer.Of(paper).Tree, new List<MissedCorrection>(), 0);
        foreach (var said in Said(reviewed))
        {
            var form = FieldForms.Of(said.Field!);
            var read = PathNow(said.Field!, reviewed.Right, now) is { } path
                ? WrittenField.Of(AnswerPath.Get(now, path), form) : null;
            var isMet = said.Field!.EndsWith(AnswerPath.Removed, StringComparison.Ordinal)
                ? PathNow(said.Field, reviewed.Read.Tree, now) is null : Same(read, said.Value);
            if (isMet) met++;
            else missed.Add(Missed(said, reviewed, read));
        }

        return new(row.Id, row.Name, met, missed, null);
    }

    private static CheckedReading Unread(ReadingRow row, Reviewed reviewed, string problem) =>
        new(row.Id, row.Name, 0, [.. Said(reviewed).Select(s => Missed(s, reviewed, null))], problem);

    private static IEnumerable<ReadingCorrectionRow> Said(Reviewed reviewed) =>
        reviewed.Corrections.Where(c => c.Field is not null).OrderBy(c => c.Path, StringComparer.Ordinal);

    private static MissedCorrection Missed(ReadingCorrectionRow said, Reviewed reviewed, string? read)
    {
        var part = reviewed.Parts.FirstOrDefault(p => p.Fields.Any(f => f.Path == said.Field));
        var field =
            part?.Fields.FirstOrDefault(f => f.Path == said.Field) ?? new(said.Field!, said.Field!, FieldForm.Line);
        return new(part?.Heading ?? "", field.Label, field.Said(said.Value), field.Said(read), said.IsConfirmed);
    }

    /// <summary>Where the same thing stands in what is read now: items by their number, measures by their words. Null
    /// where today's reader has no such thing.</summary>
    private static string? PathNow(string path, JsonObject before, JsonObject now)
    {
        var steps = path.Split('/');
        if (steps is ["items", ..]
            && Index(before["items"], now["items"], steps[1], i =>
            i?["number"]?.ToString()) is var item) return item is null ? null
            : string.Join('/', ["items", item, .. steps[2..]]);
        if (steps is not ["themes", ..]) return path;
        if (Index(before["themes"], now["themes"], steps[1], t =>
            t?["title"]?.ToString()) is not { } theme) return null;
        if (steps is not [_, _, "measures", ..]) return string.Join('/', ["themes", theme, .. steps[2..]]);
        var measure =
            Index(AnswerPath.Get(before, $"themes/{steps[1]}/measures"),
            AnswerPath.Get(now, $"themes/{theme}/measures"), steps[3], m => $"{m?["text"]}|{m?["id"]}");
        return measure is null ? null : string.Join('/', ["themes", theme, "measures", measure, .. steps[4..]]);
    }

    /// <summary>By what names it; by its place where nothing does.</summary>
    private static string? Index(JsonNode? before, JsonNode? now, string at, Func<JsonNode?, string?> name)
    {
        var (mine, list) =
            (AnswerPath.Get(before, at) is { } node ? name(node) : null, (now as JsonArray ?? []).ToList());
        if (mine is null) return WrittenNumber.Code(at) < list.Count ? at : null;
        var found = list.FindIndex(n => name(n) == mine);
        return found < 0 ? null : found.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>White space is nobody's correction.</summary>
    private static bool Same(string? a, string? b) => WrittenText.Line(a) == WrittenText.Line(b);

    private static async Task<byte[]> BytesAsync(OpenedFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using (file.Content) await file.Content.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
