using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Committee;

/// <summary>
/// Stops a publication that holds a CPR number, in a text or in an attachment, or a draft that nobody has read, and
/// says where.
/// </summary>
[Part]
internal sealed partial class PublishGate(VirkerContext db)
{
    public async Task<Refusal?> StopAsync(PublishedMeeting meeting, CancellationToken ct)
    {
        if (Holds(JsonSerializer.Serialize(meeting with { Items = [] }))) return Stop("mødets oplysninger");
        foreach (var item in meeting.Items)
        {
            if (item.Sections.Any(s => s.Text.StartsWith(AnnexWords.DraftMark, StringComparison.Ordinal)))
                return Unread(item);
            if (Texts(item).Any(Holds))
                return Stop($"punkt {item.Number}, {item.Title}");
            foreach (var attachment in item.Attachments)
            {
                if (
                    attachment.Frozen is { } frozen
                    && Holds(
                        await db.Set<FrozenDocumentRow>()
                            .Where(f => f.Id == frozen)
                            .Select(f => f.Model)
                            .SingleAsync(ct)
                    )
                )
                    return Stop($"punkt {item.Number}, bilag {attachment.Number}");
            }
        }

        return null;
    }

    /// <summary>
    /// Also where it is written with a soft hyphen, a space that does not break, another dash, or white space between
    /// the digits.
    /// </summary>
    internal static bool Holds(string text)
    {
        var plain = Dashes()
            .Replace(
                Invisible()
                    .Replace(
                        Escapes().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()),
                        ""
                    ),
                "-"
            );
        return CprText.Holds(plain) || CprText.Holds(Spaced().Replace(plain, "${a}-${b}"));
    }

    private static IEnumerable<string> Texts(PublishedItem item)
    {
        yield return item.Title;
        foreach (
            var text in item
                .Sections.Select(s => s.Text)
                .Concat(item.Recommendation?.Points ?? [])
                .Concat(item.Decisions.SelectMany(d => d.Paragraphs))
        )
            yield return text;
        foreach (
            var text in item
                .Remarks.Select(r => r.Text)
                .Concat(item.Attachments.Select(a => a.Title))
                .Concat(item.Guests.Select(g => $"{g.Name} {g.Title}"))
        )
            yield return text;
        foreach (var row in item.Tables.SelectMany(t => t.Rows))
            yield return $"{row.Label} {string.Join(" | ", row.Values)}";
        foreach (var followUp in PublicSight.FollowUpsOf(item))
            yield return $"{followUp.Text} {followUp.Report} {followUp.Owner}";
    }

    private static Refusal Unread(PublishedItem item) =>
        new(
            "publish.draft-text",
            $"Punkt {item.Number} har stadig et udkast, som Virker har skrevet. Læs og ret teksten, og fjern »{AnnexWords.DraftMark}«, før der offentliggøres."
        );

    /// <summary>The refusal says where, never the number.</summary>
    private static Refusal Stop(string where) =>
        new(
            "publish.cpr",
            $"Der står noget, der ligner et CPR-nummer, i {where}. Fjern det, eller luk punktet eller bilaget, før der offentliggøres."
        );

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u2060\uFEFF]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")]
    private static partial Regex Dashes();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?<a>\d{2}[\s./]?\d{2}[\s./]?\d{2})\s*[-./]?\s*(?<b>\d{4})(?![0-9A-Za-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Spaced();
}
