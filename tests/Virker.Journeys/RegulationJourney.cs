using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// The year's rates: the controller reads them in and cannot approve them, the administrator does, and they are taken
/// back.
/// </summary>
public sealed class RegulationJourney
{
    [Fact]
    public async Task Rates_are_read_in_by_one_approved_by_another_and_rolled_back()
    {
        var name = $"Satser {Guid.NewGuid():N}"[..20];
        await using var controller = await Visit.AsAsync("controller");
        await controller.GoAsync("/regler/satsregulering");
        await controller.LookAsync();
        await controller.Page.GetByLabel("Navn").FillAsync(name);
        await controller
            .Page.GetByLabel("Eller indsæt linjerne")
            .FillAsync(
                "parameter;fra;til;værdi;kilde;status;kontrolleret\nsanction.amount.rate-1;2031-01-01;;213;prøve;unverified;2024-01-02"
            );
        await controller.Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind og vis ændringer" }).ClickAsync();
        await controller.Page.WaitForURLAsync("**/regler/satsregulering/*");
        await controller.LookAsync();
        await Expect(controller.Page.Locator("main table")).ToContainTextAsync("213 kr.");
        await Expect(controller.Page.GetByRole(AriaRole.Button, new() { Name = "Godkend" })).ToHaveCountAsync(0);

        await using var administrator = await Visit.AsAsync("administrator");
        await administrator.GoAsync("/regler/satsregulering");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Godkend og sæt i kraft" }).ClickAsync();
        await Expect(administrator.Page.GetByText("Gælder", new() { Exact = true })).ToBeVisibleAsync();
        await administrator.GoAsync("/regler/sanction.amount");
        await administrator.LookAsync();
        await Expect(administrator.Page.Locator("main")).ToContainTextAsync("213 kr.");

        await controller.Page.ReloadAsync();
        await controller.Page.GetByLabel("Hvorfor").FillAsync("Prøven er slut");
        await controller.Page.GetByRole(AriaRole.Button, new() { Name = "Rul tilbage" }).ClickAsync();
        await Expect(controller.Page.GetByText("Prøven er slut")).ToBeVisibleAsync();
        await controller.LookAsync();
    }
}
