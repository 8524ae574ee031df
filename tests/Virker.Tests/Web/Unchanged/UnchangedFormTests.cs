using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Tests.Support;

namespace Virker.Tests.Web;

/// <summary>
/// A form touches only what it shows. Every form that edits a stored thing is found by walking the product as each
/// role, is opened and saved as it stands, and the database is the same before and after, row for row, journal and
/// versions too. A form is taken for one that edits until it stands in <see cref="FormsThatAct"/>, so a new one is
/// found by itself.
/// </summary>
[Trait("Pace", "Slow")]
public sealed class UnchangedFormTests
{
    /// <summary>Which forms there are does not depend on the database: on PostgreSQL each is saved once.</summary>
    [Theory, EachDatabase]
    public async Task A_form_that_is_saved_as_it_was_opened_writes_nothing(Dialect dialect)
    {
        var isFirst = dialect == Dialect.Sqlite;
        await using var web = await WebHouse.OpenAsync(on: dialect);
        StoredThings things;
        await using (var scope = web.Scope(Actor.System))
            things = await StoredThings.BuildAsync(scope.ServiceProvider, web.Town);
        var walk = new FormWalk(new Addresses(web.Services, new Dictionary<Guid, string>()));
        var shown = new List<ShownForm>();
        foreach (var role in Role.SignedIn)
            shown.AddRange(
                await walk.AsAsync(
                    await web.AsAsync(role),
                    $"/udvalg/punkter/{things.Item}",
                    $"/udvalg/punkter/{things.Decided}"
                )
            );

        FormsThatAct
            .All.Keys.Select(k => k.Split(' ')[^1])
            .Except(SourceForms.All)
            .ShouldBeEmpty("names of forms that the product no longer has");
        if (isFirst)
            SourceForms
                .All.Where(f =>
                    !FormsThatAct.Names(f) && shown.TrueForAll(s => !s.Key.EndsWith($" {f}", StringComparison.Ordinal))
                )
                .ShouldBeEmpty("forms that the walk never met, so that nobody knows what they write");
        var edits = shown.Where(s => !FormsThatAct.Acts(s.Key)).DistinctBy(s => (s.Key, s.Address)).ToList();
        var (problems, saved) = (new List<string>(), new HashSet<string>());
        foreach (var form in edits.Where(e => isFirst || !saved.Contains(e.Key)))
        {
            var (answer, written) = await SaveAsync(web, form);
            if (answer.Status == 302) saved.Add(form.Key);
            else if (answer.Status != 422) problems.Add($"{form.Key} at {form.Address} answers {answer.Status}");
            problems.AddRange(written.Select(w => $"{form.Key} at {form.Address} writes {w}"));
        }

        edits
            .Select(e => e.Key)
            .Distinct()
            .Except(saved)
            .ShouldBeEmpty(
                "forms that are refused as they are opened, each time: they are not filled in from what is stored"
            );
        problems.ShouldBeEmpty();
        edits.Select(e => e.Key).Distinct().Count().ShouldBeGreaterThan(15);
    }

    /// <summary>Where there is nothing stored yet, a form that is sent empty is refused, and that is well.</summary>
    private static async Task<(WebAnswer Answer, IReadOnlyList<string> Written)> SaveAsync(
        WebHouse web,
        ShownForm shown
    )
    {
        var address = web.Services.GetRequiredService<MunicipalityCatalogue>().OfHost(WebHouse.Host)!.Database;
        var form = SentForm
            .Of(await shown.By.GetAsync(shown.Address), shown.Address)
            .First(f => shown.Key.EndsWith($" {f.Name}", StringComparison.Ordinal));
        var before = await EveryRow.OfAsync(address);
        var answer = await shown.By.PostAsync(form.Action, form.Fields);
        return (answer, before.Difference(await EveryRow.OfAsync(address)));
    }
}
