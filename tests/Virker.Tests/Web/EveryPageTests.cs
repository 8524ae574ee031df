using System.Net;
using System.Text.RegularExpressions;
using Virker.Platform;
using Virker.Tests.Support;
using Virker.Web;
using Xunit.Abstractions;

namespace Virker.Tests.Web;

/// <summary>
/// Every page of every role, with its files and its sorted and filtered tables, on each database, in a house where
/// nothing answers at once.
/// </summary>
[Trait("Pace", "Slow")]
public sealed partial class EveryPageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Theory, EachDatabase]
    public async Task Every_page_and_file_of_every_role_answers(Dialect dialect)
    {
        var crawl = await Crawl.DoneAsync(dialect);

        output.WriteLine($"{crawl.Answers.Count} answers, {crawl.Sent.Count} forms sent, {Routes(crawl)} routes");
        crawl
            .Answers.Where(a => a.Answer.Status >= 500)
            .Select(a => $"{a.Who} {a.Address} {a.Answer.Status}")
            .ShouldBeEmpty();
        crawl
            .Sent.Where(s => s.Answer.Status >= 500)
            .Select(s => $"{s.Who} {s.Address} {s.Form} {s.Answer.Status}")
            .ShouldBeEmpty();
        crawl.Answers.Where(a => a.Took > Longest).Select(a => $"{a.Who} {a.Address} took {a.Took}").ShouldBeEmpty();
        crawl
            .Web.Lines.All.Where(l =>
                l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal)
            )
            .Select(l => l[..Math.Min(1500, l.Length)])
            .Take(3)
            .ShouldBeEmpty("errors in the log");
    }

    [Theory, EachDatabase]
    public async Task Every_kind_of_file_and_table_is_among_them(Dialect dialect)
    {
        var crawl = await Crawl.DoneAsync(dialect);
        var fine = crawl.Answers.Where(a => a.Answer.Status == 200).ToList();

        var types = fine.Select(a => a.Answer.Response.Content.Headers.ContentType?.MediaType).Distinct().ToList();
        foreach (
            var type in new[]
            {
                "text/html",
                "text/csv",
                "application/json",
                "application/pdf",
                "text/calendar",
                "application/atom+xml",
                ExportTable.XlsxType,
            }
        )
            types.ShouldContain(type);
        foreach (var asked in new[] { "sorter=", "retning=", "filter=", "udtraek=", "som=" })
            fine.Select(a => a.Address)
                .Where(a => a.Contains(asked, StringComparison.Ordinal))
                .Select(a => a.Split('?')[0])
                .Distinct()
                .Count()
                .ShouldBeGreaterThan(4, asked);
        Routes(crawl).ShouldBeGreaterThan(90);
        fine.Where(a => a.Address.Contains("udtraek=maal-", StringComparison.Ordinal))
            .Select(a => a.Answer.Response.Content.Headers.ContentDisposition?.FileNameStar)
            .ShouldContain("maal-stærke.csv");
    }

    [Fact]
    public async Task Every_file_that_the_public_can_fetch_has_a_fingerprint_so_that_it_is_fetched_once()
    {
        var crawl = await Crawl.DoneAsync();
        var files = crawl
            .Answers.Where(a =>
                a.Answer.Status == 200
                && a.Answer.Response.Content.Headers.ContentType?.MediaType != "text/html"
                && crawl.Addresses.RouteOf(a.Address)!.Metadata.GetMetadata<EndpointRuleAttribute>()?.Look
                    == Look.Public
            )
            .ToList();

        files.Select(a => a.Answer.Response.Content.Headers.ContentType!.MediaType).ShouldContain("application/pdf");
        files
            .Where(a => a.Answer.Response.Headers.ETag is null)
            .Select(a => crawl.Addresses.Named(a.Address))
            .Distinct()
            .ShouldBeEmpty();
    }

    /// <summary>
    /// White space that stands beside a branch in a page's source is not sent: what parts two sentences is written out.
    /// </summary>
    [Fact]
    public async Task No_sentence_runs_into_the_next()
    {
        var crawl = await Crawl.DoneAsync();
        var read = crawl
            .Answers.Where(a =>
                a.Answer.Status == 200 && a.Answer.Response.Content.Headers.ContentType?.MediaType == "text/html"
            )
            .GroupBy(a => (a.Who, crawl.Addresses.RouteOf(a.Address)!.RoutePattern.RawText))
            .Select(pages => pages.First())
            .ToList();

        read.Count.ShouldBeGreaterThan(400);
        read.SelectMany(a => RunTogether(a.Answer.Text).Select(s => $"{crawl.Addresses.Named(a.Address)}: {s}"))
            .Distinct()
            .ShouldBeEmpty();
        RunTogether("<p><strong>Skal aftales.</strong>Samtale nr. 2</p>").ShouldBe(["Skal aftales.Samtale nr. 2"]);
        RunTogether("<p>Aftalt.</p><p>Samtale nr. 2 kl. 9.00</p><a>Ja.</a> <b>Nej</b>").ShouldBeEmpty();
    }

    private static IEnumerable<string> RunTogether(string page) =>
        Block()
            .Split(Unread().Replace(page, ""))
            .Select(words => WebUtility.HtmlDecode(Tag().Replace(words, "")).Trim())
            .Where(words => Together().IsMatch(words));

    [GeneratedRegex(@"^[\s\S]*?<main|<(script|style|svg|template)[\s\S]*?</\1>|</main>[\s\S]*$")]
    private static partial Regex Unread();

    [GeneratedRegex(
        "</?(?:p|div|li|[uo]l|h\\d|t[dhr]|table|thead|tbody|tfoot|caption|d[tdl]|section|nav|form|label|fieldset|legend"
            + "|details|summary|button|option|select|header|footer|figure|br|main|input|textarea|article)\\b[^>]*>"
    )]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[a-zæøå][.!][A-ZÆØÅ][a-zæøå]")]
    private static partial Regex Together();

    /// <summary>How many kinds of address anybody was shown something at.</summary>
    private static int Routes(Crawl crawl) =>
        crawl
            .Answers.Where(a => a.Answer.Status == 200)
            .Select(a => crawl.Addresses.RouteOf(a.Address)!.RoutePattern.RawText)
            .Distinct()
            .Count();
}
