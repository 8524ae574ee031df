using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>A row that stands as a card says no label without a value.</summary>
public sealed class CardLabelTests
{
    [Fact]
    public async Task No_label_stands_alone_on_any_list_that_can_be_cards()
    {
        await using var web = await WebHouse.OpenAsync();
        var (labels, empty) = (0, 0);
        foreach (
            var (role, pages) in new (Role, string[])[]
            {
                (
                    Role.CaseWorker,
                    [
                        "/i-dag",
                        "/borgere",
                        "/borgere?sager=alle",
                        "/",
                        $"/borgere/{web.Town.Own}",
                        $"/borgere/{web.Town.Hidden}",
                        $"/borgere/{web.Town.Own}/samtaler",
                        "/sygedagpenge",
                        "/beskeder",
                        "/tider",
                    ]
                ),
                (
                    Role.TeamLeader,
                    [
                        "/",
                        $"/i-dag/team/{web.Town.Job}",
                        $"/team/{web.Town.Job}/belastning",
                        $"/i-dag?team={web.Town.Job}",
                        "/kommunens-valg",
                    ]
                ),
                (Role.Administrator, ["/brugere", "/drift"]),
                (Role.Citizen, ["/min-sag", "/min-sag/opslag"]),
                (Role.Company, ["/min-virksomhed"]),
            }
        )
        {
            var visitor = await web.AsAsync(role);
            foreach (var url in pages)
            {
                var page = (await visitor.GetAsync(url)).Document;
                var cells = page.QuerySelectorAll(".table-stacked td").ToList();
                cells
                    .Where(c =>
                        c.HasAttribute("data-label")
                        && c.TextContent.Trim().Length == 0
                        && c.QuerySelector("input, button, img, svg, a") == null
                    )
                    .ShouldBeEmpty($"{role.Name} {url}");
                cells
                    .Where(c =>
                        !c.HasAttribute("data-label") && c.TextContent.Trim().Length == 0 && c.InnerHtml.Length > 0
                    )
                    .ShouldBeEmpty($"{role.Name} {url}: only what is quite empty is left out of a card");
                (labels, empty) = (
                    labels + cells.Count(c => c.HasAttribute("data-label")),
                    empty + cells.Count(c => c.InnerHtml.Length == 0)
                );
            }
        }

        labels.ShouldBeGreaterThan(30);
        empty.ShouldBeGreaterThan(0, "there were values that are not there");
    }
}
