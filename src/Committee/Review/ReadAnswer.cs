using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Virker.Kernel;
using Virker.Platform;
using Virker.Targets;

namespace Virker.Committee;

/// <summary>A reader's answer in the shape that the command line gives, whatever the paper was: the tree that fields
/// are found in by their path.</summary>
internal sealed record ReadAnswer(string Kind, JsonObject Tree)
{
    public const string Plan = "plan";

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public bool IsPlan => Kind == Plan;

    public string Json => Tree.ToJsonString(Options);

    public static ReadAnswer Of(ReadPaper paper) =>
        paper.Plan is { } plan ? Of(Plan, JsonSerializer.SerializeToNode(plan, Options))
        : Of(paper.Minutes!.Document.DocumentType, JsonSerializer.SerializeToNode(paper.Minutes, Options));

    public static ReadAnswer Of(string kind, string json) => Of(kind, JsonNode.Parse(json));

    private static ReadAnswer Of(string kind, JsonNode? tree) => new(kind, tree!.AsObject());

    public ReadAnswer Copy() => new(Kind, Tree.DeepClone().AsObject());

    public PrintedPlan ToPlan() => Tree.Deserialize<PrintedPlan>(Options)!;

    public PrintedMinutes ToMinutes()
    {
        var tables = Of<List<PrintedTable>>(Tree, "tables")!;
        return new PrintedMinutes(
            Of<PrintedHead>(Tree, "document")!, Of<PrintedAttendance>(Tree, "attendance")!,
                Of<List<int>>(Tree, "handlingOrder")!, Of<List<int>>(Tree, "withdrawnItems")!,
                [.. Tree["items"]!.AsArray().Select(i => Item(i!.AsObject()))],
            [.. tables.Select(t => t with { Rows = [.. t.Rows.Select(Plain)] })],
                Of<List<PrintedNote>>(Tree, "notes")!);
    }

    /// <summary>The printed number is one value in the answer (3, or "1.2"), and two in the reader's own.</summary>
    private static PrintedItem Item(JsonObject item)
    {
        var number = item["number"]?.ToString().Split('.') ?? [];
        return new(
            number.Length > 0 ? WrittenNumber.Code(number[0]) : null,
                number.Length > 1 ? WrittenNumber.Code(number[1]) : null, Of<int?>(item, "handledAs"),
                Of<string>(item, "title"), Of<string>(item, "type"),
            Of<string>(item, "caseNo"), Of<string>(item, "docNo"), Of<string>(item, "access"),
                Of<bool>(item, "accessStated"), Of<string>(item, "competence"),
                Of<List<PrintedSection>>(item, "sections")!,
            Of<PrintedRecommendation>(item, "recommendation"), Of<List<PrintedDecision>>(item, "decisions")!,
                Of<List<PrintedRemark>>(item, "remarks")!, Of<List<PrintedGuest>>(item, "guests")!,
            Of<List<PrintedAttachment>>(item, "attachments")!, Of<List<PrintedFollowUp>>(item, "followUps")!,
                Of<int>(item, "line"));
    }

    private static T? Of<T>(JsonObject thing, string name) =>
        thing[name] is { } node ? node.Deserialize<T>(Options) : default;

    private static PrintedRow Plain(PrintedRow row) =>
        row with { Values = row.Values is { } values ? [.. values.Select(Plain)] : null, Value = Plain(row.Value) };

    private static object? Plain(object? value) => value is not JsonElement element ? value : element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.String => element.GetString(),
        _ => null,
    };
}

/// <summary>Texts as they lie in the database: a document's lines are many, and much alike.</summary>
internal static class Packed
{
    public static byte[] Text(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static string Text(byte[] packed)
    {
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new MemoryStream();
        zip.CopyTo(text);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    public static byte[] Of(SourceText source) => Text(JsonSerializer.Serialize(source));

    public static SourceText Source(byte[] packed) => JsonSerializer.Deserialize<SourceText>(Text(packed))!;
}
