using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Structure;

/// <summary>
/// The exposure snapshot: every role × every address × their own, another's and a neighbouring municipality's data,
/// down to the field. It stands in the repository, and a release that changes who can see what fails until somebody has
/// approved it.
/// </summary>
[Trait("Pace", "Slow")]
public sealed partial class ExposureTests
{
    private const string Approve = "VIRKER_APPROVE_EXPOSURE";

    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "Virker.Tests", "Structure", "exposure.approved.txt");

    [Fact]
    public async Task Nobody_sees_more_or_less_than_was_approved()
    {
        var crawl = await Crawl.DoneAsync();
        var addresses = crawl.Addresses;

        crawl
            .Answers.Where(a => a.Answer.Status >= 500)
            .Select(a => $"{a.Who} {addresses.Named(a.Address)} {a.Answer.Status}")
            .Distinct()
            .ShouldBeEmpty();
        crawl
            .Answers.Where(a => a.Answer.Text.Contains(Towns.Canary, StringComparison.OrdinalIgnoreCase))
            .Select(a => $"{a.Who} {a.Address}")
            .ShouldBeEmpty("a word of another municipality");
        // The journal holds every change with before and after, and the officer who watches over it reads it whole.
        crawl
            .Answers.Where(a =>
                a.Who is not ("clerk" or "politician")
                && !(
                    a.Who == "data-protection-officer"
                    && a.Address.StartsWith("/tilsyn/aendringer", StringComparison.Ordinal)
                )
                && a.Answer.Text.Contains(SmallCouncil.Secret, StringComparison.OrdinalIgnoreCase)
            )
            .Select(a => $"{a.Who} {a.Address}")
            .ShouldBeEmpty("a word of a closed item");
        crawl
            .Sent.Where(s => s.Answer.Text.Contains(Towns.Canary, StringComparison.OrdinalIgnoreCase))
            .Select(s => $"{s.Who} {s.Address} {s.Form}")
            .ShouldBeEmpty("a word of another municipality");
        crawl
            .Sent.Where(s =>
                s.Who is not ("clerk" or "politician")
                && s.Answer.Text.Contains(SmallCouncil.Secret, StringComparison.OrdinalIgnoreCase)
            )
            .Select(s => $"{s.Who} {s.Address} {s.Form}")
            .ShouldBeEmpty("a word of a closed item");
        Unmarked(crawl, crawl.Towns).ShouldBeEmpty("personal data that no data-field marks");
        Check([.. Exposure.Of(crawl, addresses), .. Exposure.OfForms(crawl, addresses)]);
    }

    /// <summary>
    /// A form is there, and so is handled, for those who may do what it does; whoever sends it without having been
    /// shown it is refused, whatever stands in it.
    /// </summary>
    [Fact]
    public async Task A_form_that_one_is_not_shown_is_refused_when_one_sends_it()
    {
        var crawl = await Crawl.DoneAsync();

        crawl
            .Sent.Where(s => !s.WasShown && s.WasTaken)
            .Select(s => $"{s.Who} {crawl.Addresses.Named(s.Address)} form {s.Form} {s.Answer.Status}")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBeEmpty();
        crawl.Sent.Count(s => !s.WasShown).ShouldBeGreaterThan(500);
    }

    /// <summary>
    /// A form that wraps what everybody reads is there only for those who have something in it to press.
    /// </summary>
    [Fact]
    public async Task A_form_that_one_is_shown_has_something_to_press()
    {
        var crawl = await Crawl.DoneAsync();
        crawl
            .Answers.Where(a =>
                a.Answer.Status == 200 && a.Answer.Response.Content.Headers.ContentType?.MediaType == "text/html"
            )
            .SelectMany(a =>
                a.Answer.Document.QuerySelectorAll("main form")
                    .OfType<AngleSharp.Html.Dom.IHtmlFormElement>()
                    .Where(f =>
                        f.QuerySelector("button:not([type='button']), input[type='submit']") is null
                        && (
                            f.Id is not { Length: > 0 } id
                            || a.Answer.Document.QuerySelector($"button[form='{id}']") is null
                        )
                    )
                    .Select(f =>
                        $"{a.Who} {crawl.Addresses.Named(a.Address)} form {SentForms.Plain(f.QuerySelector("input[name='_handler']")?.GetAttribute("value") ?? "")}"
                    )
            )
            .Distinct()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_form_is_among_those_that_were_sent()
    {
        var sent = (await Crawl.DoneAsync()).Sent.Where(s => s.WasShown).Select(s => s.Form).ToHashSet();
        Wall.Holds(
            Web.SourceForms.All.Where(f =>
                    !sent.Contains(f)
                    && !sent.Any(s =>
                        f.Contains("{id}", StringComparison.Ordinal)
                        && s.StartsWith(f[..f.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal)
                    )
                )
                .Select(f => $"{f} is never sent"),
            [.. States.Select(s => new Exemption($"{s.Form} is never sent", s.Until))]
        );
    }

    /// <summary>
    /// What nobody is ever shown in the crawl, on a page or in a form's answer, nobody has approved either.
    /// </summary>
    [Fact]
    public async Task Every_page_and_marked_field_is_among_what_was_seen()
    {
        var crawl = await Crawl.DoneAsync();
        var answered = crawl
            .Answers.Where(a => a.Answer.Status == 200)
            .Select(a => crawl.Addresses.RouteOf(a.Address)!.RoutePattern.RawText)
            .ToHashSet();
        var told = crawl
            .Sent.Where(s => s.Answer.Status == 200)
            .SelectMany(s => s.Answer.Document.QuerySelectorAll("[data-field]"))
            .Select(e => e.GetAttribute("data-field")!);
        var fields = Exposure.Of(crawl, crawl.Addresses).Select(e => e.Field).Concat(told).ToHashSet();

        Wall.Holds([
            .. crawl
                .Addresses.Endpoints.Where(e => !answered.Contains(e.RoutePattern.RawText))
                .Select(e => $"{e.RoutePattern.RawText} is never seen"),
            .. Marked().Where(f => !fields.Contains(f)).Select(f => $"{f} is never seen"),
        ]);
        Marked().Count().ShouldBeGreaterThan(30);
    }

    /// <summary>
    /// Forms that are there only in a state that the town is not in; each page of theirs has tests of its own.
    /// </summary>
    private static readonly (string Form, string Until)[] States =
    [
        ("demo", "the sign-in is among what is sent"),
        ("adgangsnoegle", "the sign-in is among what is sent"),
        ("aabn-{id}", "the town has a day that is closed"),
        ("bekraeft", "the town has a decision that suggests a follow-up"),
        ("ny-opfoelgning", "the town has a decision"),
        ("forlad", "the town has a conversation that was begun unplanned"),
        ("samtale", "the town has a conversation that is held now"),
        ("fortryd", "the town has a benefit that was shifted"),
        ("hent-frem", "the town has a case that rests"),
        ("hent-{id}", "a connector is on, and what is fetched is a stand-in's"),
        ("sluk-{id}", "a connector is on, and what is fetched is a stand-in's"),
        ("igen", "the town has a message that failed"),
        ("klaret", "the town has a message that failed"),
        ("job-{id}", "the town has a job that failed"),
        ("alle-job", "the town has a job that failed"),
        ("bibliotek", "the town has another municipality's paper that was read"),
        ("offentliggoer", "the town has a paper of its own that was read and kept"),
        ("paamindelse-{id}", "the town has a reminder of one's own"),
        ("ikraft", "the town has a plan in the library"),
        ("laest-{id}", "the town has an agreed step that the citizen has not read"),
        ("observation", "the town has an observation that both have agreed to"),
        ("oplevelse", "the town has an observation that is written"),
        ("set", "the town has an answered request of a colleague"),
        ("tag-tilbage-{id}", "the town has a reassessment that was made"),
        ("slut-{id}", "the town has a worker who is covered for"),
    ];

    /// <summary>Every field that a component says is somebody's.</summary>
    private static IEnumerable<string> Marked() =>
        Repository
            .Files.Where(f =>
                f.Path.StartsWith("src/Web/", StringComparison.Ordinal)
                && f.Path.EndsWith(".razor", StringComparison.Ordinal)
            )
            .SelectMany(f => Mark().Matches(f.Text()))
            .Select(m => m.Groups[1].Value)
            .Distinct();

    [Fact]
    public void A_difference_is_told_as_who_sees_what()
    {
        Exposed[] before =
        [
            new("/borgere/{egen borger}", "200", "citizen.name", "case-worker"),
            new("/borgere/{egen borger}", "200", "citizen.name", "team-leader"),
        ];
        Exposed[] now = [before[0], before[0] with { Field = "citizen.cpr" }];

        Exposure.Read(Exposure.Write(before)).ShouldBe(before);
        Exposure.Difference(Exposure.Read(Exposure.Write(before)), now).ShouldBe(
        [
            "+ case-worker now sees citizen.cpr at /borgere/{egen borger} (200)",
            "- team-leader no longer sees citizen.name at /borgere/{egen borger} (200)",
        ]);
    }

    private static void Check(IReadOnlyList<Exposed> now)
    {
        now.Count.ShouldBeGreaterThan(100, "the crawl saw next to nothing");
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(
                Approved,
                "# Who can see what. Written by ./virker test approve-exposure; read each difference before you approve it.\n"
                    + Exposure.Write(now)
            );
            return;
        }

        var approved = File.Exists(Approved) ? Exposure.Read(File.ReadAllText(Approved)) : [];
        var difference = Exposure.Difference(approved, now);
        string.Join('\n', difference.Take(80))
            .ShouldBeEmpty(
                $"{difference.Count} differences in who can see what. If each is meant: ./virker test approve-exposure, and commit the file"
            );
    }

    /// <summary>
    /// Somebody's name, address or number in a page's main part, outside any element that says whose and what it is.
    /// </summary>
    private static IEnumerable<string> Unmarked(Crawl crawl, Towns town) =>
        crawl
            .Answers.Where(a =>
                a.Answer.Status == 200 && a.Answer.Response.Content.Headers.ContentType?.MediaType == "text/html"
            )
            .SelectMany(a =>
                town.Personal.Where((a.Answer.Document.Body?.TextContent ?? "").Contains)
                    .SelectMany(word =>
                        a.Answer.Document.QuerySelectorAll("main *")
                            .Where(e =>
                                e.ChildNodes.OfType<AngleSharp.Dom.IText>()
                                    .Any(t => t.Text.Contains(word, StringComparison.Ordinal))
                                && e.Closest("[data-field]") is null
                            )
                            .Select(e => $"{Told(a)} <{e.LocalName}> {word}")
                    )
            )
            .Distinct();

    private static string Told(Seen seen) => $"{seen.Who} {Addresses.Id().Replace(seen.Address, "{id}")}";

    [System.Text.RegularExpressions.GeneratedRegex("(?:\\b[A-Za-z]*Of|data-field) ?= ?\"([a-z]+\\.[a-z-]+)\"")]
    private static partial System.Text.RegularExpressions.Regex Mark();
}
