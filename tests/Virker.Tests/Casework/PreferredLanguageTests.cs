using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Demo;
using Virker.Tests.Support;

namespace Virker.Tests.Casework;

public sealed class PreferredLanguageTests
{
    [Theory, EachDatabase]
    public async Task The_language_that_a_citizen_prefers_is_said_changed_and_taken_away(Dialect dialect)
    {
        await using var town = await WrittenTown.OnAsync(dialect);
        var (citizen, team, _) = await town.RunningCaseAsync();
        var anna = town.House.As(Role.CaseWorker, team);
        (await LanguageAsync()).ShouldBeNull();
        foreach (var said in new[] { PreferredLanguage.Ukrainian, PreferredLanguage.English, null })
        {
            await anna.DoneAsync(new SetPreferredLanguage(citizen, said));
            (await LanguageAsync()).ShouldBe(said);
        }

        (await town.House.As(Role.CompanyConsultant).RefusedAsync(new SetPreferredLanguage(citizen, null)))
            .ShouldBe("permission.denied");

        async Task<PreferredLanguage?> LanguageAsync() =>
            (await anna.DoneAsync(new SeeCitizen(citizen))).Citizen.PreferredLanguage;
    }

    [Fact]
    public async Task A_case_worker_sets_it_on_the_citizens_page()
    {
        await using var web = await WebHouse.OpenAsync();
        var worker = await web.AsAsync(Role.CaseWorker);
        var page = await worker.GetAsync($"/borgere/{web.Town.Own}");
        page.Words.ShouldContain("Foretrukket sprog Ikke oplyst");
        var set = await page.SubmitAsync("sprog", ("Language", "ar"));
        var shown = await worker.GetAsync(set.Location!);
        shown.Text.ShouldContain("Sproget er gemt.");
        shown.Words.ShouldContain("Foretrukket sprog Arabisk");
        (await shown.SubmitAsync("sprog", ("Language", "xx"))).Words.ShouldContain("Vælg et af sprogene.");
    }
}
