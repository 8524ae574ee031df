using System.Text.Json.Nodes;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>A reading as it stands after what people have said of it: each field with what was read, what holds, why
/// there is doubt, and where it stands.</summary>
internal sealed class Reviewed
{
    private readonly IReadOnlyList<ReadingCorrectionRow> _corrections;
    private readonly Municipality _municipality;
    private readonly JsonObject _right;

    public Reviewed(ReadAnswer read, SourceText source, IReadOnlyList<ReadingCorrectionRow> corrections,
        Municipality municipality)
    {
        (Read, Source, _corrections, _municipality) = (read, source, corrections, municipality);
        _right = Read.Copy().Tree;
        foreach (var row in corrections.Where(c => !c.IsConfirmed).OrderBy(c => c.Path.Length).ThenBy(c =>
            c.Path, StringComparer.Ordinal))
        {
            var form = FieldForms.Of(row.Path);
            var value = WrittenField.Read(row.Value, form, AnswerPath.Get(_right, row.Path), row.Path);
            if (value.IsRefused) continue;
            AnswerPath.Set(_right, row.Path, value.Value);
            if (row.Path.EndsWith("/access", StringComparison.Ordinal)) AnswerPath.Set(_right, $"{row.Path}Stated",
                row.Value is not null);
        }

        List<ReadingPart> parts = [.. Specs()];
        Parts = Completed(parts);
    }

    public ReadAnswer Read { get; }

    public SourceText Source { get; }

    public IReadOnlyList<ReadingPart> Parts { get; }

    public int Doubts => Parts.Sum(p => p.Doubts);

    /// <summary>The answer as it holds now, with the fields where they were read.</summary>
    public JsonObject Right => _right;

    public IReadOnlyList<ReadingCorrectionRow> Corrections => _corrections;

    public Municipality Municipality => _municipality;

    /// <summary>Committee and day, or the plan's name.</summary>
    public string? Title => Read.IsPlan ? Text("document/title")
        : Text("document/committee") is var body && Text("document/meetingDate") is { } day
            && WrittenDate.Iso(day) is { } date ? $"{body ?? "Ukendt udvalg"}, {WrittenDate.Say(date)}" : body;

    public string? Text(string path) => AnswerPath.Get(_right, path)?.ToString() is { Length: > 0 } text ? text : null;

    public ReadingPart? Part(string id) =>
        id == MinutesParts.NewItem && !Read.IsPlan ? MinutesParts.Blank((_right["items"] as JsonArray ?? []).Count)
        : Parts.FirstOrDefault(p => p.Id == id);

    /// <summary>The right answer, as it is kept and exported: without what a person took out, and without notes that
    /// were settled.</summary>
    public ReadAnswer Settled()
    {
        var settled = new ReadAnswer(Text("document/documentType") ?? Read.Kind, _right.DeepClone().AsObject());
        AnswerPath.Settle(settled.Tree, (Read.Tree["items"] as JsonArray ?? []).Count);
        var open = Parts.SelectMany(p => p.Reasons.Concat(p.Fields.SelectMany(f => f.Reasons))).Where(r =>
            r.SettledBy is null).Select(r => r.Key).ToHashSet();
        settled.Tree["notes"] =
            new JsonArray([.. (Read.Tree["notes"] as JsonArray ?? []).Where((_, i) => open.Contains(Reasons.KeyOf(i)))
            .Select(n => n?.DeepClone())]);
        return settled;
    }

    private IReadOnlyList<ReadingPart> Completed(List<ReadingPart> parts)
    {
        var (said, evidence) = (_corrections.ToDictionary(c => c.Path), new Evidence(Source));
        var reasons = Reasons.Of(Read, parts).ToLookup(r => r.Part);
        return [.. parts.Select(part =>
        {
            ReadingReason Settled(ReadingReason reason, string? field) => reason with
            {
                SettledBy = said.GetValueOrDefault(reason.Key)?.MadeBy
                    ?? (field is not null ? said.GetValueOrDefault(field)?.MadeBy : null)
                    ?? (part.IsRemoved
                    ? said.Values.FirstOrDefault(c =>
                    c.Path.EndsWith(AnswerPath.Removed, StringComparison.Ordinal))?.MadeBy ?? "" : null),
            };
            var mine = reasons[part.Id].Select(r => (r.Field, Reason: Settled(r.Reason, r.Field))).ToLookup(r =>
                r.Field, r => r.Reason);
            return part with { Reasons = [.. mine[null]],
                Fields = [.. part.Fields.Select(f =>
                Completed(f, part, [.. mine[f.Path]], said.GetValueOrDefault(f.Path), evidence))] };
        })];
    }

    private ReadingField Completed(ReadingField field, ReadingPart part, IReadOnlyList<ReadingReason> reasons,
        ReadingCorrectionRow? correction, Evidence evidence)
    {
        var (read, value) =
            (WrittenField.Of(AnswerPath.Get(Read.Tree, field.Path), field.Form),
            WrittenField.Of(AnswerPath.Get(_right, field.Path), field.Form));
        var place = evidence.Of(value, field.Form, field.Line is > 0 ? field.Line.Value : part.FirstLine,
            part.LastLine);
        return field with
        {
            Read = read,
            Value = value,
            Line = place ?? (field.Line is > 0 && (value is not null || reasons.Count > 0) ? field.Line : null),
            Reasons = reasons,
            Correction = correction is null ? null : new(read, correction.MadeBy, correction.MadeAt),
            Confidence = correction is not null ? Confidence.Corrected
                : reasons.Any(r => r.SettledBy is null) ? Confidence.Doubtful
                : reasons.Count > 0 ? Confidence.Confirmed
                : value is null ? Confidence.NotPrinted
                : place is null ? Confidence.Derived : Confidence.Printed,
        };
    }

    private IEnumerable<ReadingPart> Specs()
    {
        var last = Source.Lines.Select(l => l.Number).DefaultIfEmpty(1).Max();
        return Read.IsPlan ? PlanParts.Of(_right, last) : MinutesParts.Of(_right, last);
    }
}
