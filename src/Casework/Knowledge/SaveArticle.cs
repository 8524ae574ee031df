using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Write an article (<paramref name="Id"/> null: a new one). What stood before is kept as an edition. Who writes a §
/// also names the rule in Virker that it comes from: the law is quoted from where it is kept with its dates, and not
/// from memory.
/// </summary>
public sealed record SaveArticle(Guid? Id, int Version, string Title, KnowledgeKind Kind) : ICommand<ArticleSaved>
{
    public IReadOnlyList<WorkStep> Steps { get; init; } = [];

    public string Summary { get; init; } = "";

    public string Body { get; init; } = "";

    public IReadOnlyList<string> Rules { get; init; } = [];

    public string? Film { get; init; }

    public DateOnly ReviewBy { get; init; }

    public bool Publish { get; init; }
}

public sealed record ArticleSaved(Guid Id, int Edition);

[Requires(Permission)]
internal sealed class SaveArticleHandler(VirkerContext db, CurrentActor actor, TimeProvider clock)
    : IUseCase<SaveArticle, ArticleSaved>
{
    internal const string Permission = "knowledge.article.edit";

    private const int LongestBody = 20_000;

    public async Task<Outcome<ArticleSaved>> RunAsync(SaveArticle command, CancellationToken ct = default)
    {
        if (Decide(command, clock.Today()) is { } refusal)
            return refusal;
        var row = command.Id is { } id
            ? await db.Set<KnowledgeArticleRow>().FirstOrDefaultAsync(a => a.Id == id, ct)
            : new KnowledgeArticleRow { Id = Guid.NewGuid(), Kind = command.Kind };
        if (row is null)
            return Refusal.NotFound("article.not-found", "Artiklen findes ikke.");
        if (row.Version != command.Version)
            return Refusal.ChangedMeanwhile(
                "article.changed-meanwhile",
                "En anden har ændret artiklen, siden du åbnede siden."
            );
        if (row.Version == 0)
            db.Add(row);
        else
            db.Add(
                new KnowledgeEditionRow
                {
                    Id = Guid.NewGuid(),
                    ArticleId = row.Id,
                    Edition = row.Edition,
                    Title = row.Title,
                    Body = row.Body,
                    ChangedAt = row.ChangedAt,
                    ChangedBy = row.ChangedBy,
                }
            );
        (row.Title, row.Kind, row.Summary, row.Body) = (
            command.Title.Trim(),
            command.Kind,
            command.Summary.Trim(),
            command.Body.Trim()
        );
        (row.Steps, row.Rules, row.Film) = (
            command.Steps.Count == 0
                ? ""
                : $" {string.Join(' ', WorkStep.All.Where(command.Steps.Contains).Select(s => s.Code))} ",
            string.Join(' ', command.Rules.Distinct()),
            PlanSteps.Said(command.Film)
        );
        (row.ReviewBy, row.Published, row.Edition) = (command.ReviewBy, command.Publish, row.Edition + 1);
        (row.ChangedAt, row.ChangedBy) = (clock.GetUtcNow(), actor.Value.Name);
        await db.SaveChangesAsync(ct);
        return new ArticleSaved(row.Id, row.Edition);
    }

    internal static Refusal? Decide(SaveArticle c, DateOnly today) => Refusal.Each(
        string.IsNullOrWhiteSpace(c.Title) || c.Title.Length > 120
            ? new Refusal("article.title", "Skriv en overskrift på højst 120 tegn.", Field: nameof(c.Title)) : null,
        string.IsNullOrWhiteSpace(c.Summary) || c.Summary.Length > 300
            ? new Refusal("article.summary",
                "Skriv det vigtigste i højst 300 tegn. Det er det, kolleger ser ved trinnet.",
                Field: nameof(c.Summary)) : null,
        string.IsNullOrWhiteSpace(c.Body) || c.Body.Length > LongestBody
            ? new Refusal("article.body", "Skriv artiklen (højst 20.000 tegn).", Field: nameof(c.Body)) : null,
        c.Rules.FirstOrDefault(r => RuleBook.Every.All(known => known.Id != r)) is { } unknown
            ? new Refusal("article.rule",
                $"Virker har ingen regel, der hedder »{unknown}«. Navnene står under Regler.",
                Field: nameof(c.Rules)) : null,
        c.Rules.Count == 0 && (c.Body + c.Summary).Contains('§', StringComparison.Ordinal)
            ? new Refusal("article.law-without-rule",
                "Nævner artiklen en §, så knyt den til reglen i Virker, så paragraffen kan slås op og holdes ved "
                + "lige.", Field: nameof(c.Rules)) : null,
        c.Kind == KnowledgeKind.Film && !IsAddress(c.Film)
            ? new Refusal("article.film", "Skriv filmens adresse (https://…).", Field: nameof(c.Film)) : null,
        c.ReviewBy <= today
            ? new Refusal("article.review",
                "Vælg en dag i fremtiden, hvor artiklen skal ses efter.", Field: nameof(c.ReviewBy)) : null);

    private static bool IsAddress(string? film) =>
        Uri.TryCreate(film, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
