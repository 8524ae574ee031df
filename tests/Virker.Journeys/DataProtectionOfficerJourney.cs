using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>A look without a relation waits for review; the officer reads why, and says whether it holds.</summary>
public sealed class DataProtectionOfficerJourney
{
    [Fact]
    public async Task Reviews_a_look_that_somebody_gave_a_reason_for()
    {
        var reason = $"Vikar for en kollega, sag {Guid.NewGuid():N}"[..40];
        await using (var worker = await Visit.AsAsync("case-worker"))
            await CaseWorkerJourney.OpenAnothersCitizenAsync(worker, reason);

        await using var officer = await Visit.AsAsync("data-protection-officer");
        await officer.GoAsync("/tilsyn/opslag");
        await officer.LookAsync();
        await Expect(officer.Page.Locator("main table")).ToContainTextAsync(reason);
        await officer.GoAsync("/tilsyn/gennemgang");
        await officer.LookAsync();
        await officer
            .Page.Locator("main tbody tr")
            .Filter(new() { HasText = reason })
            .GetByRole(AriaRole.Link)
            .First.ClickAsync();
        await officer.LookAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gem gennemgangen" }).ClickAsync();
        await Expect(officer.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await officer.Page.GetByLabel("Ja, opslaget er i orden").CheckAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gem gennemgangen" }).ClickAsync();
        await officer.Page.WaitForURLAsync("**/tilsyn/gennemgang");

        (await officer.Page.Locator("main").InnerTextAsync()).ShouldNotContain(reason);
        await officer.GoAsync("/tilsyn/aendringer");
        await officer.LookAsync();
    }
}
