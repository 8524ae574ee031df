using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>Everybody gets in, by mouse, by keyboard alone and without script, on a desk and on a phone.</summary>
public sealed class SignInJourney
{
    internal static readonly string[] SignedIn =
    [
        "case-worker",
        "company-consultant",
        "youth-counsellor",
        "team-leader",
        "controller",
        "clerk",
        "politician",
        "data-protection-officer",
        "administrator",
        "citizen",
        "company",
        "plan-partner",
    ];

    public static TheoryData<string> Roles => [.. SignedIn];

    [Theory, MemberData(nameof(Roles))]
    public async Task A_start_page_for_each_role(string role)
    {
        await using var visit = await Visit.AsAsync(role);
        await visit.LookAsync();
    }

    [Fact]
    public async Task By_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.GoAsync("/log-ind");
        for (var presses = 0; presses < 60; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<string?>("() => document.activeElement?.dataset.role") == "clerk") break;
        }

        (
            await visit.Page.EvaluateAsync<string>(
                "() => getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow"
            )
        ).ShouldNotBe("nonenone", "the focus is seen");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(url => !url.Contains("/log-ind", StringComparison.Ordinal));
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_script_on_a_phone()
    {
        await using var visit = await Visit.AsAsync("case-worker", Screen.Phone, script: false);
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1);
        (await visit.Page.Locator("a[href='/borgere'], nav a").CountAsync()).ShouldBeGreaterThan(0);
    }
}
