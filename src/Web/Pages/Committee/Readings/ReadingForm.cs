using Virker.Committee;

namespace Virker.Web.Pages.Committee.Readings;

/// <summary>The fields of a part as they are sent: by the path that each has in the answer.</summary>
internal static class ReadingForm
{
    public const string RightPrefix = "Right:";

    public static string NameOf(ReadingField field) => $"Fields[{field.Path}]";

    /// <summary>Only fields that the part shows; a box that is not ticked sends nothing and means no.</summary>
    public static IReadOnlyDictionary<string, string?> Fields(ReadingPart part, IFormCollection form)
    {
        var fields = new Dictionary<string, string?>();
        foreach (var field in part.Fields)
        {
            if (form.TryGetValue(NameOf(field), out var sent)) fields[field.Path] = sent.ToString();
            else if (IsBox(field)) fields[field.Path] = "false";
        }

        return fields;
    }

    public static IReadOnlyList<string> Confirmed(IFormCollection form) =>
        [.. form.Keys.Where(k => k.StartsWith(RightPrefix, StringComparison.Ordinal)).Select(k =>
        k[RightPrefix.Length..])];

    public static bool IsBox(ReadingField field) => field.Form == FieldForm.Truth && field.Choices.Count == 0;
}
