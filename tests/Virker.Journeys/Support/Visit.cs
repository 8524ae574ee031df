using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Virker.Journeys.Support;

/// <summary>The screen that somebody sits at.</summary>
internal enum Screen
{
    Desktop,
    Phone,
}

/// <summary>
/// Somebody at a browser. Whatever the page's script complains of fails the journey, and so does a page that is not
/// accessible or that a phone must scroll sideways, wherever the journey asks for it by <see cref="LookAsync"/>.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly Lazy<Task<IBrowser>> Chromium = new(LaunchAsync);
    private static readonly List<string> Standard =
    [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ];

    /// <summary>
    /// Milliseconds. How long a page may take is measured elsewhere; here nobody gives up because the machine is busy.
    /// </summary>
    private const int Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page, string address) =>
        (_context, Page, Address) = (context, page, address);

    public IPage Page { get; }

    public string Address { get; }

    public static async Task<Visit> BeginAsync(Screen screen = Screen.Desktop, bool script = true)
    {
        var product = await Product.RunningAsync();
        var browser = await Chromium.Value;
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = product.Address,
                JavaScriptEnabled = script,
                Locale = "da-DK",
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize =
                    screen == Screen.Phone ? new() { Width = 375, Height = 740 } : new() { Width = 1280, Height = 900 },
            }
        );
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var visit = new Visit(context, await context.NewPageAsync(), product.Address);
        visit.Page.Console += (_, message) =>
            visit.Complain(message.Type == "error" && !IsPlainRefusal(message.Text), message.Text);
        visit.Page.PageError += (_, error) => visit.Complain(true, error);
        visit.Page.RequestFailed += (_, request) =>
            visit.Complain(
                !request.IsNavigationRequest && request.Failure != "net::ERR_ABORTED",
                $"{request.Url} {request.Failure}"
            );
        return visit;
    }

    /// <summary>
    /// Signed in through the demo's sign-in page as the first person in this role ("clerk", "case-worker" …).
    /// </summary>
    public static async Task<Visit> AsAsync(string role, Screen screen = Screen.Desktop, bool script = true)
    {
        var visit = await BeginAsync(screen, script);
        await visit.GoAsync("/log-ind");
        await visit.Page.Locator($"[data-role='{role}']").First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("/log-ind", StringComparison.Ordinal));
        return visit;
    }

    public async Task GoAsync(string url)
    {
        var answer = await Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        answer.ShouldNotBeNull(url).Status.ShouldBeLessThan(500, url);
    }

    /// <summary>
    /// No serious finding by axe, no sideways scroll, one heading, a title and a language: on the page as it stands.
    /// </summary>
    public async Task LookAsync()
    {
        await LookAtHeadAsync();
        (await Findings()).ShouldBeEmpty($"axe on {Page.Url}");
        await NoSidewaysAsync();
    }

    /// <summary>
    /// The same, where many are led to this kind of page: axe is asked once of each way that it is built.
    /// </summary>
    public async Task LookAsync(string kind)
    {
        if (await Anatomy.IsNewAsync(Page, kind))
        {
            await LookAsync();
            return;
        }

        await LookAtHeadAsync();
        await NoSidewaysAsync();
    }

    /// <summary>A fault in this page would be seen: with one planted, it is built as nothing that was seen.</summary>
    public async Task FaultWouldBeSeenAsync()
    {
        var well = await Anatomy.OfAsync(Page);
        await Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('img'))");
        (await Anatomy.OfAsync(Page)).Within.ShouldNotBe(well.Within, Page.Url);
        await Page.EvaluateAsync("() => document.querySelector('main').lastElementChild.remove()");
    }

    /// <summary>The page as it stands, on a phone's width: nothing to scroll sideways.</summary>
    public async Task LookOnAPhoneAsync()
    {
        await Page.SetViewportSizeAsync(375, 740);
        await NoSidewaysAsync();
        await Page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>Forgets what the script has complained of: for the test that planted it.</summary>
    public void Forgive() => _complaints.Clear();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _complaints.ShouldBeEmpty();
    }

    private async Task LookAtHeadAsync()
    {
        (await Page.Locator("h1").CountAsync()).ShouldBe(1, Page.Url);
        (await Page.TitleAsync()).ShouldNotBeNullOrWhiteSpace(Page.Url);
    }

    private async Task NoSidewaysAsync() =>
        (
            await Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        ).ShouldBeLessThanOrEqualTo(0, $"{Page.Url} scrolls sideways at {Page.ViewportSize!.Width} px");

    private async Task<IReadOnlyList<string>> Findings()
    {
        // Asked of the root element, axe answers in one go; of the page, it carries all that is well out of the browser
        // and into another page first.
        var result = await Page.Locator(":root")
            .RunAxe(
                new AxeRunOptions
                {
                    RunOnly = new RunOnlyOptions { Type = "tag", Values = Standard },
                    ResultTypes = [ResultType.Violations],
                }
            );
        return
        [
            .. result
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}): {n.Html}")),
        ];
    }

    private void Complain(bool counts, string text)
    {
        if (counts) _complaints.Add($"{Page.Url}: {text}");
    }

    /// <summary>
    /// Chromium writes a line for each answer that is an error; a refused form (422), a conflict (409) and a forbidden
    /// page are what the journey came to see.
    /// </summary>
    private static bool IsPlainRefusal(string text) =>
        text.Contains("status of 422", StringComparison.Ordinal)
        || text.Contains("status of 403", StringComparison.Ordinal)
        || text.Contains("status of 404", StringComparison.Ordinal)
        || text.Contains("status of 409", StringComparison.Ordinal);

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("VIRKER_TEST_CHROMIUM") is { Length: > 0 } path
                    ? path
                    : "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--disable-default-apps",
                    "--disable-gpu",
                ],
            }
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return browser;
    }
}
