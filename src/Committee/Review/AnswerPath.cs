using System.Text.Json.Nodes;
using Virker.Kernel;

namespace Virker.Committee;

/// <summary>The place of a value in an answer: names and numbers with a stroke between
/// (<c>items/2/decisions/0/text</c>).</summary>
internal static class AnswerPath
{
    /// <summary>What a person says of a thing that is not in the paper: it goes out of the answer.</summary>
    public const string Removed = "removed";

    /// <summary>Everything that can be added by hand, as it is before anything is written in it.</summary>
    private static readonly IReadOnlyDictionary<string, Func<JsonObject>> Blank = new Dictionary<string,
        Func<JsonObject>>
    {
        ["items"] = () => new()
        {
            ["number"] = null, ["handledAs"] = null, ["title"] = null, ["type"] = null, ["caseNo"] = null,
                ["docNo"] = null, ["access"] = null, ["accessStated"] = false, ["competence"] = null,
                ["sections"] = new JsonArray(),
            ["recommendation"] = null, ["decisions"] = new JsonArray(), ["remarks"] = new JsonArray(),
                ["guests"] = new JsonArray(), ["attachments"] = new JsonArray(), ["followUps"] = new JsonArray(),
                ["line"] = 0,
        },
        ["sections"] = () =>
            new() { ["key"] = SectionKey.CaseContent, ["heading"] = "Sagens indhold", ["placeholder"] = false,
            ["text"] = "", ["line"] = 0 },
        ["decisions"] = () =>
            new() { ["date"] = null, ["body"] = null, ["kind"] = null, ["text"] = new JsonArray(),
            ["absent"] = new JsonArray(), ["adoptsRecommendation"] = false, ["option"] = null, ["line"] = 0 },
        ["recommendation"] = () => new() { ["by"] = null, ["points"] = new JsonArray() },
        ["reference"] = () => new() { ["kind"] = null, ["printed"] = "", ["value"] = null },
    };

    public static JsonNode? Get(JsonNode? tree, string path)
    {
        foreach (var step in path.Split('/'))
        {
            tree = tree switch
            {
                JsonArray list when WrittenNumber.Code(step) is { } at => at < list.Count ? list[at] : null,
                JsonObject thing => thing[step],
                _ => null,
            };
        }

        return tree;
    }

    /// <summary>Puts the value in its place, and makes what it stands in where that was not read.</summary>
    public static void Set(JsonObject tree, string path, JsonNode? value)
    {
        var steps = path.Split('/');
        JsonNode at = tree;
        for (var i = 0; i < steps.Length - 1; i++)
        {
            var name = WrittenNumber.Code(steps[i]) is null ? steps[i] : steps[i - 1];
            if (at is JsonArray list)
            {
                var place = WrittenNumber.Code(steps[i]) ?? list.Count;
                while (list.Count <= place) list.Add(Blank[name]());
                at = list[place]!;
            }
            else if (at[steps[i]] is { } there) at = there;
            else
            {
                at[steps[i]] = Blank.TryGetValue(name, out var blank) && WrittenNumber.Code(steps[i + 1]) is null
                    ? blank() : new JsonArray();
                at = at[steps[i]]!;
            }
        }

        if (at is JsonObject thing) thing[steps[^1]] = value;
    }

    /// <summary>Takes out what a person has said is not in the paper, and puts an item that was added by hand in its
    /// place by its number.</summary>
    public static void Settle(JsonObject tree, int itemsRead)
    {
        if (tree["items"] is JsonArray items)
        {
            for (var added = itemsRead; added < items.Count; added++)
            {
                if (NumberOf(items[added]) is not { } number) continue;
                var place = items.Take(added).TakeWhile(i => NumberOf(i) is { } before && before < number).Count();
                var item = items[added];
                items.RemoveAt(added);
                items.Insert(place, item);
            }

            Sweep(items);
        }

        foreach (var theme in tree["themes"] as JsonArray ?? [])
        {
            if (theme?["measures"] is JsonArray measures) Sweep(measures);
        }
    }

    private static void Sweep(JsonArray list)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i]?[Removed] is { } gone && gone.GetValue<bool>()) list.RemoveAt(i);
            else (list[i] as JsonObject)?.Remove(Removed);
        }
    }

    private static decimal? NumberOf(JsonNode? item) => WrittenNumber.Plain(item?["number"]?.ToString());
}
