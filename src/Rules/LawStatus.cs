using Virker.Kernel;

namespace Virker.Rules;

/// <summary>
/// How well a value of the law is known, strongest first. An answer is no better known than the weakest thing it rests
/// on.
/// </summary>
public enum LawStatus
{
    /// <summary>Read in the law text, or at a ministry, agency or in a minister's answer.</summary>
    Verified,

    /// <summary>Read in a secondary source, or worked out from values that were read.</summary>
    Secondary,

    /// <summary>Read in a municipality's own published document.</summary>
    SourceDocument,

    /// <summary>Read in a bill or a political agreement, not in the enacted text.</summary>
    Agreement,

    /// <summary>Not checked yet: shown as such wherever it is used.</summary>
    Unverified,
}

/// <summary>The words of a status, for data files, the command line and pages.</summary>
public static class LawStatusWords
{
    private static readonly (LawStatus Status, string Id, string Danish, string Short)[] Words =
    [
        (LawStatus.Verified, "verified", "Læst i loven eller hos myndigheden", "læst i loven"),
        (LawStatus.Secondary, "secondary", "Læst i en sekundær kilde eller beregnet", "sekundær kilde"),
        (LawStatus.SourceDocument, "source-document", "Læst i en kommunes dokument", "kommunes dokument"),
        (LawStatus.Agreement, "agreement", "Fra lovforslag eller aftale, ikke den vedtagne tekst", "aftale"),
        (LawStatus.Unverified, "unverified", "Ikke kontrolleret", "ikke kontrolleret"),
    ];

    /// <summary>What people write in a file for each: "læst i loven", "sekundær kilde" …</summary>
    public static IReadOnlyList<string> Written { get; } = [.. Words.Select(w => w.Short)];

    public static string Id(this LawStatus status) => Words.First(w => w.Status == status).Id;

    public static string Danish(this LawStatus status) => Words.First(w => w.Status == status).Danish;

    /// <summary>
    /// By its code, by the words that pages show, or by the short ones; whatever the case of the letters.
    /// </summary>
    public static LawStatus? Parse(string written)
    {
        var folded = WrittenText.Folded(written);
        return Words
            .Where(w =>
                w.Id == folded || WrittenText.Folded(w.Danish) == folded || WrittenText.Folded(w.Short) == folded
            )
            .Select(w => (LawStatus?)w.Status)
            .FirstOrDefault();
    }

    public static LawStatus Weakest(IEnumerable<LawStatus> statuses) => statuses.Append(LawStatus.Verified).Max();
}
