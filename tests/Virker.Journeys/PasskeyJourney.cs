using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>Somebody makes a passkey on their account page, signs out, and signs in with it alone.</summary>
public sealed class PasskeyJourney
{
    [Fact]
    public async Task A_passkey_is_made_and_opens_the_door()
    {
        await using var visit = await Visit.AsAsync("administrator");
        await PlugInAsync(visit);
        await visit.GoAsync("/konto");
        await visit.LookAsync();
        var form = visit.Page.Locator("[data-passkey='create']");
        await form.Locator("input[name='KeyName']").FillAsync("Kontorets computer");
        await form.Locator("button[type='submit']").ClickAsync();
        await Expect(visit.Page.GetByText("Kontorets computer").First).ToBeVisibleAsync();
        await visit.LookAsync();

        await visit.Page.Locator("form[action='/log-ud'] button").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/log-ind");
        await visit.Page.Locator("[data-passkey='get'] button[type='submit']").ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("/log-ind", StringComparison.Ordinal));
        await visit.GoAsync("/konto");
        await Expect(visit.Page.GetByText("Kontorets computer").First).ToBeVisibleAsync();
    }

    /// <summary>A security key of the browser's own making, whose owner always says yes.</summary>
    private static async Task PlugInAsync(Visit visit)
    {
        var devtools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
