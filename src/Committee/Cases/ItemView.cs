namespace Virker.Committee;

/// <summary>An item as those who may read it read it.</summary>
public sealed record ItemView(
    AgendaItemId Id,
    ItemHead Head,
    ItemCase? Case,
    IReadOnlyList<SectionText> Sections,
    RecommendationText? Recommendation
)
{
    public IReadOnlyList<DecisionText> Decisions { get; init; } = [];

    public IReadOnlyList<RemarkText> Remarks { get; init; } = [];

    public IReadOnlyList<GuestName> Guests { get; init; } = [];

    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    public IReadOnlyList<TableText> Tables { get; init; } = [];

    /// <summary>What the item's decisions gave rise to.</summary>
    public IReadOnlyList<FollowUpLine> FollowUps { get; init; } = [];

    /// <summary>What stands on the item to be reported back.</summary>
    public IReadOnlyList<FollowUpLine> ToReport { get; init; } = [];

    /// <summary>What stands on the item as answers that are on their way.</summary>
    public IReadOnlyList<FollowUpLine> Coming { get; init; } = [];

    public bool IsWithdrawn => Decisions.Any(d => d.Kind == "withdrawn");
}

/// <summary>
/// The item's numbers and kind. <paramref name="Version"/> goes back with an edit, so that two editors notice each
/// other.
/// </summary>
public sealed record ItemHead(
    int? Number,
    int Position,
    int? HandledAs,
    string Title,
    string? Type,
    bool IsOpen,
    string? Competence,
    string? DocumentNumber,
    string? Standing,
    int Version
)
{
    /// <summary>"Beslutning", "Orientering", "Drøftelse".</summary>
    public string? TypeName => Type switch { "B" => "Beslutning", "O" => "Orientering", "D" => "Drøftelse", _ => null };
}

/// <summary>The case that the item treats.</summary>
public sealed record ItemCase(CommitteeCaseId Id, string CaseNumber, string? Kle);

/// <summary>One heading of the case text with its paragraphs.</summary>
public sealed record SectionText(string Key, string Heading, string Text)
{
    /// <summary>Paragraphs; one whose lines all begin with "- " is a list.</summary>
    public IReadOnlyList<string> Paragraphs => Lines.Paragraphs(Text);

    /// <summary>The template makes people write this where they have nothing to say.</summary>
    public bool IsPlaceholder => Text.Trim().TrimEnd('.') == "Ingen bemærkninger";
}

/// <summary>Who recommends what, point by point.</summary>
public sealed record RecommendationText(string? By, IReadOnlyList<string> Points);

/// <summary>A decision: when, by which body, of what kind, in which words, and who was absent.</summary>
public sealed record DecisionText(
    Guid Id,
    DateOnly? DecidedOn,
    string? Body,
    string Kind,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<NamedPerson> Absent
)
{
    public string KindName => DecisionKind.NameOf(Kind);
}

/// <summary>A person with the party they sit for.</summary>
public sealed record NamedPerson(string Name, string? Party)
{
    public override string ToString() => Party is null ? Name : $"{Name} ({Party})";
}

/// <summary>What a member asked to have in the minutes.</summary>
public sealed record RemarkText(NamedPerson Member, string Stance, string Text);

/// <summary>Someone who is no member and took part in the item.</summary>
public sealed record GuestName(string? Name, string? Title);

/// <summary>A numbered attachment; <paramref name="Frozen"/> says that its content stands in the product.</summary>
public sealed record AttachmentLine(
    AttachmentId Id,
    int Number,
    string? Letter,
    string? DocumentNumber,
    string Title,
    bool IsOpen,
    FrozenDocumentId? Frozen
);

/// <summary>A table of the case text.</summary>
public sealed record TableText(string? Caption, IReadOnlyList<string> Columns, IReadOnlyList<TableLine> Rows)
{
    /// <summary>Where it was printed; null where it stands after the text.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TablePlace? Place { get; init; }

    /// <summary>A section's paragraphs in stretches, each with the tables that follow it.</summary>
    public static IEnumerable<(IReadOnlyList<string> Paragraphs, IReadOnlyList<TableText> Tables)> Between(
        IReadOnlyList<string> paragraphs,
        IReadOnlyList<TableText> tables
    )
    {
        var from = 0;
        foreach (
            var at in tables
                .GroupBy(t => Math.Clamp(t.Place?.AfterParagraphs ?? paragraphs.Count, 0, paragraphs.Count))
                .OrderBy(g => g.Key)
        )
        {
            yield return ([.. paragraphs.Skip(from).Take(at.Key - from)], [.. at]);
            from = at.Key;
        }

        if (from < paragraphs.Count) yield return ([.. paragraphs.Skip(from)], []);
    }
}

/// <summary>
/// Where a table was printed: the heading of its section, and how many of the section's paragraphs stand before it.
/// </summary>
public sealed record TablePlace(string Heading, int AfterParagraphs);

/// <summary>
/// One row: its label (null in a row of totals without one) and a cell for each column, null where it is empty.
/// </summary>
public sealed record TableLine(string? Label, IReadOnlyList<string?> Values);

internal static class Lines
{
    public static IReadOnlyList<string> Paragraphs(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];

    /// <summary>One paragraph a line, as decisions are kept.</summary>
    public static IReadOnlyList<string> Each(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
}
