using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Casework;
using Virker.Kernel;
using Virker.Platform;
using Virker.Tests.Structure;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// What is typed in a long form is lost by nothing, without script too: it comes back to the one who typed it, to
/// nobody else, and goes when it has been saved.
/// </summary>
[Trait("Pace", "Slow")]
public sealed partial class KeptTextTests
{
    private const string Written = "Borgeren vil gerne prøve køkkenet igen, og vi har talt længe om det.";

    [Fact]
    public async Task A_text_sent_after_the_session_has_ended_stands_there_after_sign_in_for_the_same_user_only()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, url) = (await web.AsAsync(Role.CaseWorker), Note(web));
        var page = await worker.GetAsync(url);
        (await page.SignOutAsync()).Status.ShouldBe(302);
        var sent = await page.SubmitAsync("notat", ("Title", "Køkkenet"), ("Text", Written));
        (sent.Status, sent.Location!.StartsWith("/log-ind?retur=", StringComparison.Ordinal)).ShouldBe((302, true));
        (await worker.GetAsync(sent.Location!)).Words.ShouldContain("Det, du skrev, er beholdt");
        (await TextAsync(await web.AsAsync(Role.TeamLeader), url)).ShouldBeEmpty("it is nobody else's");
        var again = await web.AsAsync(Role.CaseWorker);
        (await TextAsync(again, url)).ShouldBe(Written);
        var saved = await (await again.GetAsync(url)).SubmitAsync("notat");
        saved.Status.ShouldBe(302, saved.Words);
        (await TextAsync(again, url)).ShouldBeEmpty("it is saved");
        Kept(web).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("token", 400)]
    [InlineData("refused", 422)]
    [InlineData("left", 204)]
    public async Task Whatever_kept_a_text_from_being_saved_it_stands_there_again(string why, int status)
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, url) = (await web.AsAsync(Role.CaseWorker), Note(web));
        (string, string)[] wrong = why switch
        {
            "token" => [("_formular", "andet")],
            "refused" => [("Title", "")],
            _ => [("_kun", "1")],
        };
        var sent = await (await worker.GetAsync(url)).SubmitAsync(
            "notat",
            [("Title", "Køkkenet"), ("Text", Written), .. wrong]
        );
        sent.Status.ShouldBe(status);
        if (why == "token") sent.Words.ShouldContain("Det, du skrev, er beholdt.");
        var back = await worker.GetAsync(url);
        (
            back.Document.QuerySelector("textarea[name='Text']")!.TextContent.Trim(),
            back.Words.Contains("er hentet frem")
        ).ShouldBe((Written, true));
        (await back.SubmitAsync("notat", ("_glem", "1"))).Status.ShouldBe(302);
        (await TextAsync(worker, url)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_met_an_error_stands_there_again_and_the_error_page_says_so()
    {
        await using var web = await WebHouse.OpenAsync(also: services =>
            services.Replace(ServiceDescriptor.Scoped<IUseCase<WriteNote, NoteWritten>, Broken>())
        );
        var (worker, url) = (await web.AsAsync(Role.CaseWorker), Note(web));
        var sent = await (await worker.GetAsync(url)).SubmitAsync("notat", ("Title", "Køkkenet"), ("Text", Written));
        (sent.Status, sent.Text.Contains("Det, du skrev, er beholdt")).ShouldBe((500, true));
        (await TextAsync(worker, url)).ShouldBe(Written);
    }

    [Fact]
    public async Task A_colleagues_newer_text_is_not_overwritten_and_what_was_typed_can_be_read()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, colleague, url) = (
            await web.AsAsync(Role.CaseWorker),
            await web.AsAsync(Role.TeamLeader),
            $"/borgere/{web.Town.Own}/notater/{web.Town.Note}"
        );
        var page = await worker.GetAsync(url);
        (await (await colleague.GetAsync(url)).SubmitAsync("notat", ("Text", "Kollegaens nyere ord."))).Status.ShouldBe(
            302
        );
        (await page.SubmitAsync("notat", ("Text", Written), ("_kun", "1"))).Status.ShouldBe(204);
        var back = await worker.GetAsync(url);
        back.Document.QuerySelector("textarea[name='Text']")!.TextContent.Trim().ShouldBe("Kollegaens nyere ord.");
        back.Document.QuerySelector(".kept-text")!.ParentElement!.TextContent.ShouldContain(Written);
    }

    [Fact]
    public async Task What_is_kept_is_sealed_and_gone_after_a_working_day()
    {
        await using var web = await WebHouse.OpenAsync();
        var (worker, url) = (await web.AsAsync(Role.CaseWorker), Note(web));
        (await (await worker.GetAsync(url)).SubmitAsync("notat", ("Text", Written), ("_kun", "1"))).Status.ShouldBe(
            204
        );
        var file = Kept(web).ShouldHaveSingleItem();
        File.ReadAllText(file).ShouldNotContain("køkkenet");
        web.Clock.Advance(TimeSpan.FromHours(13));
        (await TextAsync(await web.AsAsync(Role.CaseWorker), url)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_form_with_a_long_text_keeps_it()
    {
        var forms = Repository
            .Files.Where(f => f.Is(".razor") && f.Path.StartsWith("src/Web/Pages/", StringComparison.Ordinal))
            .SelectMany(f => AForm().Matches(f.Text()).Select(m => (f.Path, Text: m.Value)))
            .ToList();
        forms.Count.ShouldBeGreaterThan(60);
        forms
            .Where(f => ALongText().IsMatch(f.Text) && !f.Text.Contains("Autosave=\"true\"", StringComparison.Ordinal))
            .Select(f => f.Path)
            .ShouldBeEmpty();
        ALongText().IsMatch("<TextField Name=\"Reason\" MaxLength=\"300\" />").ShouldBeTrue();
    }

    [GeneratedRegex("<(Form|Confirm)\\s+Name=.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex AForm();

    /// <summary>A text of some lines, or a field for 200 letters or more.</summary>
    [GeneratedRegex(
        "<TextArea\\b|<textarea\\b|MaxLength=\"([2-9]\\d\\d|\\d{4,})\"|<StepFieldsPart|AsksReason=\"true\""
    )]
    private static partial Regex ALongText();

    private sealed class Broken : IUseCase<WriteNote, NoteWritten>
    {
        public Task<Outcome<NoteWritten>> RunAsync(WriteNote request, CancellationToken ct = default) =>
            throw new InvalidOperationException("It fails.");
    }

    private static IReadOnlyList<string> Kept(WebHouse web) =>
        [
            .. Directory
                .EnumerateFiles(web.Folder, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "kladder"),
        ];

    private static string Note(WebHouse web) => $"/borgere/{web.Town.Own}/notater/nyt";

    private static async Task<string> TextAsync(Visitor visitor, string url) =>
        (await visitor.GetAsync(url)).Document.QuerySelector("textarea[name='Text']")!.TextContent.Trim();
}
