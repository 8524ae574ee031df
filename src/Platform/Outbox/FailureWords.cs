using System.Text.RegularExpressions;

namespace Virker.Platform;

/// <summary>
/// Why a try failed, in words that an administrator may read: the kind of fault and a stable code, never what a message
/// held. The whole text stays in the database.
/// </summary>
internal static partial class FailureWords
{
    private static readonly (string Part, string Words)[] Kinds =
    [
        ("Sqlite", "Databasen kunne ikke skrive eller læse."),
        ("Postgres", "Databasen kunne ikke skrive eller læse."),
        ("Npgsql", "Databasen kunne ikke skrive eller læse."),
        ("DbUpdate", "Databasen kunne ikke skrive eller læse."),
        ("Timeout", "Det tog for lang tid."),
        ("Canceled", "Det tog for lang tid."),
        ("HttpRequest", "Modparten kunne ikke nås."),
        ("Socket", "Modparten kunne ikke nås."),
        ("Json", "Det skrevne kunne ikke læses i denne udgave."),
        ("IO", "En fil kunne ikke læses eller skrives."),
    ];

    /// <summary>Of a job: the sentence of a refusal is the job's own, and names nobody.</summary>
    public static string? OfJob(string? problem) => problem is null ? null
        : Refused().Match(problem) is { Success: true } refused ? CprText.Mask(refused.Groups["text"].Value)
        : Kind(problem);

    /// <summary>Of news: a refusal may speak of the one whom the news is about, so only its code is said.</summary>
    public static string? OfNews(string? problem) => problem is null ? null
        : Refused().Match(problem) is { Success: true } refused ? $"Afvist ({refused.Groups["code"].Value})."
        : Kind(problem);

    private static string Kind(string problem) =>
        Kinds.FirstOrDefault(k => problem.Split(':')[0].Contains(k.Part, StringComparison.Ordinal)).Words
        ?? "Fejl i programmet. Sig det til den, der passer det.";

    [GeneratedRegex(@"^(?<code>[a-z][a-z0-9-]*(\.[a-z0-9-]+)*): (?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Refused();
}
