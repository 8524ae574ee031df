using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("knowledge_articles")]
internal sealed class KnowledgeArticleRow : IVersioned
{
    public Guid Id { get; init; }

    public string Title { get; set; } = "";

    public required KnowledgeKind Kind { get; set; }

    /// <summary>Codes of <see cref="WorkStep"/>, each between spaces (" booking plan ").</summary>
    public string Steps { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>Paragraphs, lines that begin with "- ", and headings that begin with "## ".</summary>
    public string Body { get; set; } = "";

    /// <summary>Ids of the law's rules that it stands on, with spaces between.</summary>
    public string Rules { get; set; } = "";

    public string? Film { get; set; }

    public DateOnly ReviewBy { get; set; }

    public bool Published { get; set; }

    [Stamp]
    public int Edition { get; set; }

    [Stamp]
    public DateTimeOffset ChangedAt { get; set; }

    [Stamp]
    public string ChangedBy { get; set; } = "";

    public int Version { get; private set; }
}

/// <summary>An article as it stood before it was changed.</summary>
[Edition]
[Table("knowledge_editions")]
internal sealed class KnowledgeEditionRow : IVersioned
{
    public Guid Id { get; init; }

    [RefersTo<KnowledgeArticleRow>]
    public Guid ArticleId { get; init; }

    public int Edition { get; init; }

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; }

    public string ChangedBy { get; init; } = "";

    public int Version { get; private set; }
}

/// <summary>What an article of the knowledge base is.</summary>
public sealed record KnowledgeKind : CodeWord<KnowledgeKind>
{
    public static readonly KnowledgeKind Law = new("lov", "Lov");
    public static readonly KnowledgeKind Procedure = new("arbejdsgang", "Arbejdsgang");
    public static readonly KnowledgeKind Checklist = new("tjekliste", "Tjekliste");
    public static readonly KnowledgeKind Film = new("film", "Film");

    private KnowledgeKind(string code, string text) : base(code, text)
    {
    }
}

/// <summary>The steps of an article as its row keeps them: codes with spaces between.</summary>
internal static class WorkSteps
{
    public static IReadOnlyList<WorkStep> Read(string codes) =>
        [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WorkStep.Stored)];
}

/// <summary>A step of the work at which articles stand.</summary>
public sealed record WorkStep : CodeWord<WorkStep>
{
    public static readonly WorkStep Booking = new("booking", "Booking af samtale");
    public static readonly WorkStep Conversation = new("samtale", "Samtalen");
    public static readonly WorkStep Visitation = new("visitation", "Visitation");
    public static readonly WorkStep Shift = new("skift", "Skift af ydelse");
    public static readonly WorkStep Plan = new("plan", "Min plan");
    public static readonly WorkStep SickPay = new("sygedagpenge", "Sygedagpenge");
    public static readonly WorkStep HandOver = new("overdragelse", "Overdragelse");

    private WorkStep(string code, string text) : base(code, text)
    {
    }
}
