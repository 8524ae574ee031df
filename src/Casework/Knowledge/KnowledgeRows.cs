using System.ComponentModel.DataAnnotations.Schema;
using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

[Table("knowledge_articles")]
internal sealed class KnowledgeArticleRow : IVersioned
{
    public Guid Id { get; init; }

    public string Title { get; set; } = "";

    /// <summary>One of <see cref="KnowledgeKind"/>.</summary>
    public string Kind { get; set; } = "";

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
public static class KnowledgeKind
{
    public const string Law = "lov";
    public const string Procedure = "arbejdsgang";
    public const string Checklist = "tjekliste";
    public const string Film = "film";

    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        (Law, "Lov"),
        (Procedure, "Arbejdsgang"),
        (Checklist, "Tjekliste"),
        (Film, "Film"),
    ];

    public static string Text(string code) => All.FirstOrDefault(k => k.Code == code).Text ?? code;
}

/// <summary>A step of the work at which articles stand.</summary>
public static class WorkStep
{
    public const string Booking = "booking";
    public const string Conversation = "samtale";
    public const string Visitation = "visitation";
    public const string Shift = "skift";
    public const string Plan = "plan";
    public const string SickPay = "sygedagpenge";
    public const string HandOver = "overdragelse";

    public static readonly IReadOnlyList<(string Code, string Text)> All =
    [
        (Booking, "Booking af samtale"),
        (Conversation, "Samtalen"),
        (Visitation, "Visitation"),
        (Shift, "Skift af ydelse"),
        (Plan, "Min plan"),
        (SickPay, "Sygedagpenge"),
        (HandOver, "Overdragelse"),
    ];

    public static string Text(string code) => All.FirstOrDefault(k => k.Code == code).Text ?? code;
}
