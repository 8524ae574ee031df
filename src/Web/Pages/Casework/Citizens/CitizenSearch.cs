using Virker.Casework;
using Virker.Kernel;
using Virker.Web.Pages.Casework.Citizens;

namespace Virker.Web;

internal sealed class CitizenSearch(IUseCase<FindCitizens, CitizensFound> find) : ISearchSource
{
    public string Heading => "Borgere";

    public string Permission => "casework.citizen.find";

    public int Order => 10;

    public async Task<SearchFound> FindAsync(string text, CancellationToken ct = default) =>
        (await find.RunAsync(new(text), ct)).Match(found => new SearchFound([.. found.Citizens.Select(Hit)], found.Total), _ => SearchFound.Nothing);

    private static SearchHit Hit(CitizenFound citizen) => new(citizen.Name, CitizenPage.Url(citizen.Id), string.Join(" · ", new[]
    {
        $"født {Danish.ShortDate(citizen.Born)}", citizen.AddressProtected ? "adressen er beskyttet" : citizen.Address, citizen.Team, citizen.Worker, citizen.HasLeft ? "fraflyttet" : null,
    }.Where(part => part is not null)), "citizen.name");
}
