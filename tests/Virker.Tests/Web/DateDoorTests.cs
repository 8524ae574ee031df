using AngleSharp.Dom;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// Every day that can be written in the product, in a field or in an address: one that makes no sense is said to be so
/// at its field, and nothing falls over.
/// </summary>
public sealed class DateDoorTests
{
    private const int MostPages = 400;

    private static readonly string[] Senseless = ["01-01-0024", "12-04-2204", "31-12-9999", "31-02-2024"];

    private static readonly string[] Asked =
    [
        "/tilsyn/opslag?til=",
        "/tilsyn/opslag?fra=",
        "/tilsyn/aendringer?til=",
        "/tilsyn/aendringer?fra=",
        "/regler?dag=",
        "/regler/aendringer?dag=",
        "/regler/refund.percentage?dag=",
        "/regler/simulering?parameter=refund.percentage.weeks-1-4&vaerdi=60&lov=",
        "/regler/simulering?parameter=refund.percentage.weeks-1-4&vaerdi=60&fra=",
        "/regler/simulering?parameter=refund.percentage.weeks-1-4&vaerdi=60&til=",
    ];

    [Fact]
    [Trait("Pace", "Slow")]
    public async Task Every_date_field_refuses_a_day_outside_its_days_by_name()
    {
        await using var web = await WebHouse.OpenAsync();
        var fields = new HashSet<string>();
        foreach (var role in Role.SignedIn)
        {
            var visitor = await web.AsAsync(role);
            foreach (var (address, form, field) in await DateFieldsAsync(web, visitor))
            {
                if (!fields.Add($"{form}/{field}")) continue;
                foreach (var written in Senseless)
                {
                    var answer = await SentAsync(visitor, address, form, (field, written));
                    answer.Status.ShouldBe(422, $"{role.Id} {address} {form} {field} {written}");
                    var error = answer
                        .Document.QuerySelector($"[name='{field}']")
                        ?.ParentElement?.ParentElement?.QuerySelector(".form-error-message")
                        ?.TextContent;
                    error.ShouldNotBeNull($"{role.Id} {address} {form} {field} {written}: {answer.Words}");
                    (
                        error.Contains("skal ligge mellem", StringComparison.Ordinal)
                        || error.Contains("kalenderen", StringComparison.Ordinal)
                    ).ShouldBeTrue(error);
                    answer.Document.Title.ShouldNotBeNull().ShouldStartWith("Fejl: ");
                }
            }
        }

        fields.Count.ShouldBeGreaterThan(20, string.Join(' ', fields));
    }

    [Fact]
    public async Task A_day_in_an_address_that_makes_no_sense_is_said_and_never_falls_over()
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in new[] { Role.DataProtectionOfficer, Role.Controller })
        {
            var visitor = await web.AsAsync(role);
            foreach (var address in Asked)
            {
                foreach (var written in Senseless)
                {
                    var answer = await visitor.GetAsync(address + written);
                    if (answer.Status is 403 or 404) continue;
                    answer.Status.ShouldBe(422, $"{role.Id} {address}{written}");
                    (
                        answer.Words.Contains("skal ligge mellem", StringComparison.Ordinal)
                        || answer.Words.Contains("kalenderen", StringComparison.Ordinal)
                    ).ShouldBeTrue($"{address}{written}: {answer.Words}");
                }

                (await visitor.GetAsync(address + "12%2F4%2F24")).Words.ShouldNotContain("Skriv datoen som");
            }
        }
    }

    [Fact]
    public async Task A_day_is_typed_as_people_write_it_or_picked_and_what_is_picked_counts()
    {
        await using var web = await WebHouse.OpenAsync();
        var visitor = await web.AsAsync(Role.CaseWorker);
        var page = await visitor.GetAsync("/tider/fravaer");
        var picker = page.Document.QuerySelector("[data-picks='felt-from']").ShouldNotBeNull();
        picker.GetAttribute("type").ShouldBe("date");
        picker.GetAttribute("max")!.ShouldStartWith("20");
        var day = web.Clock.Today().AddDays(40);
        await page.SubmitAsync(
            "fravaer",
            ("From", $"{day.Day}/{day.Month}/{day:yy}"),
            ("To", "noget andet"),
            ("_dag-To", day.AddDays(1).ToString("yyyy-MM-dd"))
        );
        (await web.CountAsync($"select count(*) from worker_absences")).ShouldBe(1);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_each_leads_to_its_field()
    {
        await using var web = await WebHouse.OpenAsync();
        var answer = await SentAsync(
            await web.AsAsync(Role.CaseWorker),
            "/tider",
            "aabn",
            ("From", "x"),
            ("To", "31-12-9999"),
            ("First", "27"),
            ("Last", ""),
            ("Minutes", "længe")
        );
        answer.Status.ShouldBe(422);
        var links = answer
            .Document.QuerySelectorAll(".error-summary a")
            .Select(a => a.GetAttribute("href")!.Split('#')[1])
            .ToList();
        links.ShouldBe(["felt-from", "felt-to", "felt-days", "felt-first", "felt-last", "felt-minutes"]);
        links.ShouldEachBe(id => answer.Document.GetElementById(id) != null);
        answer.Words.ShouldContain("Der er 6 fejl");
    }

    private static async Task<WebAnswer> SentAsync(
        Visitor visitor,
        string address,
        string form,
        params (string, string)[] filled
    )
    {
        var answer = await (await visitor.GetAsync(address)).SubmitAsync(form, filled);
        return answer.Status is 302 or 303 && answer.Location is { } to ? await visitor.GetAsync(to) : answer;
    }

    /// <summary>
    /// Follows the role's links, one address for each that reads alike, and finds the fields beside a calendar.
    /// </summary>
    private static async Task<List<(string Address, string Form, string Field)>> DateFieldsAsync(
        WebHouse web,
        Visitor visitor
    )
    {
        var addresses = new Addresses(web.Services, new Dictionary<Guid, string>());
        var (seen, waiting, found) = (
            new HashSet<string>(),
            new Queue<string>(["/"]),
            new List<(string, string, string)>()
        );
        while (waiting.TryDequeue(out var address) && seen.Count < MostPages)
        {
            if (!seen.Add(Addresses.Id().Replace(addresses.Named(address.Split('?')[0]), "{id}"))) continue;
            var page = await visitor.GetAsync(address);
            if (page.Status != 200 || page.Response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            found.AddRange(
                page.Document.QuerySelectorAll("[data-picks]")
                    .Where(p => FormOf(p).Length > 0)
                    .Select(p => (address, FormOf(p), p.GetAttribute("name")![5..]))
            );
            foreach (
                var link in page
                    .Document.QuerySelectorAll("a[href^='/']")
                    .Select(a => a.GetAttribute("href")!.Split('#')[0])
                    .Where(l => !l.StartsWith("//", StringComparison.Ordinal))
            )
                waiting.Enqueue(link);
        }

        return found;
    }

    private static string FormOf(IElement field) =>
        field.Closest("form")?.QuerySelector("input[name='_handler']")?.GetAttribute("value") ?? "";
}
