namespace Virker.Committee;

internal sealed class DecisionRow
{
    public Guid Id { get; init; }

    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public DateOnly? DecidedOn { get; set; }

    public string? Body { get; set; }

    /// <summary>A code of <see cref="DecisionKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Paragraphs, each on a line.</summary>
    public string Text { get; set; } = "";
}

internal sealed class DecisionAbsenceRow
{
    public Guid DecisionId { get; init; }

    public int Position { get; init; }

    public string Name { get; init; } = "";

    public string? Party { get; init; }
}

internal sealed class RemarkRow
{
    public AgendaItemId ItemId { get; init; }

    public int Position { get; init; }

    public DateOnly? MadeOn { get; init; }

    public string Name { get; init; } = "";

    public string? Party { get; init; }

    /// <summary>asks, proposes, supports, opposes, notes, informs, requests.</summary>
    public string Stance { get; init; } = "";

    public string Text { get; init; } = "";
}
