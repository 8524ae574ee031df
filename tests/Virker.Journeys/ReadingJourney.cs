using System.Text;
using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>
/// The clerk hands two papers in, follows the progress, corrects a doubt beside the source, and keeps one in the
/// library and
/// one as the committee's own.
/// </summary>
public sealed class ReadingJourney
{
    /// <summary>The second item's decision says nothing that is one; the day is told apart for each run.</summary>
    private const string Paper = """
        {0}

        REFERAT {1} (2022-2025)

        Mødedato Mandag d. 8. januar 2024 kl. 16:30

        Mødested Rådhuset, lokale 1

        Punkt 1: Godkendelse af dagsorden (B)

        Sagsnr.: 999-2022-1

        Åbent

        Beslutning i {1} den 8. januar 2024:

        Godkendt.

        Punkt 2: Status på bagerlærlinge (O)

        Sagsnr.: 999-2023-7

        Sagens indhold

        Status gives hvert halve år.

        Beslutning i {1} den 8. januar 2024:

        Der blev talt om brød.
        """;

    [Fact]
    public async Task Two_papers_are_read_one_doubt_is_corrected_and_both_are_kept()
    {
        await using var clerk = await Visit.AsAsync("clerk");
        await clerk.GoAsync("/udvalg/laesninger");
        await clerk.LookAsync();
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(
        [
            Text("eget.txt", await OwnAsync(clerk), "Bageriudvalget"),
                Text("andres.txt", "Andenby Kommune", "Brødudvalget"),
        ]);
        await Expect(clerk.Page.Locator(".upload-chosen li")).ToHaveCountAsync(2);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Læg op og læs" }).ClickAsync();
        await Expect(clerk.Page.Locator(".reading-progress")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(clerk.Page.GetByText("Læst", new() { Exact = true })).ToHaveCountAsync(2);
        await clerk.LookAsync();
        await clerk.LookOnAPhoneAsync();

        await CorrectAsync(clerk);
        await KeepAsync(clerk, "eget", "Gem som udvalgets eget");
        await Expect(clerk.Page.GetByText("Ingen uden for sekretariatet ser det").First).ToBeVisibleAsync();
        await clerk.GoAsync("/udvalg/laesninger");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Brødudvalget, 8. januar 2024" }).ClickAsync();
        await KeepAsync(clerk, "bibliotek", "Gem i biblioteket");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Se mødet" }).ClickAsync();
        await Expect(clerk.Page.GetByText("Papiret er fra Andenby Kommune").First).ToBeVisibleAsync();
    }

    private static async Task CorrectAsync(Visit clerk)
    {
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Bageriudvalget, 8. januar 2024" }).ClickAsync();
        await clerk.LookAsync();
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Gå til første tvivl" }).ClickAsync();
        await clerk.LookAsync();
        await clerk.LookOnAPhoneAsync();
        await clerk.Page.GetByLabel("Hvad blev besluttet").SelectOptionAsync("discussed");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).First.ClickAsync();
        await Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Fortryd rettelsen" })).ToBeVisibleAsync();
        await clerk.LookAsync();
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Se hele kilden" }).First.ClickAsync();
        await clerk.LookAsync();
        await clerk.GoAsync("/udvalg/laesninger/proever");
        await clerk.LookAsync();
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "eget.txt" }).ClickAsync();
    }

    private static async Task KeepAsync(Visit clerk, string form, string button)
    {
        await clerk.Page.Locator("summary", new() { HasText = button }).ClickAsync();
        await clerk.Page.Locator($"form:has(input[value='{form}'])").GetByRole(AriaRole.Button, new() { Name = button })
            .ClickAsync();
        await Expect(clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Se mødet" })).ToBeVisibleAsync();
        await clerk.LookAsync();
    }

    /// <summary>The municipality's name, as its pages say it.</summary>
    private static async Task<string> OwnAsync(Visit clerk) => (await clerk.Page.TitleAsync()).Split(" – ")[^1];

    private static FilePayload Text(string name, string municipality, string committee) => new()
    {
        Name = name, MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, Paper,
            municipality, committee)),
    };
}
