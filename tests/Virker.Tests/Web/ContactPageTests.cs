using Microsoft.Extensions.DependencyInjection;
using System.Text.RegularExpressions;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Structure;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// Nobody outside is asked to ring without a number, and the number stands where the municipality has written one.
/// </summary>
public sealed partial class ContactPageTests
{
    private static readonly (Role? Role, string Url)[] Pages =
    [
        (null, "/tid/0123456789abcdef0123456789abcdef"),
        (null, "/tid/0123456789abcdef0123456789abcdef?sprog=en"),
        (null, "/ledig-tid/0123456789abcdef0123456789abcdef"),
        (Role.Citizen, "/min-sag"),
        (Role.Citizen, "/min-sag/plan"),
        (Role.Citizen, "/min-sag/plan/udskrift"),
        (Role.Citizen, "/min-sag/opslag"),
        (Role.Company, "/min-virksomhed"),
    ];

    [Fact]
    public async Task Without_a_number_no_page_asks_one_to_ring_and_with_one_it_is_there()
    {
        await using var web = await WebHouse.OpenAsync();
        foreach (var words in await WordsAsync(web))
        {
            Rings().IsMatch(words).ShouldBeFalse(words);
            words.ShouldMatch("har ikke skrevet et telefonnummer|has not written a telephone number|ontakt kommunen");
        }

        await using (
            var scope = web.Scope(new Actor(NewId.Of<UserId>(), "Prøve", [RoleAssignment.Of(Role.Administrator)]))
        )
            (
                await scope
                    .ServiceProvider.GetRequiredService<IUseCase<SetMeetingPlace, Done>>()
                    .RunAsync(new("Jobcenteret", "Prøvevej 12", "00 00 00 12", "") { Hours = "Alle dage kl. 9–13" })
            ).Refusal.ShouldBeNull();
        foreach (var words in await WordsAsync(web))
            words.ShouldContain("00 00 00 12");
        (await (await web.AsAsync(Role.Citizen)).GetAsync("/min-sag")).Words.ShouldContain("Prøve Sagsbehandler");
        (await (await web.AsAsync(Role.Citizen)).GetAsync("/min-sag")).Words.ShouldContain("Alle dage kl. 9–13");
    }

    [Fact]
    public async Task A_link_that_does_not_work_says_how_to_get_another()
    {
        await using var web = await WebHouse.OpenAsync();
        var page = await web.Anybody().GetAsync(Pages[0].Url);
        var refused = await page.SubmitAsync("tid", ("Birthday", "01-01-1980"));
        refused.Status.ShouldBe(422);
        refused.Words.ShouldContain("Kontakt kommunen, så finder vi en tid");
        Rings().IsMatch(refused.Words).ShouldBeFalse();
    }

    /// <summary>Sentences for citizens and companies that name no number are in no text either.</summary>
    [Fact]
    public void No_text_asks_a_citizen_to_ring_the_jobcenter() =>
        Repository
            .Files.Where(f =>
                f.Path.StartsWith("src/") && (f.Is(".cs") || f.Is(".razor")) && !f.Path.StartsWith("src/Demo/")
            )
            .Where(f => RingsUs().IsMatch(f.Text()))
            .Select(f => f.Path)
            .ShouldBeEmpty();

    private static async Task<IReadOnlyList<string>> WordsAsync(WebHouse web)
    {
        var words = new List<string>();
        foreach (var (role, url) in Pages)
        {
            var answer = await (role is { } signedIn ? await web.AsAsync(signedIn) : web.Anybody()).GetAsync(url);
            answer.Status.ShouldBe(200, url);
            words.Add(answer.Words);
        }

        return words;
    }

    [GeneratedRegex(@"\b(ring|ringe|call)\b(?! (på )?\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Rings();

    [GeneratedRegex(@"ring(e)? til (jobcenter|kommunen|os\b)|call (us|the job)", RegexOptions.IgnoreCase)]
    private static partial Regex RingsUs();
}
