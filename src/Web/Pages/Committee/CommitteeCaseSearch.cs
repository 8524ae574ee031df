using Virker.Committee;
using Virker.Kernel;
using Virker.Web.Pages.Committee.Items;

namespace Virker.Web;

/// <summary>Committee cases in the search with one key, as far as the searcher may read them.</summary>
internal sealed class CommitteeCaseSearch(IUseCase<FindCommitteeCases, FoundCommitteeCases> cases) : ISearchSource
{
    public string Heading => "Udvalgssager";

    public string Permission => "committee.papers.read";

    public int Order => 30;

    public async Task<SearchFound> FindAsync(string text, CancellationToken ct = default) => (await cases.RunAsync(new FindCommitteeCases(text), ct)).Match(
        found => new SearchFound([.. found.Cases.Select(c => new SearchHit(c.Title, ItemPage.Url(c.Item), $"{c.CaseNumber}, {c.CommitteeName} {Danish.Date(c.HeldOn)}"))], found.Total),
        _ => SearchFound.Nothing);
}
