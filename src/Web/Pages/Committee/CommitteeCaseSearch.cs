using Virker.Platform;
using Virker.Committee;
using Virker.Kernel;

namespace Virker.Web.Pages.Committee;

/// <summary>Cases of the own committees in the search with one key, as far as the searcher may read them.</summary>
internal sealed class CommitteeCaseSearch(IUseCase<FindCommitteeCases, FoundCommitteeCases> cases) : ISearchSource
{
    public string Heading => "Udvalgssager";

    public string Permission => Permissions.Of<FindCommitteeCases>();

    public int Order => 30;

    public Task<SearchFound> FindAsync(string text, int page, CancellationToken ct = default) =>
        FindAsync(cases, new(text) { Page = page }, ct);

    internal static async Task<SearchFound> FindAsync(
        IUseCase<FindCommitteeCases, FoundCommitteeCases> cases,
        FindCommitteeCases query,
        CancellationToken ct
    ) =>
        (await cases.RunAsync(query, ct)).Match(
            found => new SearchFound(
                [.. found.Cases.Select(c => new SearchHit(c.Title, ItemPage.Url(c.Item), Details(c)))],
                found.Total
            )
            {
                Page = found.Page,
                PageSize = FindCommitteeCases.Usual,
            },
            _ => SearchFound.Nothing
        );

    private static string Details(FoundCommitteeCase found) =>
        $"{found.CaseNumber}, {found.CommitteeName} {Danish.Date(found.HeldOn)}{(found.Excerpt == found.Title || found.Excerpt == found.CaseNumber ? "" : $": {found.Excerpt}")}";
}

/// <summary>Other municipalities' papers, in a group of their own that says whose they are.</summary>
internal sealed class LibrarySearch(IUseCase<FindCommitteeCases, FoundCommitteeCases> cases) : ISearchSource
{
    public string Heading => "Biblioteket: andre kommuners papirer";

    public string Permission => Permissions.Of<FindCommitteeCases>();

    public int Order => 95;

    public Task<SearchFound> FindAsync(string text, int page, CancellationToken ct = default) =>
        CommitteeCaseSearch.FindAsync(cases, new(text, Others: true) { Page = page }, ct);
}
