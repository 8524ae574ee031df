using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Structure;
using Virker.Tests.Support;
using Virker.Web;
using Virker.Web.Pages.Rules.Law;

namespace Virker.Tests.Web;

/// <summary>The law's pages: open to everybody, asked without script, and regulated by two.</summary>
[Trait("Pace", "Slow")]
public sealed class LawPagesTests
{
    [Fact]
    public async Task Anybody_asks_a_rule_and_gets_the_answer_with_its_reason_and_paragraph()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await web.Anybody().GetAsync("/regler/refund.percentage");
        page.Status.ShouldBe(200);
        page.Document.QuerySelectorAll("table").Length.ShouldBeGreaterThan(3);
        var answer = await page.SubmitAsync("spoerg", ("Dag", "04-03-2024"), ("F_week", "27"));
        answer.Status.ShouldBe(200);
        answer.Words.ShouldContain("staten refunderer 30 pct.");
        answer.Document.QuerySelector(".rule-answer")!.TextContent.ShouldContain("§ 5");
        var compared = await (await web.Anybody().GetAsync("/regler/contact_course.conversations")).SubmitAsync(
            "spoerg",
            ("Dag", "01-02-2024"),
            ("Mod", "01-08-2026"),
            ("F_benefit", "dagpenge")
        );
        compared.Words.ShouldContain("Svar efter loven den 01-02-2024");
        compared.Words.ShouldContain("Svar efter loven den 01-08-2026");
        compared.Words.ShouldContain("75 pct. af gruppen");
        (await page.SubmitAsync("spoerg", ("Dag", "04-03-2024"), ("F_week", "nul"))).Status.ShouldBe(422);
        var without = await page.SubmitAsync("spoerg", ("Dag", "04-03-2014"), ("F_week", "27"));
        without.Status.ShouldBe(422);
        without.Words.ShouldContain("gælder først fra 4. januar 2016");
    }

    [Fact]
    public async Task Every_rules_page_answers_as_the_law_does_or_says_what_it_lacks()
    {
        await using var web = await WebHouse.OpenAsync();
        var (anybody, answered, refused) = (web.Anybody(), 0, 0);
        foreach (var rule in RuleBook.Every)
        {
            var page = await anybody.GetAsync(RulePage(rule.Id));
            page.Status.ShouldBe(200, rule.Id);
            var form = SentForm.Of(page, RulePage(rule.Id)).Single(f => f.Name == "spoerg");
            var answer = await anybody.PostAsync(form.Action, form.Fields);
            var fields = form.Fields.ToDictionary();
            var reading = new FieldReading(web.Clock.Today);
            var expected = RuleBook
                .Over(Lawbook.Current)
                .Ask(RuleQuestion.Read(rule, fields.GetValueOrDefault, reading));
            string[] says = reading.And(expected.IsRefused ? RuleQuestion.Said(expected.Refusal, rule) : null)
                is { } refusal
                ? [.. refusal.Every().Select(r => r.Text)]
                : [expected.Value.Finding.Why];
            answer.Status.ShouldBe(expected.IsRefused ? 422 : 200, rule.Id);
            foreach (var words in says) answer.Words.ShouldContain(Plain(words), customMessage: rule.Id);
            if (expected.IsRefused) refused++;
            else answered++;
        }

        answered.ShouldBeGreaterThan(5);
        refused.ShouldBeGreaterThan(5);
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_value_that_has_moved_is_drawn_as_a_line_with_its_table()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await web.Anybody().GetAsync("/regler/contact_course.conversations");
        page.Document.QuerySelectorAll("figure.chart svg").Length.ShouldBeGreaterThan(0);
        page.Document.QuerySelector("figure.chart svg desc")!.TextContent.ShouldContain("fra 01-01-2024");
    }

    [Fact]
    public void Where_a_rule_is_used_is_read_from_the_program()
    {
        LawUses.Of("refund.percentage").Select(u => u.Name).ShouldContain("/oekonomi/refusion");
        LawUses.Of("refund.percentage").Select(u => u.Name).ShouldContain("SeeRefundSplit");
        LawUses.Of("refund.cofinancing").Select(u => u.Name).ShouldContain("/regler/simulering");
        LawUses.Of("igu.school_weeks").Select(u => u.Name).ShouldNotContain("/oekonomi/refusion");
        LawUses.Of("igu.school_weeks").Select(u => u.Name).ShouldNotContain("/borgere");
        foreach (var rule in RuleBook.Every) LawUses.Of(rule.Id).ShouldBe(LawUseReader.Of(rule.Id), rule.Id);
    }

    [Fact]
    public async Task What_if_is_the_controllers_and_the_answer_stands_on_the_page()
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var role in Role.SignedIn)
        {
            var visitor = await web.AsAsync(role);
            (await visitor.GetAsync("/regler/simulering")).Status.ShouldBe(
                role == Role.Controller ? 200 : 403,
                role.Name
            );
            (
                await visitor.GetAsync("/regler/simulering/sager?parameter=refund.percentage.weeks-1-4&vaerdi=30")
            ).Status.ShouldBe(role == Role.Controller ? 400 : 403, role.Name);
            (await visitor.GetAsync("/regler/satsregulering")).Status.ShouldBe(
                role == Role.Controller || role == Role.Administrator ? 200 : 403,
                role.Name
            );
        }

        var page = await (await web.AsAsync(Role.Controller)).GetAsync(
            "/regler/simulering?parameter=refund.percentage.weeks-1-4&vaerdi=mange"
        );
        page.Words.ShouldContain("er ikke et tal");
    }

    /// <summary>The clock stands on 2 January 2024; many of the law's values have newer ones.</summary>
    [Fact]
    public async Task What_holds_now_is_what_holds_on_the_day_and_not_the_newest_that_is_known()
    {
        await using var web = await WebHouse.OpenAsync();
        var options = (await (await web.AsAsync(Role.Controller)).GetAsync("/regler/simulering"))
            .Document.QuerySelectorAll("#parameter option")
            .ToDictionary(o => o.GetAttribute("value")!, o => o.TextContent);
        var renewed = Lawbook
            .Current.All.Where(p => !p.IsText && p.Values[^1].From > web.Clock.Today && options.ContainsKey(p.Name))
            .ToList();
        renewed.Count.ShouldBeGreaterThan(10);
        foreach (var parameter in Lawbook.Current.All.Where(p => !p.IsText && options.ContainsKey(p.Name)))
        {
            var expected = parameter
                .On(web.Clock.Today)
                .Match(
                    known =>
                        known.Held.Value is { } value
                            ? $"(nu {LawWords.Value(parameter, value)})"
                            : "(har ingen værdi i dag)",
                    _ => "(ikke kendt i dag)"
                );
            options[parameter.Name].ShouldEndWith(expected);
        }
    }

    [Fact]
    public async Task A_regulation_is_read_in_by_the_controller_approved_by_the_administrator_and_rolled_back()
    {
        await using var web = await WebHouse.OpenAsync();
        var (controller, administrator) = (await web.AsAsync(Role.Controller), await web.AsAsync(Role.Administrator));
        var form = await controller.GetAsync("/regler/satsregulering");
        var wrong = await form.SubmitAsync(
            "regulering",
            ("Title", "Satser"),
            ("Text", $"{RegulationFile.Header}\nfindes.ikke;2027-01-01;;4;star.dk;verified;2023-12-15")
        );
        wrong.Status.ShouldBe(422);
        wrong.Words.ShouldContain("Linje 2: Der er ingen parameter");
        var sent = await form.SubmitAsync(
            "regulering",
            ("Title", "Satser for 2027"),
            ("Text", $"{RegulationFile.Header}\nsanction.amount.rate-1;2027-01-01;;210;star.dk;verified;2023-12-15")
        );
        sent.Status.ShouldBe(302);
        var own = await controller.GetAsync(sent.Location!);
        own.Words.ShouldContain("200 kr.");
        own.Words.ShouldContain("210 kr.");
        own.Document.Forms.ShouldNotContain(f => f.TextContent.Contains("Godkend og sæt i kraft"));

        (await (await administrator.GetAsync(sent.Location!)).SubmitAsync("godkend")).Status.ShouldBe(302);
        (await web.Anybody().GetAsync("/regler/sanction.amount?dag=01-02-2027")).Words.ShouldContain("210 kr.");
        (
            await (await controller.GetAsync(sent.Location!)).SubmitAsync(
                "stop",
                ("Reason", "Bekendtgørelsen er rettet")
            )
        ).Status.ShouldBe(302);
        (await web.Anybody().GetAsync("/regler/sanction.amount?dag=01-02-2027")).Words.ShouldNotContain("210 kr.");
    }

    private static string RulePage(string rule) => $"/regler/{rule}";
}
