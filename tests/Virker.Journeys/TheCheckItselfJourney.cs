using Virker.Journeys.Support;

namespace Virker.Journeys;

/// <summary>The look that every journey takes finds what it is there to find.</summary>
public sealed class TheCheckItselfJourney
{
    [Theory]
    [InlineData("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "image-alt")]
    [InlineData("<p>Utydeligt</p>", "color-contrast")]
    [InlineData("<input type='text'>", "label")]
    [InlineData("<div id='bred'>bred</div>", "scrolls sideways")]
    public async Task Finds_a_planted_fault(string fault, string found)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.GoAsync("/log-ind");
        await visit.LookAsync();
        await visit.Page.EvaluateAsync(
            "html => { document.querySelector('main').insertAdjacentHTML('beforeend', html); const wide = document.getElementById('bred'); if (wide) wide.style.width = '3000px'; for (const p of document.querySelectorAll('main > p:last-child')) { p.style.color = '#bbb'; p.style.background = '#fff'; } }",
            fault
        );

        var look = await Assert.ThrowsAsync<ShouldAssertException>(visit.LookAsync);

        look.Message.ShouldContain(found);
        visit.Forgive();
    }

    /// <summary>Axe is asked again of a kind of page that was well, as soon as it is built otherwise.</summary>
    [Theory]
    [InlineData(
        "main => main.insertAdjacentHTML('beforeend', '<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">')",
        "image-alt"
    )]
    [InlineData("main => main.insertAdjacentHTML('beforeend', '<input type=\"text\">')", "label")]
    [InlineData("main => main.querySelector('a[href]').textContent = ''", "link-name")]
    [InlineData(
        "main => Object.assign(main.querySelector('p').style, { color: '#bbb', background: '#fff' })",
        "color-contrast"
    )]
    [InlineData("main => main.ownerDocument.documentElement.removeAttribute('lang')", "html-has-lang")]
    public async Task Finds_a_fault_in_a_kind_of_page_that_was_seen_before(string fault, string found)
    {
        await using var visit = await Visit.BeginAsync();
        await visit.GoAsync("/politik");
        await visit.LookAsync(found);
        await visit.LookAsync(found);
        await visit.Page.Locator("main").EvaluateAsync(fault);

        var look = await Assert.ThrowsAsync<ShouldAssertException>(() => visit.LookAsync(found));

        look.Message.ShouldContain(found);
        visit.Forgive();
    }

    [Fact]
    public async Task Finds_a_fault_of_the_page_as_a_whole()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.GoAsync("/log-ind");
        await visit.Page.EvaluateAsync("() => document.documentElement.removeAttribute('lang')");

        (await Assert.ThrowsAsync<ShouldAssertException>(visit.LookAsync)).Message.ShouldContain("html-has-lang");
    }

    [Fact]
    public async Task Hears_a_script_that_complains()
    {
        var visit = await Visit.BeginAsync();
        await visit.GoAsync("/log-ind");
        await visit.Page.EvaluateAsync("() => { console.error('det gik galt'); }");

        var end = await Assert.ThrowsAsync<ShouldAssertException>(async () => await visit.DisposeAsync());

        end.Message.ShouldContain("det gik galt");
    }
}
