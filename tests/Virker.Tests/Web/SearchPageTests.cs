using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// A search says how many it found and which it shows, leafs without the words standing in an address, and says what it
/// does not find.
/// </summary>
public sealed class SearchPageTests
{
    [Fact]
    public async Task One_leafs_through_all_hits()
    {
        await using var web = await WebHouse.OpenAsync();
        await using (var scope = web.Scope(Actor.System)) await CrowdAsync(scope.ServiceProvider, 64);
        var worker = await web.AsAsync(Role.CaseWorker);
        var page = await (await worker.GetAsync("/soeg")).SubmitAsync("soeg", ("Text", "mangfoldig"));
        page.Words.ShouldContain("Viser 1–30 af 64");
        page.Words.ShouldContain("findes kun på hele CPR-nummeret");
        var seen = Hits(page);
        foreach (var (number, says) in new[] { (2, "Viser 31–60 af 64"), (3, "Viser 61–64 af 64") })
        {
            var pager = (IHtmlFormElement)page.Document.QuerySelector("form.pager")!;
            var fields = pager
                .QuerySelectorAll("input[type=hidden]")
                .Cast<IHtmlInputElement>()
                .ToDictionary(i => i.Name!, i => i.Value);
            fields["Page"] = pager.QuerySelectorAll("button").Last().GetAttribute("value")!;
            page = await worker.PostAsync("/soeg", fields);
            page.Words.ShouldContain(says, customMessage: $"{number}");
            page.Response.RequestMessage!.RequestUri!.ToString().ShouldNotContain("mangfoldig");
            seen.AddRange(Hits(page));
        }

        seen.Distinct().Count().ShouldBe(64);
        (
            await (await worker.GetAsync("/soeg")).SubmitAsync("soeg", ("Text", "ingen hedder sådan"))
        ).Words.ShouldContain("Børn under 15 år");
    }

    private static List<string> Hits(WebAnswer page) =>
        [.. page.Document.QuerySelectorAll(".hit-list a").Select(a => a.GetAttribute("href")!)];

    private static Task CrowdAsync(IServiceProvider scope, int people) =>
        scope.TakeInAsync(
            Enumerable.Range(0, people).Select(i => new DateOnly(1960, 1, 1).AddDays(i)).Select((born, i) =>
                new RegisteredCitizen(NewId.Of<CitizenId>(), SmallTown.CprOf(born), $"Nr{i}", "Mangfoldig")
                {
                    AddressProtected = true,
                    ResidenceFrom = born,
                }
            )
        );
}
