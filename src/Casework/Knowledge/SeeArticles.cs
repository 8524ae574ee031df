using Microsoft.EntityFrameworkCore;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;

namespace Virker.Casework;

/// <summary>
/// Articles of the knowledge base with every word of a text (in any form of it), of a kind or at a step of the work;
/// those with the words in the title first.
/// </summary>
public sealed record SeeArticles(string? Text = null) : IQuery<Articles>
{
    public KnowledgeKind? Kind { get; init; }

    public WorkStep? Step { get; init; }
}

/// <summary><paramref name="MayEdit"/>: drafts are among them.</summary>
public sealed record Articles(IReadOnlyList<ArticleLine> All, bool MayEdit);

public sealed record ArticleLine(
    Guid Id,
    string Title,
    KnowledgeKind Kind,
    string Summary,
    IReadOnlyList<WorkStep> Steps,
    DateOnly ReviewBy,
    bool IsPublished,
    bool IsOld
);

[Requires("knowledge.article.see")]
internal sealed class SeeArticlesHandler(VirkerContext db, CurrentActor actor, Grants grants, TimeProvider clock)
    : IUseCase<SeeArticles, Articles>
{
    public async Task<Outcome<Articles>> RunAsync(SeeArticles query, CancellationToken ct = default)
    {
        var (today, mayEdit) = (clock.Today(), grants.Allows(actor.Value, SaveArticleHandler.Permission));
        var (search, isGeneral) = (new WordSearch(query.Text), query.Step is null);
        var found = db.Set<KnowledgeArticleRow>()
            .Where(a => a.Published || (mayEdit && isGeneral));
        if (query.Kind is { } kind)
            found = found.Where(a => a.Kind == kind);
        if (query.Step is { } step)
        {
            var spaced = $" {step.Code} ";
            found = found.Where(a => a.Steps.Contains(spaced));
        }

        var isSearch = !search.IsEmpty;
        var rows = (
            await found
                .Select(a => new
                {
                    a.Id,
                    a.Title,
                    a.Kind,
                    a.Summary,
                    Body = isSearch ? a.Body : "",
                    a.Steps,
                    a.ReviewBy,
                    a.Published,
                })
                .ToListAsync(ct)
        ).Where(a => search.Finds($"{a.Title} {a.Summary} {a.Body}"));
        return new Articles(
            [
                .. rows.OrderByDescending(a => search.Found(a.Title))
                    .ThenBy(a => a.Title, StringComparer.Ordinal)
                    .Select(a => new ArticleLine(
                        a.Id,
                        a.Title,
                        a.Kind,
                        a.Summary,
                        WorkSteps.Read(a.Steps),
                        a.ReviewBy,
                        a.Published,
                        a.ReviewBy < today
                    )),
            ],
            mayEdit
        );
    }
}

/// <summary>One article whole.</summary>
public sealed record SeeArticle(Guid Id) : IQuery<Article>;

public sealed record Article(
    Guid Id,
    string Title,
    KnowledgeKind Kind,
    IReadOnlyList<WorkStep> Steps,
    string Summary,
    string Body,
    IReadOnlyList<ArticleRule> Rules,
    string? Film,
    DateOnly ReviewBy,
    bool IsPublished,
    int Edition,
    DateTimeOffset ChangedAt,
    string ChangedBy,
    int Version,
    IReadOnlyList<ArticleEdition> Earlier,
    bool MayEdit
);

/// <summary>A rule of the law that an article stands on.</summary>
public sealed record ArticleRule(string Id, string Title);

public sealed record ArticleEdition(int Edition, string Title, string Body, DateTimeOffset ChangedAt, string ChangedBy);

[Requires("knowledge.article.see")]
internal sealed class SeeArticleHandler(VirkerContext db, CurrentActor actor, Grants grants)
    : IUseCase<SeeArticle, Article>
{
    public async Task<Outcome<Article>> RunAsync(SeeArticle query, CancellationToken ct = default)
    {
        var mayEdit = grants.Allows(actor.Value, SaveArticleHandler.Permission);
        var a = await db.Set<KnowledgeArticleRow>()
            .FirstOrDefaultAsync(a => a.Id == query.Id && (a.Published || mayEdit), ct);
        if (a is null)
            return Refusal.NotFound("article.not-found", "Artiklen findes ikke.");
        var earlier = await db.Set<KnowledgeEditionRow>()
            .Where(e => e.ArticleId == a.Id)
            .OrderByDescending(e => e.Edition)
            .Select(e => new ArticleEdition(e.Edition, e.Title, e.Body, e.ChangedAt, e.ChangedBy))
            .ToListAsync(ct);
        var titles = RuleBook.Every.ToDictionary(r => r.Id, r => r.Title);
        return new Article(
            a.Id,
            a.Title,
            a.Kind,
            WorkSteps.Read(a.Steps),
            a.Summary,
            a.Body,
            [
                .. a
                    .Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(r => new ArticleRule(r, titles.GetValueOrDefault(r, r))),
            ],
            a.Film,
            a.ReviewBy,
            a.Published,
            a.Edition,
            a.ChangedAt,
            a.ChangedBy,
            a.Version,
            earlier,
            mayEdit
        );
    }
}
