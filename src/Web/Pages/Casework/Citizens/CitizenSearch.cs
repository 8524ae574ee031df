using Virker.Platform;
using Virker.Casework;
using Virker.Kernel;

namespace Virker.Web.Pages.Casework.Citizens;

internal sealed class CitizenSearch(IUseCase<FindCitizens, CitizensFound> find) : ISearchSource
{
    public string Heading => "Borgere";

    public string Permission => Permissions.Of<FindCitizens>();

    public int Order => 10;

    public string? Limits =>
        $"Børn under {FindCitizens.YoungestByName} år og borgere, der er flyttet eller døde, findes kun på hele CPR-nummeret.";

    public async Task<SearchFound> FindAsync(string text, int page, CancellationToken ct = default) =>
        (await find.RunAsync(new(text, page), ct)).Match(
            found => new SearchFound([.. found.Citizens.Select(Hit)], found.Total)
            {
                Page = found.Page,
                PageSize = FindCitizens.PageSize,
            },
            _ => SearchFound.Nothing
        );

    private static SearchHit Hit(CitizenFound citizen) =>
        new(
            citizen.Name,
            CitizenPage.Url(citizen.Id),
            string.Join(
                " · ",
                new[]
                {
                    $"født {Danish.ShortDate(citizen.Born)}",
                    citizen.AddressProtected ? "adressen er beskyttet" : citizen.Address,
                    citizen.Team,
                    citizen.Worker,
                    citizen.HasLeft ? "bor ikke længere i kommunen" : null,
                    Near(citizen.Nearness),
                }.Where(part => part is not null)
            ),
            "citizen.name"
        );

    private static string? Near(CitizenNearness nearness) =>
        nearness switch
        {
            CitizenNearness.Own => "hos dig",
            CitizenNearness.Covered => "som du dækker i dag",
            CitizenNearness.Team => "i dit team",
            CitizenNearness.Running => null,
            _ => "ingen løbende sag",
        };
}
