using System.Text.RegularExpressions;
using Virker.Kernel;

namespace Virker.Rules;

/// <summary>Where a § can be read: the address of its act, from the list of acts.</summary>
internal static partial class LawLinks
{
    private static readonly Lazy<Dictionary<string, string?>> Addresses = new(() =>
        CodeList
            .Acts.All.SelectMany(a => a.Labels.Select(l => (l.Text, a.Address)))
            .ToDictionary(a => a.Text, a => a.Address)
    );

    /// <summary>The place with its address. An act that stands in no list stops the reading.</summary>
    public static LawRef Of(LawRef place, Func<string, LawbookException> wrong) =>
        Addresses.Value.ContainsKey(place.Act)
            ? Of(place)
            : throw wrong($"\"{place.Act}\" står ikke i listen over love (CodeLists/acts.json).");

    public static LawRef Of(LawRef place) =>
        place.Address is null && Addresses.Value.GetValueOrDefault(place.Act) is { } address
            ? place with
            {
                Address = address
                    .Replace(
                        "{§}",
                        FirstParagraph().Match(place.Paragraph).Value.Replace(" ", "", StringComparison.Ordinal),
                        StringComparison.Ordinal
                    )
                    .TrimEnd('/'),
            }
            : place;

    [GeneratedRegex("^[0-9]+( [a-z])?")]
    private static partial Regex FirstParagraph();
}
