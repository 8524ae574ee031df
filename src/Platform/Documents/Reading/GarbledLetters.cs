using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>
/// Letters that were read with the wrong encoding somewhere on the way ("mÃ¸de", "m�de", "m?de"): noticed and said,
/// never guessed at.
/// </summary>
internal static partial class GarbledLetters
{
    public static SourceText Noticed(SourceText source)
    {
        var (found, first) = (0, (int?)null);
        foreach (var line in source.Lines)
        {
            var count = line.Text.AsSpan().IndexOfAny("Ã\uFFFD?ï") < 0 ? 0 : Garbled().Count(line.Text);
            if (count == 0) continue;
            found += count;
            first ??= line.Number;
        }

        if (found == 0)
            return source;
        return source with
        {
            Notes =
            [
                .. source.Notes,
                new SourceNote(
                    "garbled_letters",
                    $"{found} steder er bogstaver ødelagt af en forkert tegnkodning; navne og tekst kan være forkerte.",
                    first
                ),
            ],
        };
    }

    [GeneratedRegex(
        @"Ã[\u0080-\u00BF\u2018-\u203A˜…†€™]|\uFFFD|ï¿½|(?<=\p{Ll})\?(?=\p{Ll})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Garbled();
}
