using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Rules;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class KnowledgeTests
{
    private static readonly DateOnly Day = new(2024, 1, 2);

    [Theory, EachDatabase]
    public async Task An_article_stands_at_its_step_is_found_by_its_words_and_keeps_its_editions(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        var first = await leader.DoneAsync(Written(office.Today) with { Publish = false });
        (await office.Anna.DoneAsync(new SeeArticles())).All.ShouldBeEmpty("a draft is its editors'");
        (await office.Anna.RefusedAsync(new SeeArticle(first.Id))).ShouldBe("article.not-found");
        (await leader.DoneAsync(new SeeArticles() { Step = WorkStep.Plan })).All.ShouldBeEmpty(
            "no draft stands at a step"
        );
        await leader.DoneAsync(
            Written(office.Today) with
            {
                Id = first.Id,
                Version = 1,
                Body = "Skriv ÆBLE og udsagnsord først.",
            }
        );
        (await office.Anna.DoneAsync(new SeeArticles() { Step = WorkStep.Plan }))
            .All.Single()
            .Title.ShouldBe("Gode trin");
        (await office.Anna.DoneAsync(new SeeArticles() { Step = WorkStep.Booking })).All.ShouldBeEmpty();
        (await office.Anna.DoneAsync(new SeeArticles("æble trin"))).All.Count.ShouldBe(1);
        (await office.Anna.DoneAsync(new SeeArticles("æble fravær"))).All.ShouldBeEmpty(
            "every word must be there"
        );
        var article = await office.Anna.DoneAsync(new SeeArticle(first.Id));
        (article.Edition, article.MayEdit, article.Earlier.Single().Body).ShouldBe(
            (2, false, "Et trin begynder med et udsagnsord.")
        );
        (
            await leader.RefusedAsync(
                Written(office.Today) with
                {
                    Id = first.Id,
                    Version = 1,
                }
            )
        ).ShouldBe("article.changed-meanwhile");
        (await office.Anna.RefusedAsync(Written(office.Today))).ShouldBe(
            "permission.denied"
        );
        office.House.Clock.Advance(TimeSpan.FromDays(400));
        (await office.Anna.DoneAsync(new SeeArticles())).All.Single().IsOld.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Words_are_found_in_any_form_of_them_and_at_the_end_of_a_compound(Dialect dialect)
    {
        await using var office = await JobOffice.OpenAsync(dialect);
        var leader = office.House.As(Role.TeamLeader, office.Team.Value);
        await leader.DoneAsync(
            Written(office.Today) with
            {
                Title = "Indkaldelsen",
                Body = "Jobsamtalerne holdes af sagsbehandleren, og afbud skrives i sygedagpengesagen.",
            }
        );
        async Task<int> Hits(string text) => (await office.Anna.DoneAsync(new SeeArticles(text))).All.Count;
        foreach (
            var form in new[]
            {
                "indkaldelse",
                "indkaldelserne",
                "jobsamtale",
                "samtaler",
                "samtalernes",
                "sagsbehandlere",
                "sager",
                "behandleren",
                "Jobsamtaler sag",
            }
        )
            (await Hits(form)).ShouldBe(1, form);
        foreach (var other in new[] { "samtykke", "afslag", "samtaler ferie", "slaget" })
            (await Hits(other)).ShouldBe(0, other);
        await leader.DoneAsync(
            Written(office.Today) with
            {
                Title = "Andet",
                Body = "Husk indkaldelser.",
            }
        );
        (await office.Anna.DoneAsync(new SeeArticles("indkaldelse")))
            .All.Select(a => a.Title)
            .ShouldBe(["Indkaldelsen", "Andet"], "the word in the title comes first");
    }

    [Fact]
    public void A_paragraph_is_named_only_with_the_rule_that_it_comes_from()
    {
        var quoting = Written(Day) with { Body = "Se § 31." };
        SaveArticleHandler.Decide(quoting, Day)!.Code.ShouldBe("article.law-without-rule");
        SaveArticleHandler
            .Decide(quoting with { Rules = ["contact_course.opfundet"] }, Day)!
            .Code.ShouldBe("article.rule");
        SaveArticleHandler.Decide(quoting with { Rules = ["contact_course.schedule"] }, Day).ShouldBeNull();
        SaveArticleHandler
            .Decide(Written(Day) with { Kind = KnowledgeKind.Film, Film = "javascript:alert(1)" }, Day)!
            .Code.ShouldBe("article.film");
        SaveArticleHandler.Decide(Written(Day) with { ReviewBy = Day }, Day)!.Code.ShouldBe("article.review");
    }

    private static SaveArticle Written(DateOnly today) =>
        new(null, 0, "Gode trin", KnowledgeKind.Procedure)
        {
            Steps = [WorkStep.Plan],
            Summary = "Kort",
            Body = "Et trin begynder med et udsagnsord.",
            ReviewBy = today.AddYears(1),
            Publish = true,
        };
}
